/** What our own rules hold against an image, as results: never the value of a secret. Pure. */
import type {ReportingDescriptor} from 'sarif';
import {defined} from '../../domain/defined.ts';
import {RULES} from '../../domain/policy/rules/index.ts';
import {type RuleId} from '../../domain/rule-ids.ts';
import {RULE_IDS} from '../../domain/rule-ids.ts';
import {
  qualifiedRuleName,
  parseViolationSubject,
  violationIdentity,
  type ViolationSubject,
} from '../../domain/policy/violation-identity.ts';
import type {Report, ReportImage, Violation} from '../../domain/report/schema.ts';
import {truncate} from '../../domain/text/truncate.ts';
import {plainLine} from '../../domain/text/plain-text.ts';
import {sarifText, webLink} from '../../domain/text/sarif.ts';
import type {Candidate} from './candidate.ts';
import {heldScore} from './findings.ts';

/** Before every vulnerability: they are few, and nobody else tells them. */
const WEIGHT = {error: 12, warning: 11} as const;

export function ruleCandidates(
  report: Report,
  image: ReportImage,
  fingerprints: OwnFingerprints = ownFingerprints(report),
): readonly Candidate[] {
  return report.violations.flatMap((violation, index) => {
    const rule = ruleOfOurs(violation);
    const fingerprint = fingerprints[index];
    return rule === undefined || fingerprint === undefined || violation.image !== image.id
      ? []
      : candidateOf(violation, {rule, image, fingerprint});
  });
}

/** One for each violation that is no vulnerability, in their order. */
export type OwnFingerprints = readonly (string | undefined)[];

/** Of a report before anything in it is masked: what a job keeps secret opens no alert anew. */
export function ownFingerprints({violations}: Report): OwnFingerprints {
  return violations.map((violation) => {
    const rule = ruleOfOurs(violation);
    if (rule === undefined || violation.image === undefined) return undefined;
    return violationIdentity(violation.image, rule, violation.data);
  });
}

function ruleOfOurs({rule}: Violation): Exclude<RuleId, 'vulnerabilities'> | undefined {
  const found = RULE_IDS.find((id) => id === rule);
  return found === 'vulnerabilities' ? undefined : found;
}

interface About {
  readonly rule: RuleId;
  readonly image: ReportImage;
  readonly fingerprint: string;
}

function candidateOf(
  violation: Violation,
  {rule, image, fingerprint}: About,
): readonly Candidate[] {
  const words = RULES[rule].describeViolation(violation.data);
  if (words === undefined) return [];
  const subject = parseViolationSubject(violation.data);
  const ruleId = qualifiedRuleName(rule, subject);
  const {place, waived, level, isNew} = violation;
  const advice = words.advice === '' ? '' : ` ${sarifText(words.advice)}`;
  return [
    {
      ruleId,
      fingerprint,
      weight: WEIGHT[level],
      level,
      ...defined({isNew}),
      ...(waived === undefined ? {} : {accepted: {by: 'waiver' as const, ...waived}}),
      message: () => ({
        text: `${sarifText(words.message)} Image ${sarifText(image.name)}, ${sarifText(image.platform)}.${advice}`,
      }),
      places: place === undefined ? [] : [place],
      about: '',
      rule: () => ruleOf({ruleId, rule, level, subject}),
    },
  ];
}

interface RuleAbout {
  readonly ruleId: string;
  readonly rule: RuleId;
  readonly level: 'error' | 'warning';
  readonly subject: ViolationSubject;
}

function ruleOf({ruleId, rule, level, subject}: RuleAbout): ReportingDescriptor {
  const {summary, help} = RULES[rule];
  const link = webLink(subject.url);
  const secret = rule === 'secrets';
  const score = secret ? heldScore(subject.severity ?? 'unknown', undefined) : undefined;
  const title = secret && subject.title !== undefined ? `${subject.title} in the image` : summary;
  return {
    id: ruleId,
    name: truncate(plainLine(`Plimsoll: ${ruleId}`), 200),
    shortDescription: {text: `${capital(sarifText(plainLine(title)))}.`},
    fullDescription: {text: `${capital(sarifText(summary))}.`},
    ...defined({helpUri: link}),
    help: {text: help, markdown: help},
    defaultConfiguration: {level},
    properties: {
      tags: secret ? ['security', 'secret'] : ['container', rule],
      ...defined({'security-severity': score}),
    },
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
