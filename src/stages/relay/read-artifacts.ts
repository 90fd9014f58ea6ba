/** The reports that a run has left as artifacts: downloaded, unpacked and parsed as what they are, foreign. */
import {downloadArtifact, listArtifacts, type RunArtifact} from '../../clients/workflow-runs.ts';
import type {Deps} from '../../deps.ts';
import {newestAttempts, parseArtifactName} from '../../domain/report/artifact.ts';
import {isKnown, known, type Known} from '../../domain/known.ts';
import type {LeftReports} from '../../domain/relay/report.ts';
import type {JobReport, Unread} from '../../domain/report/join.ts';
import {LARGEST_REPORT, parseReport} from '../../domain/report/parse.ts';
import {formatBytes} from '../../domain/text/units.ts';
import type {RelaySource} from './find-pull.ts';
import {readZipped} from './unzip.ts';

const MOST_ARTIFACTS = 50;
/** Compressed. */
const LARGEST_ARTIFACT = 100_000_000;

/** @throws {ToolError} when GitHub does not give them */
export async function readArtifacts(
  source: RelaySource,
  deps: Pick<Deps, 'http' | 'workflow'>,
): Promise<Known<LeftReports>> {
  const all = await listArtifacts(source.at, source.runId, source.asking);
  const ours = all.filter(({name, expired}) => !expired && parseArtifactName(name) !== undefined);
  const newest = newestAttempts(ours, ({name}) => name);
  const read: (JobReport | Unread)[] = [];
  // One after the other: only one archive is held at a time.
  for (const artifact of newest.slice(0, MOST_ARTIFACTS))
    read.push(await readOne(artifact, source, deps));
  const more = newest.slice(MOST_ARTIFACTS).map(({name}) => ({
    from: name,
    reason: `at most ${MOST_ARTIFACTS} artifacts of a run are read.`,
  }));
  return known({
    jobs: read.flatMap((one) => ('report' in one ? [one] : [])),
    unread: [...read.flatMap((one) => ('reason' in one ? [one] : [])), ...more],
  });
}

async function readOne(
  {id, name: from, size_in_bytes: bytes}: RunArtifact,
  {at, token, asking}: RelaySource,
  {http, workflow}: Pick<Deps, 'http' | 'workflow'>,
): Promise<JobReport | Unread> {
  const refused = (words: string): Unread => ({from, reason: `this artifact ${words}`});
  if (bytes > LARGEST_ARTIFACT)
    return refused(
      `has ${formatBytes(bytes)}, and at most ${formatBytes(LARGEST_ARTIFACT)} are taken.`,
    );
  const archive = await downloadArtifact(
    at,
    {id, token, mostBytes: LARGEST_ARTIFACT},
    {asking, http, workflow},
  );
  const text = await readZipped(archive, {name: 'report.json', mostBytes: LARGEST_REPORT});
  if (!isKnown(text)) return refused(text.unable);
  const report = parseReport(text.value);
  return isKnown(report) ? {from, report: report.value} : refused(report.unable);
}
