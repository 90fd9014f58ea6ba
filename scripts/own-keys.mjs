/**
 * ESLint: no plain object is a map of foreign names. `record[name]` finds what Object.prototype has, so a
 * folder called `constructor` is there in every record; `ownProperty(record, name)` or a Map finds what was put.
 */
import {ESLintUtils} from '@typescript-eslint/utils';
import ts from 'typescript';

const MESSAGE =
  'A name may be `constructor`: read with ownProperty(record, name) of src/domain/own-property.ts, or keep a Map.';

/** A string that can be anything, not one of a list of literals. */
function isAnyString(type) {
  if (type.isUnion()) return type.types.some(isAnyString);
  return (type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) !== 0;
}

export const ownKeys = {
  meta: {type: 'problem', schema: [], messages: {foreign: MESSAGE}},
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();
    const isDictionary = (type) =>
      checker.isArrayType(type) || checker.isTupleType(type)
        ? false
        : (type.flags & ts.TypeFlags.StringLike) === 0;
    return {
      MemberExpression(node) {
        if (!node.computed) return;
        const key = services.getTypeAtLocation(node.property);
        if (isAnyString(key) && isDictionary(services.getTypeAtLocation(node.object)))
          context.report({node, messageId: 'foreign'});
      },
      BinaryExpression(node) {
        if (node.operator === 'in' && isAnyString(services.getTypeAtLocation(node.left)))
          context.report({node, messageId: 'foreign'});
      },
    };
  },
};
