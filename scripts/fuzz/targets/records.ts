/** The record of an earlier run: what a baseline is. */
import {hash, image, layer, POLICY, step} from '../../../__tests__/support/records.ts';
import {compare} from '../../../src/domain/compare/compare.ts';
import {isKnown} from '../../../src/domain/known.ts';
import {policyLoosenings} from '../../../src/domain/policy/loosenings.ts';
import {parseRecord} from '../../../src/domain/record/parse.ts';
import type {RunRecord} from '../../../src/domain/record/schema.ts';
import {jsonText} from '../../../src/publishers/folder/render.ts';
import {mutatorOf} from '../mutate-json.ts';
import type {Random} from '../random.ts';
import {FalseAnswer, type Target} from '../target.ts';

const steps = [
  step('base', {kind: 'image', reference: 'debian:12', digest: `sha256:${hash('debian')}`}),
  step('make', {
    inputs: [0],
    content: {hash: hash('x'), files: {'src/a.ts': hash('a')}},
    seconds: 3,
  }),
  step('test', {inputs: [1], cached: false, file: 'Dockerfile', startLine: 3, endLine: 4}),
];
const web = image([layer('a', 100, {base: true, step: 0}), layer('b', 50, {step: 1})], {
  steps,
  packages: [
    {name: 'openssl', version: '3.0.1', purl: 'pkg:deb/debian/openssl@3.0.1', layer: 0},
    {name: 'ws', version: '8.0.0', layer: 1},
  ],
  findings: [
    {
      ...{identity: hash('CVE'), id: 'CVE-2026-1', package: 'ws', severity: 'high', layers: [1]},
      ...{fixed: '8.0.1', fixedSince: '2026-11-01'},
    },
  ],
  violations: {vulnerabilities: 2, user: 1},
});
const built = [{id: web.id, name: 'web', dockerfile: 'Dockerfile', context: '.', stage: 'run'}];
const waivers = [{rule: 'vulnerabilities', id: 'CVE-2026-2', expires: '2027-01-01'}];
const ignores = [{id: 'CVE-2026-3', paths: ['usr/**'], expires: '2027-02-01'}];
const vex = [
  {id: 'CVE-2026-4', status: 'not_affected', products: ['pkg:npm/a'], meaning: hash('m')},
];
const policy = {...POLICY, built, waivers, ignores, vex, images: {web: POLICY.rules}};

const RECORD: RunRecord = {
  ...{version: 0, tool: {name: 'plimsoll', version: '0.0.0'}, madeAt: '2026-11-20T10:11:12.000Z'},
  ...{commit: 'a'.repeat(40), images: [web], policy},
};
const BARE: RunRecord = {...RECORD, images: [image([layer('c', 7)], {id: 'api/linux/arm64'})]};
const seeds = [RECORD, BARE].map((one) => Buffer.from(JSON.stringify(one)));

type Sums = Record<'unpackedBytes' | 'downloadBytes', unknown> & {readonly layers: unknown};

/** Mostly the totals are made those of the layers again: else nothing gets past that check. */
function repair(document: unknown, random: Random): void {
  if (random() < 0.15 || typeof document !== 'object' || document === null) return;
  const {images} = document as {readonly images?: unknown};
  for (const one of Array.isArray(images) ? (images as (Partial<Sums> | null)[]) : []) {
    const layers: unknown = one?.layers;
    if (one === null || typeof one !== 'object' || !Array.isArray(layers)) continue;
    for (const key of ['unpackedBytes', 'downloadBytes'] as const)
      one[key] = (layers as (Partial<Sums> | null)[]).reduce(
        (sum, layer) => sum + Number(layer?.[key] ?? 0),
        0,
      );
  }
}

export const record: Target = {
  seeds,
  mutate: mutatorOf(seeds, repair),
  run: (mutant) => {
    const parsed = parseRecord(mutant.toString());
    if (!isKnown(parsed)) return false;
    const {policy: before, images} = parsed.value;
    policyLoosenings(before, policy);
    policyLoosenings(policy, before);
    for (const other of images.slice(0, 20)) {
      const findingsBefore = other.findings;
      compare({before: other, after: web, findingsBefore, files: undefined});
      compare({before: web, after: other, findingsBefore: web.findings, files: undefined});
    }
    if (!isKnown(parseRecord(jsonText(parsed.value))))
      throw new FalseAnswer('what is written of it is no record any more');
    return true;
  },
};
