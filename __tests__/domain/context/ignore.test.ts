import {describe, expect, it} from '@jest/globals';
import {contextFacts, type ContextFile} from '../../../src/domain/context/context-facts.ts';
import {parseIgnore} from '../../../src/domain/context/ignore.ts';
import {known} from '../../../src/domain/known.ts';
import type {ToldViolation} from '../../../src/domain/policy/rule.ts';
import {RULES} from '../../../src/domain/policy/rules/index.ts';
import {GOOD} from '../../support/evidence.ts';

const files = (...paths: string[]): ContextFile[] => paths.map((path) => ({path, bytes: 10}));
const unwanted = (...paths: string[]): readonly string[] =>
  contextFacts(files(...paths), {unused: []}).unwanted.map(
    ({kind, path, files: count, line}) => `${kind} ${path} ${count} ${line}`,
  );

describe('an ignore file', () => {
  it.each([
    ['node_modules', ['node_modules/a'], ['a/node_modules/b']],
    ['**/node_modules', ['node_modules/a', 'a/node_modules/b'], ['node_modules2']],
    ['*\n!src', ['a', 'b/c'], ['src/a', 'src/b/c']],
    ['*.md\n!README.md', ['a.md'], ['README.md', 'docs/a.md']],
    ['/a/', ['a/b'], ['b/a']],
    ['# a\n  b  \n', ['b'], ['a', '# a']],
    ['a?c', ['abc'], ['ac', 'abbc']],
    ['\uFEFFa', ['a'], ['b']],
  ])('%j', (text, gone, sent) => {
    const {ignores} = parseIgnore(text);
    expect(gone.map(ignores)).toEqual(gone.map(() => true));
    expect(sent.map(ignores)).toEqual(sent.map(() => false));
  });

  it('that takes nothing back lets whole folders be passed over', () => {
    expect(
      [parseIgnore('a'), parseIgnore('a\n!a/b'), parseIgnore(undefined)].map(
        ({isFinal}) => isFinal,
      ),
    ).toEqual([true, false, true]);
  });
});

describe('what should stay at home', () => {
  it('is named with the line that keeps it there', () => {
    expect(
      unwanted('.git/HEAD', '.git/objects/a', 'web/node_modules/x/y', 'web/node_modules/z'),
    ).toEqual(['.git .git 2 **/.git', 'node_modules web/node_modules 2 **/node_modules']);
    expect(unwanted('v/pyvenv.cfg', 'v/lib/x', 'app/__pycache__/a.pyc', 'web/.next/b')).toEqual([
      'virtual environment v 2 v',
      'build output app/__pycache__ 1 **/__pycache__',
      'build output web/.next 1 **/.next',
    ]);
    expect(
      unwanted('.env', 'a/.env.production', 'tls/server.key', 'id_rsa', 'private-key.pem'),
    ).toEqual([
      'environment file .env 1 **/.env',
      'environment file a/.env.production 1 **/.env.production',
      'private key tls/server.key 1 tls/server.key',
      'private key id_rsa 1 id_rsa',
      'private key private-key.pem 1 private-key.pem',
    ]);
  });

  it.each([
    '.env.example',
    '.gitignore',
    'src/env.ts',
    'ca.pem',
    'id_rsa.pub',
    'keys.ts',
    'node_modules.md',
    'pyvenv.cfg',
  ])('is not %s', (path) => {
    expect(unwanted(path)).toEqual([]);
  });
});

describe('build-context', () => {
  const judge = (facts: ReturnType<typeof contextFacts>, max?: string): readonly ToldViolation[] =>
    RULES['build-context'].judge(
      {level: 'warning', ...(max !== undefined && {max})},
      {...GOOD, context: known(facts)},
    );
  const said = (facts: ReturnType<typeof contextFacts>, max?: string): readonly string[] =>
    judge(facts, max).map(({told: {words}}) => `${words.message} ${words.advice}`);

  it('has no limit by itself', () => {
    expect(judge(contextFacts(files('a'), {unused: []}))).toEqual([]);
  });

  it('names the biggest folder over the limit', () => {
    expect(said(contextFacts(files('a/b', 'a/c', 'd'), {unused: []}), '20B')).toEqual([
      'The build context sends 30 B, 10 B over its limit of 20 B. Most of it is a (20 B): ignore it if the build does not need it, or raise rules.build-context.max.',
    ]);
  });

  it('says which lines to add to which file', () => {
    const facts = contextFacts(files('.git/HEAD', '.env'), {
      ignoreFile: 'web/.dockerignore',
      unused: [],
    });
    expect(judge(facts)[0]?.place).toEqual({file: 'web/.dockerignore'});
    expect(said(facts)).toEqual([
      'The build context sends what should stay at home: .git 10 B, .env (environment file) 10 B. Add to web/.dockerignore, a line each: **/.git  **/.env',
    ]);
  });

  it('names an ignore file that nobody reads', () => {
    const unused = [
      {file: 'web/.dockerignore', reason: 'Docker looks for it at the root of the context'},
    ];
    expect(said(contextFacts([], {unused}))).toEqual([
      'Nobody reads web/.dockerignore: Docker looks for it at the root of the context. Move its lines into the file that is read, and remove it.',
    ]);
  });
});
