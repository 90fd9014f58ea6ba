/** Rows of the fault matrix: each by its id, with what must hold for all of them. */
import {appendFileSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {FAULTS, type FaultId, type FaultRow, type FaultSeen} from './fault-rows.ts';
import {engineTraces, processesOf} from './leftovers.ts';

/** The value of every secret that a row plants in the environment, where it is known for one. */
export const CANARY = 'canary-0815-of-a-secret';
/** In an address: nobody knows it for a secret, and addresses lose it all the same. */
export const CANARY_IN_URL = 'canary-0816-in-an-address';
const CANARIES = /canary-08/;

/** What a row is given. */
export interface Place {
  /** The run's RUNNER_TEMP: empty at the start, and at the end again. */
  readonly temporary: string;
  /** What is undone after the row, last first. */
  readonly after: (undo: () => unknown) => void;
}

export interface Outcome {
  readonly verdict: FaultRow['verdict'];
  /** What the run has said to its reader; the row's one sentence is looked for in it. */
  readonly sentences: readonly string[];
  /** What it ran on, and how that is known. */
  readonly on: string;
  /** Log, outputs, summary, files: no secret may be in them. */
  readonly written: readonly string[];
  /** Engines beside the lab's that the run used and that still run, as DOCKER_HOST names them. */
  readonly hosts?: readonly string[];
}

/**
 * Registers a row: the gate ran, and its outcome is the table's; one sentence says so; nothing of a secret
 * is written; no process, container, image, builder or folder stays.
 */
export function fault(
  id: FaultId,
  row: (place: Place) => Outcome | Promise<Outcome>,
  seconds = 60,
): void {
  const {what, verdict, says} = FAULTS[id];
  it(
    `${id}: ${what}`,
    async () => {
      const temporary = mkdtempSync(join(tmpdir(), 'plimsoll-fault-'));
      const undo: (() => unknown)[] = [];
      try {
        const before = engineTraces();
        const outcome = await row({temporary, after: (one) => undo.unshift(one)});
        const sentences = outcome.sentences.filter((sentence) => says.test(sentence));
        expect({verdict: outcome.verdict, said: outcome.sentences}).toEqual({
          verdict,
          said: expect.arrayContaining([expect.stringMatching(says)]),
        });
        const sentence = sentences[0] ?? '';
        expect(sentence).not.toMatch(/\n/);
        expect([...new Set(sentences)]).toEqual([sentence]);
        expect(outcome.written.filter((text) => CANARIES.test(text))).toEqual([]);
        expect(readdirSync(temporary)).toEqual([]);
        expect(processesOf(temporary)).toEqual([]);
        expect(engineTraces().filter((trace) => !before.includes(trace))).toEqual([]);
        for (const host of outcome.hosts ?? []) expect(engineTraces(host)).toEqual([]);
        saw({id, verdict: outcome.verdict, sentence, on: outcome.on});
      } finally {
        for (const one of undo) await one();
        rmSync(temporary, {recursive: true, force: true});
      }
    },
    seconds * 1000,
  );
}

/** Into the file that scripts/test reads in the end; else for whoever looks on. */
function saw(seen: FaultSeen): void {
  expect(seen.on).not.toBe('');
  const file = process.env['PLIMSOLL_FAULTS_SEEN'];
  if (file !== undefined && file !== '') appendFileSync(file, `${JSON.stringify(seen)}\n`);
  else process.stderr.write(`${seen.id}: ${seen.verdict}. ${seen.sentence} [${seen.on}]\n`);
}
