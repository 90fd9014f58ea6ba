/**
 * `npm run fuzz -- --minutes N [--target NAME] [--seed N]`: a find is an error that is no answer, or a
 * mutant that takes over 5 s. It is written to a file, named with its seed, and the exit status is 1.
 */
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {Worker} from 'node:worker_threads';
import {z} from 'zod';
import {mutate, randomOf} from './mutate.ts';
import {TARGETS} from './targets.ts';

const LONGEST_MS = 5000;
const answerSchema = z.object({passed: z.boolean().optional(), error: z.string().optional()});
type Answer = z.infer<typeof answerSchema>;

const {values} = parseArgs({
  options: {minutes: {type: 'string'}, target: {type: 'string'}, seed: {type: 'string'}},
});
const firstSeed = Number(values.seed ?? Date.now() % 1_000_000_000);
const names = values.target === undefined ? [...TARGETS.keys()] : [values.target];
const work = mkdtempSync(join(tmpdir(), 'plimsoll-fuzz-'));
/** Of the question that is open; the first one waits for the worker to load. */
let settle: (answer: Answer) => void = () => undefined;
let worker = start();
await new Promise((resolve) => worker.once('message', resolve));

function start(): Worker {
  const started = new Worker(new URL('worker.ts', import.meta.url));
  started.on('message', (message) => {
    settle(answerSchema.parse(message));
  });
  started.on('error', (error) => {
    settle({error: String(error)});
  });
  return started;
}

async function ask(target: string, text: string): Promise<Answer> {
  const answer = await new Promise<Answer>((resolve) => {
    const timer = setTimeout(() => {
      resolve({error: `it takes more than ${LONGEST_MS / 1000} s`});
    }, LONGEST_MS);
    settle = (found) => {
      clearTimeout(timer);
      resolve(found);
    };
    worker.postMessage({target, text});
  });
  if (answer.error !== undefined) {
    await worker.terminate();
    worker = start();
    await new Promise((resolve) => worker.once('message', resolve));
  }
  return answer;
}

const until = Date.now() + Number(values.minutes ?? 1) * 60_000;
const counts = new Map(names.map((name) => [name, {mutants: 0, passed: 0, finds: 0}]));
for (let seed = firstSeed; Date.now() < until; seed += 1) {
  for (const [name, count] of counts) {
    const random = randomOf(seed);
    const {seeds = []} = TARGETS.get(name) ?? {};
    const text = mutate(seeds[Math.floor(random() * seeds.length)] ?? '', random);
    const {passed, error} = await ask(name, text);
    count.mutants += 1;
    if (passed === true) count.passed += 1;
    if (error === undefined) continue;
    count.finds += 1;
    const file = join(work, `${name}-${seed}`);
    if (count.finds <= 5) {
      writeFileSync(file, text);
      console.log(`FOUND in ${name}, --seed ${seed}, ${file}: ${error.slice(0, 600)}`);
    }
    process.exitCode = 1;
  }
}
await worker.terminate();
console.log(`First seed: ${firstSeed}`);
for (const [name, {mutants, passed, finds}] of counts)
  console.log(
    `${name}: ${mutants} mutants, ${Math.round((100 * passed) / mutants)} % past the first parser, ${finds} finds`,
  );
