/** A base and a change of it, each as its files say it: what the change lets pass is to be said. */
import {plannedImages} from '../../src/domain/plan/images.ts';
import type {ResolvedTarget} from '../../src/domain/plan/target.ts';
import {policyLoosenings} from '../../src/domain/policy/loosenings.ts';
import {mergePolicy} from '../../src/domain/policy/merge.ts';
import {parsePolicy} from '../../src/domain/policy/parse.ts';
import type {Policy} from '../../src/domain/policy/policy.ts';
import {RULES} from '../../src/domain/policy/rules/index.ts';
import {parseTrivyignoreYaml} from '../../src/domain/policy/trivyignore.ts';
import {parseVex} from '../../src/domain/policy/vex.ts';
import {policyRecordSchema, type PolicyRecord} from '../../src/domain/record/policy.ts';
import {builtImages, policyRecord} from '../../src/domain/policy/policy-record.ts';

export interface PolicySide {
  /** Of the policy file, without its version. */
  readonly policy?: object;
  /** Entries of `.trivyignore.yaml`: `{vulnerabilities: [...]}`. */
  readonly ignores?: object;
  /** Statements, by OpenVEX document. */
  readonly vex?: readonly (readonly object[])[];
  /** Of the definition, by name; default `web` and `api`. */
  readonly targets?: Readonly<Record<string, Partial<ResolvedTarget> & {readonly serves?: true}>>;
  readonly enforce?: boolean;
}

/** As the gate judges by it. */
export function policyOf(side: PolicySide): Policy {
  const documents = [parsePolicy(JSON.stringify({version: 1, ...side.policy}), 'plimsoll.yml')];
  const names = Object.keys(side.targets ?? {web: {}, api: {}});
  const {rules, images, waivers} = mergePolicy({
    documents,
    mirrors: {},
    images: names,
    partial: true,
  });
  const ignores = parseTrivyignoreYaml(JSON.stringify(side.ignores ?? {}), '.trivyignore.yaml');
  const vex = (side.vex ?? []).flatMap(
    (one, at) => parseVex(vexText(one), `${at}.vex.json`).statements,
  );
  return {rules, images, waivers, ignores: ignores.ignores, vex};
}

export function vexText(statements: readonly object[]): string {
  return JSON.stringify({'@context': 'https://openvex.dev/ns/v0.2.0', statements});
}

/** As a record keeps it, read back. */
export function recordOf(side: PolicySide): PolicyRecord {
  const built = builtImages(imagesOf(side));
  const made = policyRecord(policyOf(side), {built, enforce: side.enforce ?? true});
  return policyRecordSchema.parse(JSON.parse(JSON.stringify(made)));
}

/** What the definition builds, in a checkout at `/repo`. */
export function imagesOf({targets: given = {web: {}, api: {}}}: PolicySide) {
  const targets = Object.fromEntries(
    Object.entries(given).map(([name, {serves: _serves, ...change}]) => [
      name,
      {
        ...{target: name, name, context: '.', dockerfile: 'Dockerfile', contexts: {}},
        ...{platforms: [], ...change},
      },
    ]),
  );
  const built = Object.values(targets).filter(({name}) => given[name]?.serves !== true);
  return plannedImages(built, {
    ...{key: undefined, folder: '/repo', repository: '/repo', platform: 'linux/amd64'},
    ...{overrides: new Map(), targets},
  });
}

/** In the rule's words. */
export function said(before: PolicySide, now: PolicySide): readonly string[] {
  return policyLoosenings(recordOf(before), recordOf(now)).map(
    (one) => RULES.loosening.read(one)?.words.message ?? '',
  );
}
