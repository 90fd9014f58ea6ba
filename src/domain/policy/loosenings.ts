/** What the policy of today lets pass that the baseline's did not: threats.md rule 9. Pure. */
import type {BuiltImage, PolicyRecord} from '../record/policy.ts';
import {weakenedPolicies} from './build-policies.ts';
import {ranked} from './permissiveness.ts';
import {newlyMeant} from './newly-meant.ts';
import {weakenedSecretRules} from './weakened-secret-rules.ts';
import {isAnswer} from './vex.ts';
import {LEVELS, type RuleOptions} from './rule.ts';
import {RULES, RULE_IDS, type RuleId} from './rules/index.ts';
import {ownProperty} from '../own-property.ts';
import type {Loosening} from './loosening.ts';

type Built = Pick<PolicyRecord, 'built'> & Partial<Pick<PolicyRecord, 'vex'>>;

const LEVEL = ranked(...LEVELS.map((level) => [level]));

export function policyLoosenings(before: PolicyRecord, now: PolicyRecord): readonly Loosening[] {
  return [
    ...(before.enforce && !now.enforce ? [{about: 'enforce', before: 'true', now: 'false'}] : []),
    ...ruleLoosenings(before, now),
    ...buildLoosenings(before, now),
    ...longer(before.waivers, now.waivers, waiverName),
    ...longer(before.ignores, now.ignores, ignoreName),
    ...answerLoosenings(before, now),
    ...weakenedSecretRules(before, now),
  ];
}

/** Images that are no longer built, and those that lead to something else now. */
export function buildLoosenings(before: Built, now: Built): readonly Loosening[] {
  return [
    ...before.built
      .filter(({id}) => !isBuilt(id, now))
      .map(({id}) => ({about: id, before: 'built and judged', now: 'neither'})),
    ...otherwiseBuilt(before, now),
    ...weakenedPolicies(before.built, now.built),
    ...newlyMeant(before, now),
  ];
}

/** What this version cannot compare of a record, in sentences: it was made by another one. */
export function uncomparedSentences(before: PolicyRecord, now: PolicyRecord): readonly string[] {
  const names = now.built.map(({name}) => name);
  const rules = RULE_IDS.filter((rule) =>
    names.some((name) => !RULES[rule].options.safeParse(settingsOf(before, name, rule)).success),
  );
  const images = before.built.filter((one) => one.contexts === undefined && isBuilt(one.id, now));
  return [
    ...(rules.length === 0
      ? []
      : [
          `${rules.length === 1 ? 'The rule' : 'The rules'} ${rules.join(', ')} ${rules.length === 1 ? 'was' : 'were'} not compared, because the baseline’s record has options that this version of Plimsoll does not know.`,
        ]),
    ...(images.length === 0
      ? []
      : [
          `What ${images.map(({id}) => id).join(', ')} was built upon was not compared, because the baseline’s record does not say it.`,
        ]),
  ];
}

/** An id that leads to something else now: what was judged under it is gone. */
function otherwiseBuilt(before: Built, now: Built): readonly Loosening[] {
  const known = new Map(before.built.map((image) => [image.id, image]));
  return now.built.flatMap((image) => {
    const old = known.get(image.id);
    // Records of before do not say it, or not all of it.
    if (old === undefined || !isSaid(old)) return [];
    const {contexts, policies: _policies, ...rest} = image;
    const comparable = old.contexts === undefined ? rest : {...rest, contexts: contexts ?? []};
    const [was, is] = [sourceText(old), sourceText(comparable)];
    return was === is ? [] : [{about: image.id, before: was, now: is}];
  });
}

function isSaid({dockerfile, context}: BuiltImage): boolean {
  return dockerfile !== undefined || context !== undefined;
}

function sourceText(image: BuiltImage): string {
  const named = (image.contexts ?? []).map(({name, target, ...recipe}) =>
    target === undefined
      ? `with ${name} of ${placeText(recipe)}`
      : `with ${name} of the target ${target} (${recipeText(recipe)})`,
  );
  return [`built ${recipeText(image)}`, ...named].join(', ');
}

type Recipe = Pick<BuiltImage, 'dockerfile' | 'stage' | 'context'>;

function recipeText({dockerfile, stage, context}: Recipe): string {
  return [
    ...(dockerfile === undefined ? [] : [`from ${dockerfile}`]),
    ...(stage === undefined ? [] : [`to its stage ${stage}`]),
    ...(context === undefined ? [] : [`in ${placeText({context})}`]),
  ].join(' ');
}

function placeText({context = ''}: Recipe): string {
  return context === '' ? 'the repository’s root' : context;
}

/** An image that the baseline did not have is compared with the baseline's rules for all. */
function ruleLoosenings(before: PolicyRecord, now: PolicyRecord): readonly Loosening[] {
  const names = [...new Set(now.built.map(({name}) => name))];
  const perImage = names.flatMap((name) =>
    RULE_IDS.flatMap((rule) =>
      optionLoosenings(
        rule,
        [before, now].map((one) => settingsOf(one, name, rule)),
      ),
    ).map((found) => ({name, found})),
  );
  const groups = Map.groupBy(perImage, ({found}) => JSON.stringify(found));
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({found}) => ({
      ...found,
      ...(group.length === names.length ? {} : {images: group.map(({name}) => name)}),
    })),
  );
}

function isBuilt(id: string, {built}: Built): boolean {
  return built.some((image) => image.id === id);
}

function settingsOf(policy: PolicyRecord, image: string, rule: RuleId): unknown {
  return (ownProperty(policy.images, image) ?? policy.rules)[rule];
}

function optionLoosenings(
  rule: RuleId,
  sides: readonly unknown[],
): readonly Omit<Loosening, 'images'>[] {
  const {options, permissiveness} = RULES[rule];
  const [before, now] = sides.map(
    (side) => options.safeParse(side).data as RuleOptions | undefined,
  );
  // A record of a version that knew other options: what they meant is not guessed at.
  if (before === undefined || now === undefined || before.level === 'off') return [];
  const orders = Object.entries({level: LEVEL, ...(now.level === 'off' ? {} : permissiveness)});
  return orders
    .filter(([key, order]) =>
      order.isMorePermissive(ownProperty(before, key), ownProperty(now, key)),
    )
    .map(([key, order]) => ({
      about: `rules.${rule}.${key}`,
      before: order.text(ownProperty(before, key)),
      now: order.text(ownProperty(now, key)),
    }));
}

interface Excusing {
  readonly expires?: string | undefined;
}

/**
 * What excuses something now, and did not, or for a shorter time. Two are the same only where every named
 * field of theirs is; of two that are, the longer counts.
 */
function longer<T extends Excusing>(
  before: readonly T[],
  now: readonly T[],
  name: (one: T) => string,
): readonly Loosening[] {
  const ends = new Map<string, string>();
  for (const one of before) {
    const [key, end] = [identityOf(one), one.expires ?? FOR_EVER];
    ends.set(key, [ends.get(key) ?? '', end].toSorted().at(-1) ?? end);
  }
  return now.flatMap((one) => {
    const end = one.expires ?? FOR_EVER;
    const old = ends.get(identityOf(one));
    if (old !== undefined && end <= old) return [];
    return [
      {about: name(one), before: old === undefined ? 'not there' : until(old), now: until(end)},
    ];
  });
}

function identityOf(one: object): string {
  const given = Object.entries(one).filter(
    ([name, value]) => name !== 'expires' && value !== undefined,
  );
  return JSON.stringify(given.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** After every date, as text. */
const FOR_EVER = '~';

function until(end: string): string {
  return end === FOR_EVER ? 'for ever' : `until ${end}`;
}

function waiverName({rule, ...subject}: PolicyRecord['waivers'][number]): string {
  const about = (['id', 'package', 'path', 'unjudged', 'image'] as const).flatMap((key) =>
    subject[key] === undefined ? [] : [`${key} ${subject[key]}`],
  );
  return `a waiver for ${[rule, ...about].join(', ')}`;
}

function ignoreName({id, kind, paths = [], purls = []}: PolicyRecord['ignores'][number]): string {
  const where = [...(kind === undefined ? [] : [kind]), ...paths, ...purls];
  return `.trivyignore of ${[id, ...where].join(', ')}`;
}

/** An answer that was not there, or that others overruled in a way that they do not now. */
function answerLoosenings(before: PolicyRecord, now: PolicyRecord): readonly Loosening[] {
  const key = ({among: _among, ...fields}: VexAnswer): string => identityOf(fields);
  const known = Map.groupBy(before.vex.filter(isAnswer), key);
  return now.vex.filter(isAnswer).flatMap((answer) => {
    const old = known.get(key(answer));
    if (old === undefined)
      return [{about: vexName(answer), before: 'not there', now: until(FOR_EVER)}];
    return old.some(({among = []}) => isWithin(among, answer.among ?? []))
      ? []
      : [{about: vexName(answer), before: 'overruled by other statements', now: 'no longer so'}];
  });
}

type VexAnswer = PolicyRecord['vex'][number];

/** Whether all of it is there in its order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const one of all) if (one === some[at]) at += 1;
  return at === some.length;
}

function vexName({id, status, products}: PolicyRecord['vex'][number]): string {
  return `VEX of ${[id, ...products].join(', ')} (${status})`;
}
