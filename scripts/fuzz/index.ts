/**
 * `npm run fuzz -- [--minutes N | --mutants N] [--target NAME] [--seed N] [--file MUTANT]`
 *
 * A find is an error that is no answer, more than 5 s of a processor, or an answer that is better than what was read. Each
 * is written to a file and named with its seed, and the exit status is 1. `--file` tries one file alone.
 * For the test of this command: `--targets MODULE` has others tried than ours, `--longest SECONDS` is instead of the 5 s.
 */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {Asker} from './asker.ts';
import {fuzz, type Count} from './fuzz.ts';
import type {Targets} from './target.ts';

const text = {type: 'string'} as const;
const {values: asked} = parseArgs({
  options: {
    minutes: text,
    mutants: text,
    target: text,
    seed: text,
    file: text,
    targets: text,
    longest: text,
  },
});
const module =
  asked.targets === undefined
    ? new URL('targets/index.ts', import.meta.url)
    : pathToFileURL(resolve(asked.targets));
const {TARGETS} = (await import(module.href)) as {readonly TARGETS: Targets};
const longestMs = number('longest', 5) * 1000;
const targets = chosen(TARGETS, asked.target);
const folder = mkdtempSync(join(tmpdir(), 'plimsoll-fuzz-'));
const isFound = asked.file === undefined ? await run() : await tryFile(asked.file);
rmSync(isFound ? join(folder, 'scratch') : folder, {recursive: true, force: true});
if (isFound) process.exitCode = 1;

function chosen(all: Targets, name: string | undefined): Targets {
  if (name === undefined) return all;
  const target = all.get(name);
  if (target !== undefined) return new Map([[name, target]]);
  console.error(`There is no target ${name}; the targets are: ${[...all.keys()].join(', ')}.`);
  process.exit(64);
}

function number(name: 'longest' | 'minutes' | 'mutants' | 'seed', otherwise: number): number {
  const value = Number(asked[name] ?? otherwise);
  if (Number.isFinite(value) && value >= 0) return value;
  console.error(`--${name} is ${asked[name] ?? ''}, and must be a number.`);
  process.exit(64);
}

async function run(): Promise<boolean> {
  const firstSeed = number('seed', Date.now() % 1_000_000_000);
  const until = Date.now() + number('minutes', 1) * 60_000;
  const most = asked.mutants === undefined ? undefined : number('mutants', 0);
  const goesOn = (rounds: number): boolean =>
    most === undefined ? Date.now() < until : rounds < most;
  const counts = await fuzz({
    ...{module, targets, firstSeed, goesOn, longestMs, folder},
    onFind: ({target, seed, file, words}) => {
      console.log(`FOUND in ${target}, --seed ${seed}, ${file}: ${words.slice(0, 1000)}`);
      console.log(`  Again: npm run fuzz -- --target ${target} --file ${file}`);
    },
  });
  console.log(`First seed: ${firstSeed}`);
  for (const [name, count] of counts) console.log(`${name}: ${figures(count)}`);
  return [...counts.values()].some(({finds}) => finds > 0);
}

function figures({mutants, passed, slowestMs, finds}: Count): string {
  const share = Math.round((100 * passed) / Math.max(1, mutants));
  return `${mutants} mutants, ${share} % past the first parser, slowest ${Math.round(slowestMs)} ms, ${finds} finds`;
}

async function tryFile(file: string): Promise<boolean> {
  const asker = new Asker({module, longestMs, scratch: folder});
  let isFound = false;
  for (const name of targets.keys()) {
    const {passed, ms, found} = await asker.ask(name, readFileSync(file));
    const said = found ?? (passed ? 'past the first parser' : 'refused');
    console.log(`${name}: ${Math.round(ms)} ms, ${said}`);
    isFound ||= found !== undefined;
  }
  await asker.end();
  return isFound;
}
