/** Holds architecture.md section 4: what a rule's violations are called and look like is its module's alone. */
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import ts from 'typescript';
import {RULE_IDS} from '../../src/domain/policy/rules/index.ts';

const src = resolve(import.meta.dirname, '../../src');
/** Who works with every rule and knows none. */
const ROOMS = [
  ...['modes', 'stages', 'publishers'],
  ...['domain/comment', 'domain/markdown', 'domain/record', 'domain/relay', 'domain/report'],
];

/** Words that are a rule's name, too, and mean something else there. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'a column of a table': [
    'domain/report/view.ts: download',
    'domain/report/view.ts: user',
    'publishers/comment/table.ts: size',
    'publishers/summary/contents.ts: download',
  ],
  'which of the two sizes': [
    'domain/comment/material.ts: download',
    'domain/report/changes.ts: download',
  ],
  'why there is a comment': ['domain/comment/material.ts: size'],
  'a list of the report that is capped': [
    'domain/report/contents.ts: waste',
    'domain/report/scanned.ts: secrets',
  ],
  'what compose overrides': [
    'domain/report/runtime-overrides.ts: user',
    'domain/report/schema.ts: healthcheck',
    'domain/report/schema.ts: user',
  ],
  'whose error or whose word it is': [
    'domain/report/exit.ts: user',
    'domain/report/make.ts: user',
    'domain/report/schema.ts: user',
    'stages/collect/find-reports.ts: user',
    'stages/plan/named-files.ts: user',
    'stages/plan/definition.ts: user',
    'stages/plan/policy.ts: user',
  ],
  'where a notice is from, which no rule has found': ['domain/report/make.ts: build-context'],
  'a plural': ['domain/report/changes.ts: vulnerabilities'],
  'how many there are': ['publishers/sarif/document.ts: size', 'stages/read/layer.ts: size'],
};

/** Of one rule, or of two. */
const MODULE = /\/policy\/(rules\/(?!index\b)[\w-]+|vulnerability|byte-limit)\.ts'$/;
const ids: ReadonlySet<string> = new Set(RULE_IDS);

/** `file: word` for each place that names a rule, types left out: they decide nothing. */
function namesIn(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) && ids.has(node.text)) found.push(node.text);
    if (ts.isPropertyAccessExpression(node) && isOfRules(node)) found.push(node.name.text);
    if (ts.isImportDeclaration(node)) {
      const [, module] = MODULE.exec(node.moduleSpecifier.getText()) ?? [];
      if (module !== undefined) found.push(module);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((name) => `${file}: ${name}`);
}

/** `RULES.size`, `policy.rules.size` */
function isOfRules({expression, name}: ts.PropertyAccessExpression): boolean {
  return /\b(?:rules|RULES|settings)$/.test(expression.getText()) && ids.has(name.text);
}

describe('a rule', () => {
  it.each([
    ["const shown = all.filter(({rule}) => rule !== 'size');", 'size'],
    ["['user'].includes(rule)", 'user'],
    ['RULES.loosening.summary', 'loosening'],
    ["settings['build-time'].max", 'build-time'],
    ["import {isOfMerge} from '../policy/rules/loosening.ts';", 'rules/loosening'],
    ["import type {Vulnerability} from '../policy/vulnerability.ts';", 'vulnerability'],
  ])('is named in %s', (text, name) => {
    expect(namesIn('a.ts', text)).toEqual([`a.ts: ${name}`]);
  });

  it('is known by name to nobody who tells what it found', () => {
    const files = ROOMS.flatMap((room) =>
      readdirSync(join(src, room), {recursive: true, encoding: 'utf8'})
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(src, room, name)),
    );
    const named = files.flatMap((file) => namesIn(relative(src, file), readFileSync(file, 'utf8')));
    const otherwise = new Set(Object.values(OTHERWISE).flat());
    expect([...new Set(named)].toSorted()).toEqual([...otherwise].toSorted());
  });
});
