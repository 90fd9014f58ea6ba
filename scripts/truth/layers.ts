/**
 * Layers that nobody builds, as containerd and moby read them (`lab/oracle`) and as we do: our tree is theirs,
 * or we refuse. `node scripts/truth/layers.ts [MUTATED [STACKS [FIRST]]]`; by itself 100,000 mutated layers and
 * 10,000 stacks. Exit status 1 when one is read wrongly.
 */
import {generatedStack, mutatedLayer} from '../../__tests__/support/layer-cases.ts';
import {compared, LayerOracle} from '../../__tests__/support/layer-oracle.ts';

const BATCH = 200;
const SHOWN = 20;
const [mutated = 100_000, stacks = 10_000, first = 0] = process.argv.slice(2).map(Number);
const oracle = new LayerOracle();
let wrong = 0;

async function count(
  name: string,
  cases: number,
  make: (number: number) => readonly Buffer[],
): Promise<void> {
  const outcomes = new Map<string, number>();
  const reasons = new Map<string, number>();
  for (let from = 0; from < cases; from += BATCH) {
    const numbers = Array.from({length: Math.min(BATCH, cases - from)}, (_, i) => first + from + i);
    const made = numbers.map(make);
    const answers = await oracle.ask(made);
    for (const [index, answer] of answers.entries()) {
      const {outcome, note} = compared(made[index] ?? [], answer);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const reason = note.replaceAll(/"(?:[^"\\]|\\.)*"|\d+/g, '…');
      if (outcome === 'refused by us alone') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      if (outcome !== 'WRONG') continue;
      wrong += 1;
      if (wrong <= SHOWN) console.log(`${name} ${numbers[index] ?? 0}: ${note}`);
    }
  }
  console.log(`${name}: ${[...outcomes].map(([key, many]) => `${key} ${many}`).join(', ')}`);
  for (const [reason, many] of [...reasons].sort((a, b) => b[1] - a[1]).slice(0, SHOWN))
    console.log(`  refused by us alone, ${many}: ${reason}`);
}

await count('mutated layers', mutated, (number) => [mutatedLayer(number)]);
await count('stacks', stacks, generatedStack);
oracle.end();
process.exitCode = wrong > 0 ? 1 : 0;
