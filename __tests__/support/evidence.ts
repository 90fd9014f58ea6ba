/** Evidence of an image that keeps every default rule, and pieces to change it with. */
import type {AttributedFinding, AttributedSecret} from '../../src/domain/findings/facts.ts';
import type {DockerfileFacts} from '../../src/domain/dockerfile/dockerfile.ts';
import {imageId} from '../../src/domain/image-id.ts';
import {known, unable, type Known} from '../../src/domain/known.ts';
import type {Evidence, JudgedFindings} from '../../src/domain/policy/evidence.ts';
import type {GatheredImage} from '../../src/domain/policy/evaluate.ts';
import type {Policy} from '../../src/domain/policy/policy.ts';
import type {RuleOptions} from '../../src/domain/policy/rule.ts';
import {RULES, mapRules, type RuleId} from '../../src/domain/policy/rules/index.ts';

export const DOCKERFILE: DockerfileFacts = {
  file: 'Dockerfile',
  instructions: [
    {keyword: 'FROM', text: 'FROM debian AS build', startLine: 1, endLine: 1, stage: 0},
    {keyword: 'USER', text: 'USER root', startLine: 2, endLine: 2, stage: 0},
    {keyword: 'FROM', text: 'FROM debian', startLine: 4, endLine: 4, stage: 1},
    {keyword: 'USER', text: 'USER 10001', startLine: 5, endLine: 5, stage: 1},
    {
      keyword: 'HEALTHCHECK',
      text: 'HEALTHCHECK CMD /check',
      startLine: 6,
      endLine: 7,
      stage: 1,
    },
  ],
  usedStages: [0, 1],
};

export const GOOD: Evidence = {
  sizes: known({
    unpackedBytes: 100_000_000,
    downloadBytes: 40_000_000,
    biggestUnpacked: {
      bytes: 90_000_000,
      place: {base: false, file: 'Dockerfile', startLine: 8, endLine: 9},
      instruction: 'RUN make install',
    },
    biggestDownload: {bytes: 30_000_000, place: {base: true, file: 'Dockerfile', startLine: 4}},
  }),
  contents: known({
    ...{unpackedBytes: 100_000_000, inUseBytes: 99_000_000, wasteBytes: 1_000_000},
    ...{waste: [], tools: [], biggestFiles: [], biggestFolders: [], privileged: []},
  }),
  context: known({
    ...{bytes: 1000, files: 3, ignoreFile: '.dockerignore', unused: [], named: []},
    ...{biggestFolders: [{path: '.', bytes: 1000}], unwanted: []},
  }),
  buildChecks: known([]),
  buildPolicy: known({files: [], denials: []}),
  comparison: unable('There is no baseline.'),
  pullRequest: known(false),
  buildTime: known({seconds: 60, how: 'measured'}),
  user: known({declared: '10001', uid: 10001, isRoot: false, numeric: true}),
  healthcheck: known({declared: true, test: ['CMD', '/check']}),
  running: known({status: 'healthy', seconds: 1}),
  dockerfile: known(DOCKERFILE),
  vulnerabilities: judged([]),
  secrets: known([]),
  freshness: known({databaseAgeDays: 0.5}),
  loosenings: unable('They are of the run.'),
};

export function gathered(
  change: Partial<Evidence> = {},
  {name = 'web', missing}: {name?: string; missing?: string} = {},
): GatheredImage {
  return {
    id: imageId({name, platform: 'linux/amd64'}),
    name,
    ...(missing !== undefined && {missing}),
    evidence: {...GOOD, ...change},
  };
}

/** A finding that nothing mends yet. */
export function unfixed(change: Partial<AttributedFinding> = {}): AttributedFinding {
  const id = change.id ?? 'CVE-2026-1';
  return {
    identity: `${id}/${change.package ?? 'zlib'}`,
    id,
    package: 'zlib',
    severity: 'high',
    status: 'fixed',
    members: [
      {
        package: 'zlib1g',
        version: '1:1.2.13',
        purl: 'pkg:deb/debian/zlib1g@1.2.13?arch=amd64&epoch=1',
      },
    ],
    base: false,
    places: [{file: 'Dockerfile', startLine: 4, endLine: 4}],
    ...change,
  };
}

export function finding(change: Partial<AttributedFinding> = {}): AttributedFinding {
  return unfixed({fixed: '1:1.2.14', ...change});
}

/** A secret of which nobody knows who brought it. */
export function strayedSecret(change: Partial<AttributedSecret> = {}): AttributedSecret {
  return {
    rule: 'github-pat',
    title: 'GitHub Personal Access Token',
    severity: 'critical',
    where: 'file',
    path: '/app/.npmrc',
    place: {file: 'Dockerfile', startLine: 6, endLine: 6},
    ...change,
  };
}

export function secret(change: Partial<AttributedSecret> = {}): AttributedSecret {
  return strayedSecret({base: false, ...change});
}

/** Findings as the rule gets them, on the day of the tests. */
export function judged(
  findings: readonly AttributedFinding[],
  change: Partial<JudgedFindings> = {},
): Known<JudgedFindings> {
  return known({findings, fixedSince: new Map(), today: '2026-11-25', ...change});
}

type RuleChanges = Partial<Record<RuleId, Partial<RuleOptions>>>;

/** The defaults, changed for all images, with waivers and ignores. */
export function policy(change: Partial<Policy> & {readonly change?: RuleChanges} = {}): Policy {
  const {change: rules = {}, ...rest} = change;
  return {
    rules: mapRules((id) => ({...RULES[id].default, ...rules[id]})),
    images: new Map(),
    waivers: [],
    ignores: [],
    vex: [],
    ...rest,
  };
}
