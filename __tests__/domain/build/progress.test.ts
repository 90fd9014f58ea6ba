import {describe, expect, it} from '@jest/globals';
import {
  coveredSeconds,
  parseProgressLine,
  Progress,
  type ProgressEvent,
} from '../../../src/domain/build/progress.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const log = (text: string): {vertex: string; data: string} => ({
  vertex: 'sha256:a',
  data: Buffer.from(text).toString('base64'),
});

function play(...events: ProgressEvent[]): {progress: Progress; lines: string[]} {
  const progress = new Progress();
  const lines = events.flatMap((event) => progress.add(event).map((line) => line.text));
  return {progress, lines};
}

describe('parseProgressLine', () => {
  it('reads an event', () => {
    expect(
      parseProgressLine('{"vertexes":[{"digest":"sha256:a","name":"x"}]}')?.vertexes?.[0]?.name,
    ).toBe('x');
  });

  it.each(['ERROR: failed to solve', '{"vertexes":"no list"}', '{broken', ''])(
    'is undefined for %j',
    (line) => {
      expect(parseProgressLine(line)).toBeUndefined();
    },
  );
});

describe('Progress', () => {
  it('shows a step once, when it ends, with its seconds', () => {
    const vertex = {digest: 'sha256:a', name: '[web 1/2] RUN x', started: at(0)};
    const {lines} = play(
      {vertexes: [vertex]},
      {vertexes: [{...vertex, completed: at(3)}]},
      {vertexes: [{...vertex, completed: at(3)}]},
    );
    expect(lines).toEqual(['[web 1/2] RUN x  3.0 s']);
  });

  it('says which steps came from the cache and which failed', () => {
    const done = {started: at(0), completed: at(1)};
    const {lines} = play({
      vertexes: [
        {digest: 'a', name: '[1/2] A', cached: true, ...done},
        {digest: 'b', name: '[2/2] B', error: 'exit code: 3', ...done},
      ],
    });
    expect(lines).toEqual(['[1/2] A  CACHED', '[2/2] B  FAILED']);
  });

  it("leaves BuildKit's own chores out of the log", () => {
    expect(
      play({
        vertexes: [
          {digest: 'a', name: '[internal] load .dockerignore', started: at(0), completed: at(1)},
        ],
      }).lines,
    ).toEqual([]);
  });

  it('puts output together that comes in pieces, and shows the last state of a line that is drawn over', () => {
    const {lines} = play({logs: [log('one\ntw')]}, {logs: [log('o\n10%\r50%\r100%\n')]});
    expect(lines).toEqual(['    one', '    two', '    100%']);
  });

  it('says whose output a line is, for steps run side by side', () => {
    const vertex = {digest: 'sha256:a', name: '[web build 2/3] RUN make [all]'};
    const {lines} = play({vertexes: [vertex]}, {logs: [log('made\n')]});
    expect(lines).toEqual(['    [web build 2/3] made']);
  });

  it("keeps a step's last 20 lines", () => {
    const {progress} = play({
      logs: [log(Array.from({length: 30}, (_, index) => `${index}\n`).join(''))],
    });
    expect(progress.steps()[0]?.output).toEqual(
      Array.from({length: 20}, (_, index) => String(index + 10)),
    );
  });
});

describe('coveredSeconds', () => {
  it('counts time that several steps share once', () => {
    expect(
      coveredSeconds([
        {start: 0, end: 2000},
        {start: 1000, end: 3000},
        {start: 5000, end: 6000},
      ]),
    ).toBe(4);
    expect(
      coveredSeconds([
        {start: 0, end: 9000},
        {start: 1000, end: 2000},
      ]),
    ).toBe(9);
    expect(coveredSeconds([])).toBe(0);
  });
});
