/** What is written as YAML. */
import {stringify} from 'yaml';
import {mutateText} from './mutate.ts';
import {kinOf, mutateJson, textOf} from './mutate-json.ts';
import {oneOf} from './random.ts';
import type {Target} from './target.ts';

/**
 * Mostly changed as data, which is then written as JSON or YAML; else as the text that it is.
 * @param texts more seeds, of what data cannot say (aliases, tags)
 */
export function yamlTarget(
  documents: readonly object[],
  run: (text: string) => boolean | Promise<boolean>,
  texts: readonly string[] = [],
): Target {
  const kin = kinOf(documents);
  const written = documents.flatMap((one) => [JSON.stringify(one), stringify(one)]);
  return {
    seeds: [...written, ...texts].map((text) => Buffer.from(text)),
    mutate: (seed, random) => {
      if (random() < 0.2) return Buffer.from(mutateText(seed.toString(), random));
      const changed = mutateJson(oneOf(documents, random), kin, random);
      const text = textOf(changed);
      // What is nested deeply is too much for the library that writes it.
      const isPlain = text.length < 10_000 && random() < 0.5;
      return Buffer.from(isPlain ? stringify(changed) : text);
    },
    run: (mutant) => run(mutant.toString()),
  };
}
