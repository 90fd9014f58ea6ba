/** Vulnerabilities as Trivy alone finds them in the layout: its set of (id, purl, version). */
import {join} from 'node:path';
import {z} from 'zod';
import type {Finding} from '../row.ts';
import {given, type Subject} from '../subject.ts';
import {run} from '../tools.ts';

const scanSchema = z.object({
  Results: z
    .array(
      z.object({
        Vulnerabilities: z
          .array(
            z.object({
              VulnerabilityID: z.string(),
              PkgIdentifier: z.object({PURL: z.string().optional()}).optional(),
              InstalledVersion: z.string().optional(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});

export async function byTrivy({view, report, work}: Subject): Promise<readonly Finding[]> {
  const {findings} = given(report, 'what it found');
  const repositories = (process.env['PLIMSOLL_DB_REPOSITORIES'] ?? '').split(/[\n,]/);
  const scan = await run({
    program: 'trivy',
    args: [
      ...['image', '--input', view, '--format', 'json', '--scanners', 'vuln', '--quiet'],
      ...['--cache-dir', join(work, 'trivy'), '--insecure', '--skip-version-check'],
      ...repositories.filter((one) => one !== '').flatMap((one) => ['--db-repository', one]),
    ],
  });
  const theirs = new Set(
    (scanSchema.parse(JSON.parse(scan.toString())).Results ?? [])
      .flatMap(({Vulnerabilities}) => Vulnerabilities ?? [])
      .map((one) => triple(one.VulnerabilityID, one.PkgIdentifier?.PURL, one.InstalledVersion)),
  );
  // Suppressed findings stand among the others, with who suppressed them.
  const ours = new Set(
    given(findings, 'what it found').flatMap(({id, members}) =>
      members.map(({purl, version}) => triple(id, purl, version)),
    ),
  );
  const differing = [
    ...[...theirs].filter((one) => !ours.has(one)).map((one) => `only theirs: ${one}`),
    ...[...ours].filter((one) => !theirs.has(one)).map((one) => `only ours: ${one}`),
  ];
  return [{figure: 'id, purl, version', theirs: theirs.size, ours: ours.size, differing}];
}

function triple(id: string, purl = '', version = ''): string {
  return `${id} ${purl} ${version}`;
}
