/** What ignore files and VEX documents leave: plain Trivy, given the same files, beside our own filter. */
import {mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {testDeps} from '../../__tests__/support/deps.ts';
import {filterForms, type FilterForm} from '../../__tests__/support/filter-forms.ts';
import {writeLayout, type TarEntry} from '../../__tests__/support/layouts.ts';
import {lab} from '../../__tests__/support/lab.ts';
import {planned, scanOf, supplyOf} from '../../__tests__/support/scan.ts';
import type {Finding as Found, Member} from '../../src/domain/findings/facts.ts';
import {parseTrivyReport} from '../../src/domain/findings/trivy-schema.ts';
import {isKnown, known} from '../../src/domain/known.ts';
import {nothingKnown} from '../../src/domain/policy/evidence.ts';
import {activeIgnores, applyIgnores} from '../../src/domain/policy/ignores.ts';
import {parseTrivyignore, parseTrivyignoreYaml} from '../../src/domain/policy/trivyignore.ts';
import {parseVex} from '../../src/domain/policy/vex.ts';
import {errorMessage} from '../../src/errors.ts';
import {didNotRun, judge, type Finding, type Row} from './row.ts';
import {named, run} from './tools.ts';

const NAME = 'filtered';
const TODAY = new Date().toISOString().slice(0, 10);

/** @param wanted parts of names of images; none: all */
export async function* filteredRows(work: string, wanted: readonly string[]): AsyncGenerator<Row> {
  if (wanted.length > 0 && !wanted.some((part) => NAME.includes(part))) return;
  const tool = await named('trivy');
  const deps = testDeps();
  const supply = supplyOf(deps);
  const path = await mkdtemp(join(work, 'filtered-'));
  await writeLayout(path, {layers: [{entries: ENTRIES}]});
  const around: Around = {deps, supply, work, layout: {image: planned(), path}};
  try {
    const all = await scanned(around, []);
    yield judge(
      {
        figure: 'without a filter',
        theirs: (await leftBy(around, [])).length,
        ours: keysOf(all).length,
      },
      {image: NAME, tool},
    );
    for (const form of filterForms(all)) {
      try {
        yield judge(await finding(form, all, around), {image: NAME, tool});
      } catch (error) {
        yield didNotRun(NAME, 'trivy', `${form.name}: ${errorMessage(error)}`);
      }
    }
  } finally {
    await supply.end();
    await deps.cleanup.run('job');
  }
}

interface Around {
  readonly deps: ReturnType<typeof testDeps>;
  readonly supply: ReturnType<typeof supplyOf>;
  readonly work: string;
  readonly layout: {readonly image: ReturnType<typeof planned>; readonly path: string};
}

const file = (name: string, content: string): TarEntry => ({name, content});
const module = (folder: string, name: string, version: string): TarEntry =>
  file(`${folder}/node_modules/${name}/package.json`, JSON.stringify({name, version}));
const debian = (name: string, source: string, version: string): string =>
  `Package: ${name}\nSource: ${source}\nStatus: install ok installed\nVersion: ${version}\nArchitecture: amd64\nMaintainer: x\nDescription: x\n\n`;

/** Two paths of one package, and two packages of one source. */
const ENTRIES: readonly TarEntry[] = [
  file('etc/os-release', 'ID=debian\nVERSION_ID="12"\n'),
  file('etc/debian_version', '12.5\n'),
  file(
    'var/lib/dpkg/status',
    [
      debian('zlib1g', 'zlib', '1:1.2.13.dfsg-1'),
      debian('libc6', 'glibc', '2.36-9+deb12u1'),
      debian('libc-bin', 'glibc', '2.36-9+deb12u1'),
    ].join(''),
  ),
  ...[module('a', 'ws', '8.0.0'), module('b', 'ws', '8.0.0'), module('b', 'next', '14.1.0')],
];

async function scanned(
  {deps, supply, layout}: Around,
  vex: Parameters<typeof scanOf>[0]['vex'],
): Promise<readonly Found[]> {
  const {facts} = await scanOf({deps, supply, layout, vex: vex ?? []});
  if (!isKnown(facts)) throw new Error(facts.unable);
  return facts.value.findings;
}

async function finding(
  {name, kind, text}: FilterForm,
  all: readonly Found[],
  around: Around,
): Promise<Finding> {
  const path = join(around.work, kind === 'vex' ? 'vex.json' : kind);
  await writeFile(path, text);
  const option = kind === 'vex' ? '--vex' : '--ignorefile';
  const theirs = await leftBy(around, [option, path]);
  const ours =
    kind === 'vex'
      ? keysOf(await scanned(around, [parseVex(text, 'vex.json')]))
      : keysOf(withoutIgnored(all, kind, text));
  const differing = [
    ...theirs.filter((one) => !ours.includes(one)).map((one) => `only theirs: ${one}`),
    ...ours.filter((one) => !theirs.includes(one)).map((one) => `only ours: ${one}`),
  ];
  return {figure: name, theirs: theirs.length, ours: ours.length, differing};
}

function withoutIgnored(all: readonly Found[], kind: string, text: string): readonly Found[] {
  const parse = kind === '.trivyignore' ? parseTrivyignore : parseTrivyignoreYaml;
  const {active} = activeIgnores(parse(text, kind).ignores, TODAY);
  const findings = all.map((one) => ({...one, places: []}));
  const {evidence} = applyIgnores(
    {
      ...nothingKnown('not asked'),
      vulnerabilities: known({findings, fixedSince: new Map(), today: TODAY}),
    },
    active,
  );
  return isKnown(evidence.vulnerabilities) ? evidence.vulnerabilities.value.findings : [];
}

function keysOf(findings: readonly Found[]): readonly string[] {
  return findings
    .flatMap(({id, members}) => members.map((member) => ({id, member})))
    .filter(({member}) => member.vex === undefined)
    .map(({id, member}) => keyOf(id, member))
    .toSorted();
}

function keyOf(
  id: string,
  {package: name, version, path = ''}: Pick<Member, 'package' | 'version' | 'path'>,
): string {
  return [id, name, version, path].join(' ');
}

async function leftBy(
  {work, layout}: Around,
  options: readonly string[],
): Promise<readonly string[]> {
  const {trivyPath: program, dbRepositories} = lab();
  const [cache, output] = [join(work, 'filtered-cache'), join(work, 'filtered.json')];
  const quiet = ['image', '--quiet', '--cache-dir', cache];
  await run({program, args: [...quiet, '--download-db-only', '--db-repository', dbRepositories]});
  const asked = ['--skip-db-update', '--offline-scan', '--scanners', 'vuln', '--format', 'json'];
  await run({
    program,
    args: [...quiet, ...asked, '--output', output, ...options, '--input', layout.path],
    cwd: work,
  });
  const parsed = parseTrivyReport(await readFile(output, 'utf8'));
  if (!isKnown(parsed)) throw new Error(parsed.unable);
  return (parsed.value.report.Results ?? [])
    .flatMap(({Vulnerabilities}) => Vulnerabilities ?? [])
    .map((found) =>
      keyOf(found.VulnerabilityID, {
        ...{package: found.PkgName, version: found.InstalledVersion ?? ''},
        path: found.PkgPath ?? '',
      }),
    )
    .toSorted();
}
