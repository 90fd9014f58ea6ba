/** The policy against the evidence: outcomes, violations and the verdict. Pure. */
import {defined} from '../defined.ts';
import type {AttributedFinding} from '../findings/facts.ts';
import type {ImageId} from '../image-id.ts';
import {isKnown, unable, type Known} from '../known.ts';
import type {Verdict} from './verdict.ts';
import {nothingKnown, type Evidence} from './evidence.ts';
import {activeIgnores, applyIgnores, ignoreNotices} from './ignores.ts';
import type {JudgedOutcome, JudgedViolation, Judgement, Suppression} from './judgement.ts';
import {isNewViolation} from './novelty.ts';
import {rulesFor} from './policy.ts';
import type {Policy, RuleSettings} from './policy.ts';
import type {Rule, RuleOptions, ToldViolation} from './rule.ts';
import {RULES, RULE_IDS, type RuleId} from './rules/index.ts';
import {activeWaivers, judgeGap, waiverFor, waiverNotices} from './waivers.ts';
import {unusedAcceptances, type Acceptances} from './unused.ts';
import {worst} from './verdict.ts';

/** One image with what is known of it. */
export interface GatheredImage {
  readonly id: ImageId;
  readonly name: string;
  /** Why there is nothing to judge: it was not built, or cannot be read. Then all evidence is unable. */
  readonly missing?: string;
  readonly evidence: Evidence;
}

export interface JudgeOptions {
  readonly policy: Policy;
  readonly images: readonly GatheredImage[];
  /** `YYYY-MM-DD`, UTC: what waivers and ignores hold until. */
  readonly today: string;
  /** Absent: there is nothing to compare with. */
  readonly loosenings?: Evidence['loosenings'];
}

/** What holds for the whole run while it is judged. */
type JudgingContext = Acceptances;

interface RunJudgement {
  readonly outcomes: readonly JudgedOutcome[];
  readonly violations: readonly JudgedViolation[];
  readonly verdict: Verdict;
}

interface ImageJudgement extends RunJudgement {
  readonly image: GatheredImage;
  readonly suppressed: ReadonlyMap<string, Suppression>;
  readonly findings: readonly AttributedFinding[];
}

const NO_BASELINE = unable('There is no baseline whose policy is known.');

/**
 * Judges every image. Any `error` rule that fails: `fail`; else any `error` rule that is unable, an
 * image that is missing, or no image at all: `unable`; else `pass`. Warnings never change it.
 */
export function judge({policy, images, today, loosenings}: JudgeOptions): Judgement {
  const waivers = activeWaivers(policy.waivers, today);
  const ignores = activeIgnores(policy.ignores, today);
  const context: JudgingContext = {policy, waivers: waivers.active, ignores: ignores.active};
  const judged = images.map((image) => judgeImage(image, context));
  const ofRun = judgeRun(loosenings ?? NO_BASELINE, context);
  const unused = unusedAcceptances(context, judged);
  const notices = [
    ...waiverNotices(waivers.expired, unused.waivers),
    ...ignoreNotices(ignores.expired, [...unused.ignores, ...unused.vex]),
  ];
  return {
    verdict: worst([
      ...judged.map((one) => one.verdict),
      ...(judged.length === 0 ? [] : [ofRun.verdict]),
    ]),
    verdicts: new Map(judged.map((one) => [one.image.id, one.verdict])),
    outcomes: [ofRun, ...judged].flatMap((one) => one.outcomes),
    violations: [ofRun, ...judged].flatMap((one) => one.violations),
    suppressed: new Map(judged.map((one) => [one.image.id, one.suppressed])),
    findings: new Map(judged.map((one) => [one.image.id, one.findings])),
    notices: [...(images.length === 0 ? ['There was no image to judge.'] : []), ...notices].map(
      (message) => ({from: 'policy', message}),
    ),
  };
}

function judgeImage(image: GatheredImage, context: JudgingContext): ImageJudgement {
  const {evidence, suppressed} = applyIgnores(image.evidence, context.ignores);
  const results = activeRules(rulesFor(context.policy, image.name), 'image')
    .filter(({id}) => RULES[id].applies(evidence))
    .map((rule) => judgeRule(rule, {image, evidence}, context));
  const missing: readonly Verdict[] = image.missing === undefined ? [] : ['unable'];
  const judged = together(results);
  return {
    ...judged,
    image,
    findings: isKnown(evidence.vulnerabilities) ? evidence.vulnerabilities.value.findings : [],
    suppressed: new Map([...suppressed, ...results.flatMap((result) => [...result.waived])]),
    verdict: worst([...missing, judged.verdict]),
  };
}

function judgeRun(loosenings: Evidence['loosenings'], context: JudgingContext): RunJudgement {
  const evidence = {...nothingKnown('It is of an image.'), loosenings};
  const rules = activeRules(context.policy.rules, 'run');
  return together(rules.map((rule) => judgeRule(rule, {evidence}, context)));
}

function activeRules(settings: RuleSettings, per: Rule['per']): readonly ActiveRule[] {
  return RULE_IDS.flatMap((id) => {
    const options = settings[id];
    const {level} = options;
    return level === 'off' || RULES[id].per !== per ? [] : [{id, options, level}];
  });
}

function together(results: readonly RuleResult[]): RunJudgement {
  const outcomes = results.map((result) => result.outcome);
  return {
    outcomes,
    violations: results.flatMap((result) => result.violations),
    verdict: worst([
      'pass',
      ...outcomes.filter(({level}) => level === 'error').map(({outcome}) => outcome),
    ]),
  };
}

interface ActiveRule {
  readonly id: RuleId;
  readonly options: RuleOptions;
  readonly level: 'error' | 'warning';
}

interface RuleResult {
  readonly outcome: JudgedOutcome;
  readonly violations: readonly JudgedViolation[];
  readonly waived: readonly (readonly [string, Suppression])[];
}

/** One image, or the run where there is none. */
interface Case {
  readonly image?: GatheredImage | undefined;
  readonly evidence: Evidence;
}

function judgeRule(
  active: ActiveRule,
  {image, evidence}: Case,
  context: JudgingContext,
): RuleResult {
  const {id, options, level} = active;
  const rule: Rule = RULES[id];
  const outcome = {rule: id, ...(image && {image: image.id}), level};
  const reason =
    (rule.judgesMissing ? undefined : image?.missing) ?? unableReason(rule, options, evidence);
  if (reason !== undefined)
    return {outcome: {...outcome, outcome: 'unable', reason}, violations: [], waived: []};
  const found = rule
    .judge(options, evidence)
    .map((violation) => judgeViolation(violation, {active, image, evidence}, context));
  const accused = {rule: id, image: image?.name};
  const gaps = rule.gaps(options, evidence).map((gap) => judgeGap(gap, accused, context.waivers));
  const open = gaps.filter(({accepted}) => accepted === undefined);
  const scope = rule.scope(options, evidence);
  const excused = rule.excused(options, evidence);
  const fails = found.some(({shown, judged}) => !shown && judged.waived === undefined);
  const end = fails ? 'fail' : open.length === 0 ? 'pass' : 'unable';
  return {
    outcome: {
      ...outcome,
      outcome: end,
      ...(end === 'unable' && {reason: open.map(({sentence}) => sentence).join(' ')}),
      ...defined({stance: scope}),
      ...(excused.length > 0 && {excused}),
      ...(gaps.length > 0 && {gaps}),
    },
    violations: found.map(({judged}) => judged),
    waived: found.flatMap(({suppression}) => (suppression === undefined ? [] : [suppression])),
  };
}

/** Why a rule cannot be judged: the first thing that it needs and that is not known. */
function unableReason(rule: Rule, options: RuleOptions, evidence: Evidence): string | undefined {
  for (const key of rule.needs(options)) {
    const thing: Known<unknown> = evidence[key];
    if (!isKnown(thing)) return thing.unable;
  }
  return undefined;
}

interface FoundViolation {
  readonly judged: JudgedViolation;
  /** It never fails, whatever the rule's level. */
  readonly shown: boolean;
  readonly suppression: readonly [string, Suppression] | undefined;
}

function judgeViolation(
  violation: ToldViolation,
  {active, image, evidence}: Case & {readonly active: ActiveRule},
  context: JudgingContext,
): FoundViolation {
  const {subject, place, told} = violation;
  const accused = {rule: active.id, image: image?.name, subject};
  const waiver = waiverFor(accused, context.waivers);
  const waived = waiver && {reason: waiver.reason, expires: waiver.expires};
  const isNew = image && isNewViolation(violation, {rule: active.id, image: image.id, evidence});
  return {
    judged: {
      rule: active.id,
      ...(image && {image: image.id}),
      level: violation.shown === true ? 'warning' : active.level,
      ...defined({place}),
      told,
      ...defined({waived, isNew}),
    },
    shown: violation.shown === true,
    suppression: waived && subject && [subject.identity, {by: 'waiver', ...waived}],
  };
}
