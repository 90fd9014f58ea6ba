/** The `[[package]]` tables that lockfiles of Python have in common. */
import {parseTOML, type AST} from 'toml-eslint-parser';
import type {Pin} from './format.ts';

export function parseTomlPackages(text: string): readonly Pin[] {
  const [root] = parseTOML(text).body;
  return root.body.flatMap((table): readonly Pin[] => {
    if (table.type !== 'TOMLTable' || table.kind !== 'array') return [];
    if (table.resolvedKey.length !== 2 || table.resolvedKey[0] !== 'package') return [];
    const [name, version] = [valueOf(table, 'name'), valueOf(table, 'version')];
    if (name === undefined) return [];
    return [
      {
        ...{name: name.text, line: name.line},
        ...(version === undefined ? {} : {version: version.text}),
      },
    ];
  });
}

interface Value {
  readonly text: string;
  readonly line: number;
}

function valueOf(table: AST.TOMLTable, key: string): Value | undefined {
  const found = table.body.find(({key: {keys}}) => {
    const [first] = keys;
    return keys.length === 1 && (first?.type === 'TOMLBare' ? first.name : first?.value) === key;
  });
  return found?.value.type === 'TOMLValue' && typeof found.value.value === 'string'
    ? {text: found.value.value, line: found.value.loc.start.line}
    : undefined;
}
