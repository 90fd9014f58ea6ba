/** Statements about an image, held against Trivy's own answer where the same image is in a registry. */
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, it} from '@jest/globals';
import type {ScanFacts} from '../../src/domain/findings/facts.ts';
import {parseTrivyReport} from '../../src/domain/findings/trivy-schema.ts';
import {isKnown, known} from '../../src/domain/known.ts';
import {parseVex, type VexDocument} from '../../src/domain/policy/vex.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {buildLayout, imageFacts, scanOf, supplyOf} from '../support/scan.ts';

const folder = folders();
const deps = testDeps();
afterAll(() => deps.cleanup.run('job'));

const {registry, trivyPath, dbRepositories} = lab();
const REPOSITORY = `${registry}/plimsoll-vex/web`;
const URL = encodeURIComponent(REPOSITORY);

const packageOf = (name: string, version: string): string => JSON.stringify({name, version});
const context = folder({
  Dockerfile: 'FROM debian:bookworm-slim\nCOPY apps /app/node_modules\nUSER 1000\n',
  'apps/next/package.json': packageOf('next', '14.1.0'),
  'apps/ws/package.json': packageOf('ws', '8.0.0'),
});

function run(program: string, ...args: readonly string[]): string {
  const {status, stdout, stderr} = spawnSync(program, args, {encoding: 'utf8'});
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

type Product = Readonly<Record<string, unknown>>;

/** What a user may write, of a package of the image whose digest this is. */
const FORMS: readonly ((purl: string, digest: string) => Product)[] = [
  () => ({'@id': 'pkg:oci/web'}),
  () => ({'@id': 'pkg:oci/api'}),
  (purl) => ({'@id': 'pkg:oci/web', subcomponents: [{'@id': purl}]}),
  () => ({'@id': 'pkg:oci/web', subcomponents: [{'@id': 'pkg:npm/other'}]}),
  (_, digest) => ({'@id': `pkg:oci/web@${digest}`}),
  (_, digest) => ({'@id': `pkg:oci/web@${digest.replaceAll(/[1-9]/g, '0')}`}),
  () => ({identifiers: {purl: `pkg:oci/web?arch=amd64&repository_url=${URL}`}}),
  () => ({'@id': 'pkg:oci/web?arch=arm64'}),
  () => ({'@id': `pkg:oci/web?repository_url=${encodeURIComponent('ghcr.io/team/web')}`}),
  (purl) => ({'@id': purl.split('@')[0] ?? ''}),
];

function documentOf(statements: readonly object[]): string {
  return JSON.stringify({
    ...{'@context': 'https://openvex.dev/ns/v0.2.0', '@id': 'https://example.com/vex/1'},
    ...{author: 'us', timestamp: '2026-01-01T00:00:00Z', version: 1, statements},
  });
}

function answered({findings}: ScanFacts): readonly string[] {
  return findings
    .flatMap(({id, members}) => members.map(({purl, vex}) => ({id, purl, vex})))
    .flatMap(({id, purl, vex}) => (vex === undefined ? [] : [[id, purl, vex.status].join(' ')]))
    .toSorted();
}

function answeredByTrivy(text: string): readonly string[] {
  const place = folder({'vex.json': text});
  const cache = join(place, 'cache');
  const quiet = ['image', '--quiet', '--cache-dir', cache];
  run(trivyPath, ...quiet, '--download-db-only', '--db-repository', dbRepositories);
  const asked = ['--skip-db-update', '--offline-scan', '--scanners', 'vuln', '--show-suppressed'];
  const output = join(place, 'report.json');
  const given = ['--vex', join(place, 'vex.json'), '--format', 'json', '--output', output];
  run(trivyPath, ...quiet, ...asked, ...given, `${REPOSITORY}:1`);
  const parsed = parseTrivyReport(readFileSync(output, 'utf8'));
  if (!isKnown(parsed)) throw new Error(parsed.unable);
  return (parsed.value.report.Results ?? [])
    .flatMap((result) => result.ExperimentalModifiedFindings ?? [])
    .map(({Finding: {VulnerabilityID: id, PkgIdentifier}, Status: status}) =>
      [id, PkgIdentifier?.PURL, status].join(' '),
    )
    .toSorted();
}

it('what statements say of the image is what Trivy takes them for once the image has a digest', async () => {
  const built = buildLayout(context, 'web');
  run('crane', 'push', built.path, `${REPOSITORY}:1`);
  const digest = run('crane', 'digest', `${REPOSITORY}:1`).trim();
  const layout = {...built, image: {...built.image, tags: [`${REPOSITORY}:1`]}};
  const supply = supplyOf(deps);
  const facts = known(imageFacts({digest}));
  const scan = async (vex: readonly VexDocument[]): Promise<ScanFacts> => {
    const scanned = await scanOf({deps, supply, layout, facts, vex});
    if (!isKnown(scanned.facts)) throw new Error(scanned.facts.unable);
    return scanned.facts.value;
  };
  const {findings} = await scan([]);
  const ids = findings.map(({id, members}) => ({id, purl: members[0]?.purl ?? ''}));
  expect(ids.length).toBeGreaterThan(FORMS.length);
  const statements = ids.flatMap(({id, purl}, index) => {
    const form = FORMS[index % FORMS.length];
    const products = form === undefined ? [] : [form(purl, digest)];
    const one = {vulnerability: {name: id}, products};
    const end = {...one, status: 'not_affected', justification: 'component_not_present'};
    // Of two of one time the first counts.
    return index % 7 === 6 ? [{...one, status: 'affected'}, end] : [end];
  });
  const text = documentOf(statements);
  const ours = answered(await scan([parseVex(text, 'vex.json')]));
  expect(ours.length).toBeGreaterThan(3);
  expect(ours).toEqual(answeredByTrivy(text));
});
