/** threats.md rule 5: foreign text in the log is data. */
import {describe, expect, it} from '@jest/globals';
import {liveLog} from '../../src/platform/log.ts';
import {liveSecrets} from '../../src/platform/secrets.ts';
import type {Invocation, Log} from '../../src/deps.ts';

function recorded(door: Invocation = 'action'): {
  log: Log;
  written: () => string;
  add: (values: string[]) => void;
} {
  const texts: string[] = [];
  const secrets = liveSecrets();
  const log = liveLog({
    invocation: door,
    secrets,
    terminal: false,
    write: (text) => void texts.push(text),
  });
  return {log, written: () => texts.join(''), add: secrets.add};
}

describe('the log under Actions', () => {
  it('prints foreign text with workflow commands stopped by a token that it cannot know', () => {
    const {log, written} = recorded();
    log.untrusted('::stop-commands::x\n::add-mask::pass');
    const [start, first, second, end] = written().split('\n');
    const token = /^::stop-commands::([0-9a-f]{32})$/.exec(start ?? '')?.[1];
    expect([first, second]).toEqual(['::stop-commands::x', '::add-mask::pass']);
    expect(end).toBe(`::${token ?? 'no token'}::`);
  });

  it('disarms the older commands, escapes and marks that change the direction', () => {
    const {log, written} = recorded();
    log.untrusted('x ##[error]y \u001b[31mred\u001b[0m \u202eevil');
    expect(written()).toContain('\nx ## [error]y red  evil\n');
  });

  it('starts no command by our own words around a foreign name', () => {
    const {log, written} = recorded();
    log.line('::error::name');
    expect(written()).toBe(': :error: :name\n');
  });

  it('writes a task as one group, and opens the live group again', () => {
    const {log, written} = recorded();
    const live = log.live('Build');
    const task = log.task('Look inside web');
    task.line('done');
    task.end();
    live.end();
    expect(
      written()
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual([
      '::group::Build',
      '::endgroup::',
      '::group::Look inside web',
      'done',
      '::endgroup::',
      '::group::Build (continued)',
      '::endgroup::',
    ]);
  });

  it('masks every line', () => {
    const {log, written, add} = recorded();
    add(['hunter2-hunter2']);
    log.line('a hunter2-hunter2');
    log.untrusted('b aHVudGVyMi1odW50ZXIy');
    expect(written()).not.toMatch(/hunter2|aHVudGVy/);
    expect(written()).toContain('a ***');
  });
});

describe('secrets', () => {
  it('leaves short values readable', () => {
    const {log, written, add} = recorded('command');
    add(['8000', 'x']);
    log.line('8000 bytes of x');
    expect(written()).toBe('8000 bytes of x\n');
  });
});
