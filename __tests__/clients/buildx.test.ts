import {describe, expect, it} from '@jest/globals';
import {listTargets, printDefinition} from '../../src/clients/buildx.ts';
import type {Exec} from '../../src/deps.ts';
import {ToolError} from '../../src/errors.ts';
import {testDeps} from '../support/deps.ts';

const place = {cwd: '/nowhere', mirror: '/mirror'};
const definition = {
  kind: 'bake',
  folder: '/nowhere',
  files: [],
  targets: [],
  set: [],
  allow: [],
} as const;

/** As if bake had printed this. */
function printing(stdout: string): ReturnType<typeof testDeps> {
  const ended = {ended: 'exit', exitCode: 0, stderr: '', truncated: false, seconds: 0} as const;
  const exec: Exec = {run: () => Promise.resolve({...ended, stdout})};
  return {...testDeps(), exec};
}

function builtOf(groups: Readonly<Record<string, readonly string[]>>): Promise<readonly string[]> {
  const group = Object.fromEntries(
    Object.entries(groups).map(([name, targets]) => [name, {targets}]),
  );
  const deps = printing(JSON.stringify({group, target: {}}));
  return printDefinition(deps, {...place, definition}).then(({built}) => built);
}

describe('what bake prints', () => {
  it.each(['', '[]', '{"group":{"default":{"targets":1}}}', '{"target":{"a":{"args":{"A":1}}}}'])(
    'is told to be of no known form where it is %p, and the user what to do',
    async (text) => {
      const asked = printDefinition(printing(text), {...place, definition});
      await expect(asked).rejects.toThrow(ToolError);
      await expect(asked).rejects.toThrow(/in a form that is not known; use the buildx of/);
    },
  );

  it('is so as a list of targets too', async () => {
    const asked = listTargets(printing('{}'), {...place, files: []});
    await expect(asked).rejects.toThrow(/in a form that is not known/);
  });
});

describe('groups', () => {
  it('are replaced by their targets, in order and each once', async () => {
    const built = await builtOf({default: ['a', 'more', 'a'], more: ['b', 'more', 'c']});
    expect(built).toEqual(['a', 'b', 'more', 'c']);
  });

  it('that hold each other end', async () => {
    expect(await builtOf({default: ['a', 'x'], a: ['b'], b: ['a', 'y']})).toEqual(['y', 'x']);
  });

  it('are gone through once, however many hold them', async () => {
    const levels = Array.from({length: 60}, (_, at): [string, string[]] => [
      `g${at}`,
      [`g${at + 1}`, `h${at + 1}`],
    ]);
    const twins = levels.map(([name, members]): [string, string[]] => [
      `h${name.slice(1)}`,
      members,
    ]);
    const groups = Object.fromEntries([...levels, ...twins]);
    expect(await builtOf({...groups, default: ['g0'], g60: ['a'], h60: ['b']})).toEqual(['a', 'b']);
  });
});
