/** The effective policy, as a record keeps it. Pure. */
import {defined} from '../defined.ts';
import type {PlannedImage} from '../planned-image.ts';
import type {BuiltImage, PolicyRecord} from '../record/policy.ts';
import type {Policy} from './policy.ts';
import {secretRuleHash} from './secret-rules.ts';
import {wholeTags} from './vex-names.ts';

/** What is asked for, as a record keeps it. */
export function builtImages(images: readonly PlannedImage[]): BuiltImage[] {
  return images.map(({id, name, tags, builtFrom, buildPolicy}) => ({
    id,
    name,
    ...defined({tags: tags && wholeTags(tags)}),
    ...(builtFrom === undefined
      ? {}
      : {...builtFrom, contexts: builtFrom.contexts.map((one) => ({...one}))}),
    ...(buildPolicy === undefined || buildPolicy.files.length === 0
      ? {}
      : {policies: buildPolicy.files.map((one) => ({...one}))}),
  }));
}

export interface PolicyScope {
  readonly built: readonly BuiltImage[];
  /** False: violations end no run. */
  readonly enforce: boolean;
}

export function policyRecord(policy: Policy, {built, enforce}: PolicyScope): PolicyRecord {
  return {
    rules: {...policy.rules},
    images: Object.fromEntries([...policy.images].map(([name, rules]) => [name, {...rules}])),
    waivers: policy.waivers.map(({source: _source, reason: _reason, ...waiver}) => waiver),
    ignores: policy.ignores.map(({id, kind, paths, purls, expires}) => ({
      id,
      ...defined({kind, paths: paths && [...paths], purls: purls && [...purls], expires}),
    })),
    vex: policy.vex.map(({id, status, products, meaning, among}) => ({
      id,
      status,
      products: [...products],
      meaning,
      ...defined({among: among && [...among]}),
    })),
    ...defined({
      secretRules:
        policy.secretRules &&
        policy.secretRules.map((rule) => ({id: rule.id, hash: secretRuleHash(rule)})),
    }),
    built: [...built],
    enforce,
  };
}
