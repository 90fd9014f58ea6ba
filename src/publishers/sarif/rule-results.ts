/** What our own rules hold against an image, as results: never the value of a secret. Pure. */
import type {ReportingDescriptor} from 'sarif';
import {defined} from '../../domain/defined.ts';
import {ruleNamed} from '../../domain/policy/rules/index.ts';
import type {Rule} from '../../domain/policy/rule.ts';
import type {FormattedViolation} from '../../domain/policy/violation-format.ts';
import {findingKey} from '../../domain/findings/finding-key.ts';
import type {Report, ReportImage, Violation} from '../../domain/report/schema.ts';
import type {ViolationIdentities} from '../../domain/report/told.ts';
import {truncate} from '../../domain/text/truncate.ts';
import {plainLine} from '../../domain/text/plain-text.ts';
import {sarifText, webLink} from '../../domain/text/sarif.ts';
import type {Candidate} from './candidate.ts';
import {heldScore, type HeldFindings} from './findings.ts';

/** Before every vulnerability: they are few, and nobody else tells them. */
const WEIGHT = {error: 12, warning: 11} as const;

export interface Held {
  readonly own: readonly Candidate[];
  /** What tells of a finding is no result beside the finding's. */
  readonly findings: HeldFindings;
}

export function heldAgainst(
  image: ReportImage,
  {violations}: Report,
  identities: ViolationIdentities = [],
): Held {
  const own: Candidate[] = [];
  const findings = new Map<string, Violation>();
  for (const [index, violation] of violations.entries()) {
    const rule = ruleNamed(violation.rule);
    const told = violation.image === image.id ? rule?.read(violation.data) : undefined;
    if (rule === undefined || told === undefined) continue;
    const fingerprint = identities[index] ?? told.identityIn(image.id);
    if (told.finding === undefined)
      own.push(candidateOf(violation, {rule, told, image, fingerprint}));
    else findings.set(findingKey(told.finding), violation);
  }
  return {own, findings};
}

interface About {
  readonly rule: Rule;
  readonly told: FormattedViolation;
  readonly image: ReportImage;
  readonly fingerprint: string;
}

function candidateOf(violation: Violation, {rule, told, image, fingerprint}: About): Candidate {
  const {place, waived, level, isNew} = violation;
  const {message, advice: mend} = told.words;
  const mended = mend === '' ? '' : ` ${sarifText(mend)}`;
  return {
    ruleId: told.name,
    fingerprint,
    weight: WEIGHT[level],
    level,
    ...defined({isNew, accepted: waived && {by: 'waiver' as const, ...waived}}),
    message: () => ({
      text: `${sarifText(message)} Image ${sarifText(image.name)}, ${sarifText(image.platform)}.${mended}`,
    }),
    places: place === undefined ? [] : [place],
    about: '',
    rule: () => ruleOf(rule, told, level),
  };
}

function ruleOf(
  {summary, help, tags}: Rule,
  {name, kind}: FormattedViolation,
  level: Violation['level'],
): ReportingDescriptor {
  const link = webLink(kind?.url);
  const score = kind?.severity && heldScore(kind.severity, undefined);
  const title = kind?.title ?? summary;
  return {
    id: name,
    name: truncate(plainLine(`Plimsoll: ${name}`), 200),
    shortDescription: {text: `${capital(sarifText(plainLine(title)))}.`},
    fullDescription: {text: `${capital(sarifText(summary))}.`},
    ...defined({helpUri: link}),
    help: {text: help, markdown: help},
    defaultConfiguration: {level},
    properties: {
      tags: [...tags],
      ...defined({'security-severity': score}),
    },
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
