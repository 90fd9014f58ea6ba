import type {ReportImage} from '../report/schema.ts';

type Finding = NonNullable<ReportImage['findings']>[number];
type Comparison = NonNullable<ReportImage['comparison']>;

/** `CVE-2026-1`, `GHSA-...`, `TEMP-0841856-B18BAF`: what an advisory may be called. */
const ADVISORY = /^[A-Za-z][A-Za-z0-9:._-]{2,80}$/;
const IDENTITY = /^[0-9a-f]{32}$/;

const STATES = {
  built: {},
  'not-built': {reason: 'it was not built'},
  unreadable: {reason: 'it could not be read'},
} as const;

/** What code scanning was told of it, and every sentence, is left out. */
export function distrustImage(image: ReportImage): ReportImage {
  const {reason: _reason, sarif: _sarif, build, healthcheck, findings, comparison, ...rest} = image;
  const {secrets, ...kept} = rest;
  return {
    ...kept,
    ...STATES[image.state],
    notLookedAt: [],
    ...(build === undefined ? {} : {build: withoutMisses(build)}),
    ...(healthcheck === undefined ? {} : {healthcheck: withoutTest(healthcheck)}),
    ...(findings === undefined ? {} : {findings: findings.flatMap(distrustFinding)}),
    ...(secrets === undefined
      ? {}
      : {secrets: secrets.map((secret) => ({...secret, title: 'A secret'}))}),
    ...(comparison === undefined ? {} : {comparison: distrustComparison(comparison)}),
  };
}

function withoutMisses({
  misses: _misses,
  ...build
}: NonNullable<ReportImage['build']>): NonNullable<ReportImage['build']> {
  return build;
}

function withoutTest({
  test: _test,
  ...healthcheck
}: NonNullable<ReportImage['healthcheck']>): NonNullable<ReportImage['healthcheck']> {
  return healthcheck;
}

function isNamed({id, identity}: {readonly id: string; readonly identity: string}): boolean {
  return ADVISORY.test(id) && IDENTITY.test(identity);
}

function distrustFinding(finding: Finding): readonly Finding[] {
  if (!isNamed(finding)) return [];
  const {suppressed, ...kept} = finding;
  return [{...kept, ...(suppressed === undefined ? {} : {suppressed: {by: suppressed.by}})}];
}

function distrustComparison(comparison: Comparison): Comparison {
  if (comparison.state === 'new' || comparison.findings === undefined) return comparison;
  const {new: fresh, fixed, still} = comparison.findings;
  return {
    ...comparison,
    findings: {new: fresh.filter(isNamed), fixed: fixed.filter(isNamed), still},
  };
}
