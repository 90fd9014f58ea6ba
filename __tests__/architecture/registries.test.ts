/** Who adds a rule or a publisher and forgets its line in the registry is told, and nothing else lies beside them. */
import {readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {expect, it} from '@jest/globals';
import {RULES} from '../../src/domain/policy/rules/index.ts';
import {PUBLISHERS} from '../../src/publishers/index.ts';

const src = resolve(import.meta.dirname, '../../src');

it('every module of rules is a rule, by its name', () => {
  const modules = readdirSync(join(src, 'domain/policy/rules')).map((name) =>
    name.replace(/\.ts$/, ''),
  );
  expect(modules.toSorted()).toEqual([...Object.keys(RULES), 'index'].toSorted());
});

it('every folder of publishers is a publisher, by its name', () => {
  const entries = readdirSync(join(src, 'publishers'), {withFileTypes: true});
  const folders = entries.filter((entry) => entry.isDirectory()).map(({name}) => name);
  expect(folders.toSorted()).toEqual(Object.keys(PUBLISHERS).toSorted());
});
