/** The scanner is asked again about lower layers where records of packages were removed above them. */
import type {Scanning} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import {parseTrivyReport} from '../../domain/findings/trivy-schema.ts';
import {
  systemPackageNames,
  remainingPackages,
  withResults,
} from '../../domain/findings/remaining-packages.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import {writeLowerLayout} from './lower-layout.ts';
import type {ScanCall} from './scan-call.ts';

/** Each is a run of the scanner, which has seen all these layers already. */
const MOST_RUNS = 32;

/** @param ask the same question about another layout */
export async function withRemainingPackages(
  scanning: Scanning,
  {
    call: {facts, tree, scannable},
    ask,
  }: {readonly call: ScanCall; readonly ask: (layout: string) => Promise<Known<Scanning>>},
  deps: Pick<Deps, 'files'>,
): Promise<Known<Scanning>> {
  const removed = isKnown(facts) ? (facts.value.contents.removedRecords ?? []) : [];
  if (!isKnown(facts) || tree === undefined || removed.length === 0) return known(scanning);
  const whole = parseTrivyReport(scanning.json);
  if (!isKnown(whole)) return known(scanning);
  const {layers} = facts.value;
  const groups = [...Map.groupBy(removed, (one) => one.layers)].sort(([a], [b]) => b - a);
  if (groups.length > MOST_RUNS)
    return unable(
      `Records of packages were removed by ${groups.length} layers while files of the packages are there, and at most ${MOST_RUNS} are looked into.`,
    );
  const results: object[] = [];
  const names = new Set(systemPackageNames(whole.value));
  const diffIds = layers.map(({diffId}) => diffId);
  for (const [count, records] of groups) {
    const layout = await writeLowerLayout(scannable, layers.slice(0, count), deps);
    const answer = await ask(layout);
    await deps.files.remove(layout);
    if (!isKnown(answer)) return answer;
    const parsed = parseTrivyReport(answer.value.json);
    if (!isKnown(parsed)) return unable(`Trivy could not scan the image: ${parsed.unable}.`);
    results.push(...remainingPackages(parsed.value, {removed: records, tree, diffIds, names}));
    for (const name of systemPackageNames(parsed.value)) names.add(name);
  }
  if (results.length === 0) return known(scanning);
  return known({...scanning, json: JSON.stringify(withResults(whole.value.document, results))});
}
