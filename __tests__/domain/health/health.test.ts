import {extract} from 'tar-stream';
import {
  ARCHIVE_END,
  archiveHeader,
  archiveManifest,
  archivePadding,
} from '../../../src/domain/health/archive.ts';
import {createArgs} from '../../../src/domain/health/create-args.ts';
import {lastLines, logLines} from '../../../src/domain/health/lines.ts';
import {healthTimeout} from '../../../src/domain/health/health-timeout.ts';
import {isCommandMissing, isForeignProgram, parseState} from '../../../src/domain/health/state.ts';
import {parseHeader} from '../../../src/domain/archive/tar-header.ts';
import {isKnown, type Known} from '../../../src/domain/known.ts';

function value<T>(thing: Known<T>): T {
  if (!isKnown(thing)) throw new Error(thing.unable);
  return thing.value;
}

describe('the patience with an image', () => {
  it.each([
    [{}, 90],
    [{intervalSeconds: 1, retries: 2}, 10],
    [{intervalSeconds: 5, retries: 5, startPeriodSeconds: 20}, 45],
    [{intervalSeconds: 600}, 120],
  ])('with %j is %i s', (timing, seconds) => {
    expect(healthTimeout(timing)).toEqual({seconds, withoutCheckSeconds: 10});
  });
});

describe('the state of a container', () => {
  const state = (given: object): string => JSON.stringify({ExitCode: 0, ...given});
  const failing = {ExitCode: 1, Output: 'first\n'};

  it.each([
    [{Status: 'created'}, 'awaited'],
    [{Status: 'running'}, 'awaited'],
    [{Status: 'running', Health: null}, 'awaited'],
    [{Status: 'running', Health: {Status: 'starting', Log: null}}, 'awaited'],
    [{Status: 'running', Health: {Status: 'healthy', Log: []}}, 'healthy'],
    [{Status: 'exited', Health: {Status: 'unhealthy', Log: []}}, 'ended'],
    [{Status: 'exited', Health: {Status: 'healthy', Log: []}}, 'ended'],
    [{Status: 'dead'}, 'ended'],
  ])('%j is %s', (given, phase) => {
    expect(value(parseState(state(given))).phase).toBe(phase);
  });

  it('has the lines of the last check, and nothing of one that has not answered', () => {
    const Log = [failing, {ExitCode: 1, Output: '\u001b[31mlast\u001b[0m\r\n\nwords'}];
    const given = {Status: 'running', Health: {Status: 'starting', Log}};
    expect(value(parseState(state(given))).check).toEqual(['last', 'words']);
    expect(value(parseState(state({Status: 'running'}))).check).toBeUndefined();
  });

  it.each(['', 'null', '{"Status": 1, "ExitCode": 0}', '[]'])('%j is none', (text) => {
    expect(isKnown(parseState(text))).toBe(false);
  });

  it.each([
    [127, '/bin/sh: curl: not found', true],
    [126, '/bin/sh: /check: Permission denied', true],
    [-1, 'OCI runtime exec failed: exec failed: ... "curl": executable file not found', true],
    [-1, 'Health check exceeded timeout (30s)', false],
    [1, 'refused', false],
  ])('with the check %i, %j: its program is missing: %j', (ExitCode, Output, isMissing) => {
    const given = {Status: 'running', Health: {Status: 'starting', Log: [{ExitCode, Output}]}};
    expect(value(parseState(state(given))).isCheckMissing).toBe(isMissing);
  });

  it('tells an image without its command from what the engine could not do', () => {
    const missing = (ExitCode: number): boolean =>
      isCommandMissing(value(parseState(state({Status: 'created', ExitCode}))));
    expect([126, 127, 128].map(missing)).toEqual([true, true, false]);
  });

  it('tells a program of another processor by the words of the kernel', () => {
    expect(isForeignProgram(['x', 'exec /app: exec format error'])).toBe(true);
    expect(isForeignProgram(['exec /app: no such file'])).toBe(false);
  });
});

describe('the log of a container', () => {
  it('is one, in the order of time', () => {
    const out = '2026-01-01T00:00:00.000000001Z one\n2026-01-01T00:00:00.000000003Z three\r\n';
    const err = '2026-01-01T00:00:00.000000002Z two  words\n2026-01-01T00:00:00.000000004Z \n';
    expect(logLines([out, err])).toEqual(['one', 'two  words', 'three', '']);
  });

  it('is bounded, and has its last lines', () => {
    const lines = Array.from({length: 30}, (_, index) => `line ${index}`);
    expect(lastLines([...lines, '', ' '])).toEqual(lines.slice(-10));
    expect(lastLines(['x'.repeat(1000)])[0]).toHaveLength(300);
  });
});

describe('a container', () => {
  const ask = {
    ...{name: 'plimsoll-1', runId: 'run', image: 'plimsoll-1:health', platform: 'linux/amd64'},
    imageEnv: ['PATH=/bin', 'NO_PROXY=own', 'EMPTY'],
    running: {env: {DEBUG: '0', https_proxy: 'http://given'}, writable: ['/tmp', '/run/x']},
    volumes: [],
  };
  const args = createArgs(ask);
  const after = (option: string): string[] => args.filter((_, index) => args[index - 1] === option);

  it('gets what threats.md rule 12 allows, and no more', () => {
    const options = args.filter((arg) => arg.startsWith('--'));
    expect(
      options.filter((option) => /^--(volume|mount|device|privileged|cap-add)/.test(option)),
    ).toEqual([]);
    expect(after('--network')).toEqual(['none']);
    expect(after('--cap-drop')).toEqual(['ALL']);
    expect(after('--security-opt')).toEqual(['no-new-privileges']);
    expect(after('--pids-limit')).toEqual(['256']);
    expect(after('--memory')).toEqual(['1g']);
    expect(after('--cpus')).toEqual(['1']);
    expect(options).toContain('--read-only');
    expect(after('--tmpfs')).toEqual(['/tmp:exec,mode=1777', '/run/x:exec,mode=1777']);
    expect(after('--label')).toEqual(['plimsoll.run=run']);
    expect(args.at(-1)).toBe('plimsoll-1:health');
  });

  it('gets no proxy of the docker client, its own environment, and what the policy gives', () => {
    expect(after('--env').toSorted()).toEqual(
      [
        ...['ALL_PROXY=', 'DEBUG=0', 'FTP_PROXY=', 'HTTPS_PROXY=', 'HTTP_PROXY=', 'NO_PROXY=own'],
        ...['all_proxy=', 'ftp_proxy=', 'http_proxy=', 'https_proxy=http://given', 'no_proxy='],
      ].toSorted(),
    );
  });
});

describe('an archive', () => {
  it('is one that others read', async () => {
    const text = archiveManifest({
      tag: 'plimsoll-1:health',
      config: 'blobs/c',
      layers: ['blobs/l'],
    });
    const parts = [
      ...[archiveHeader('blobs/l', 3), Buffer.from('abc'), archivePadding(3)],
      ...[archiveHeader('blobs/empty', 0), archivePadding(0), archiveHeader('blobs/b', 512)],
      ...[Buffer.alloc(512, 'x'), archivePadding(512), ARCHIVE_END],
    ];
    const reader = extract();
    reader.end(Buffer.concat(parts));
    const seen: [string, number][] = [];
    for await (const entry of reader) {
      seen.push([entry.header.name, entry.header.size]);
      entry.resume();
    }
    expect(seen).toEqual([
      ['blobs/l', 3],
      ['blobs/empty', 0],
      ['blobs/b', 512],
    ]);
    expect(JSON.parse(text)).toEqual([
      {Config: 'blobs/c', RepoTags: ['plimsoll-1:health'], Layers: ['blobs/l']},
    ]);
  });

  it.each([0, 8 * 2 ** 30 - 1, 8 * 2 ** 30, 20 * 2 ** 30])('says %i bytes', (bytes) => {
    expect(parseHeader(Buffer.from(archiveHeader('x', bytes))).size).toBe(bytes);
  });
});
