import {z} from 'zod';
import {defined} from '../../defined.ts';
import {SEVERITIES, STATUSES} from '../../findings/facts.ts';
import type {AttributedFinding} from '../../findings/facts.ts';
import {isKnown} from '../../known.ts';
import {graceUntil} from '../../record/grace.ts';
import type {Evidence, JudgedFindings} from '../evidence.ts';
import {daysOption, levelOption} from '../options.ts';
import {allowList, upperLimit, ranked} from '../permissiveness.ts';
import {formatDays} from '../../text/units.ts';
import {defineRule} from '../rule.ts';
import {VULNERABILITY, type Vulnerability} from '../vulnerability.ts';
import type {RuleOptions, RuleViolation, SubjectMember} from '../rule.ts';
import {
  blameOption,
  countExcused,
  judgeOption,
  newFindings,
  judgementScope,
  type Excused,
  type JudgementScope,
  JUDGE_ORDER,
  BLAME_ORDER,
} from '../judgement-scope.ts';

const UNFIXED = ['ignore', 'report', 'fail'] as const;
/** Installed packages that a violation names; the report's finding has them all. */
const NAMED = 5;

const NOT_COMPARED = {
  sentence: 'The baseline’s vulnerabilities are not known, so nobody can tell which are new.',
};

const options = z.strictObject({
  level: levelOption,
  'fail-on': z
    .enum(SEVERITIES)
    .describe('The least severity that is a violation; everything from there up is'),
  unfixed: z
    .enum(UNFIXED)
    .describe(
      'Findings without a fixed version. ignore: only in the list of findings; report: a warning; fail: a violation like any other',
    ),
  'ignore-statuses': z
    .array(z.enum(STATUSES))
    .describe('Findings that the vendor answered so are not judged'),
  judge: judgeOption,
  blame: blameOption,
  grace: daysOption.describe(
    'How long a finding is only shown: from the first record of the default branch in which it had a fix, else from the day of its advisory',
  ),
});
type Options = z.infer<typeof options> & RuleOptions;

export const vulnerabilities = defineRule<Options, Vulnerability>({
  id: 'vulnerabilities',
  per: 'image',
  options,
  permissiveness: {
    'fail-on': ranked(...SEVERITIES.map((severity) => [severity])),
    unfixed: ranked(['fail'], ['report'], ['ignore']),
    'ignore-statuses': allowList,
    judge: JUDGE_ORDER,
    blame: BLAME_ORDER,
    grace: upperLimit(formatDays),
  },
  default: {
    level: 'error',
    'fail-on': 'high',
    unfixed: 'ignore',
    'ignore-statuses': [],
    judge: 'auto',
    blame: 'auto',
    grace: 0,
  },
  subjects: ['id', 'package', 'path', 'unjudged'],
  isOfScan: true,
  needs: (asked) => (mustCompare(asked) ? ['vulnerabilities', 'comparison'] : ['vulnerabilities']),
  judge: (asked, evidence) => {
    if (!isKnown(evidence.vulnerabilities)) return [];
    const {value} = evidence.vulnerabilities;
    return severeFindings(value, asked, evidence)
      .filter(({excuse}) => excuse === undefined)
      .map(({finding}) => violation(finding, asked, value));
  },
  gaps: (asked, evidence) => [
    ...(mustCompare(asked) && newFindings(evidence) === undefined ? [NOT_COMPARED] : []),
    ...(isKnown(evidence.vulnerabilities) ? (evidence.vulnerabilities.value.gaps ?? []) : []),
  ],
  scope: standing,
  excused: (asked, evidence) =>
    isKnown(evidence.vulnerabilities)
      ? countExcused(
          severeFindings(evidence.vulnerabilities.value, asked, evidence).flatMap(
            ({finding: {severity}, excuse}) =>
              excuse === undefined ? [] : [{...excuse, severity}],
          ),
        )
      : [],
  isNew: ({subject}, evidence) => {
    const causeOf = newFindings(evidence);
    return causeOf && causeOf(subject?.identity ?? '') !== undefined;
  },
  ...VULNERABILITY,
  summary: 'known vulnerabilities of the installed packages, by severity',
  help: 'What is installed is compared with the published advisories. A finding with a fixed version goes away by upgrading, for packages of the base image often by a newer base. One that cannot be reached may be waived by id, with a reason and a date.',
});

function isSevere({severity}: AttributedFinding, asked: Options): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(asked['fail-on']);
}

/** What only a baseline can answer, and was not left to `auto`. */
function mustCompare({judge, blame}: Options): boolean {
  return judge === 'new' || blame === 'this-change';
}

function standing(asked: Options, evidence: Evidence): JudgementScope {
  return judgementScope(asked, evidence, newFindings(evidence) !== undefined);
}

interface SevereFinding {
  readonly finding: AttributedFinding;
  /** Why it is not held against the run; undefined: it is. */
  readonly excuse: Excuse | undefined;
}

type Excuse = Pick<Excused, 'why' | 'detail'>;

function severeFindings(
  {findings}: JudgedFindings,
  asked: Options,
  evidence: Evidence,
): readonly SevereFinding[] {
  const context = {asked, scope: standing(asked, evidence), causeOf: newFindings(evidence)};
  return findings
    .filter((finding) => isSevere(finding, asked))
    .map((finding) => ({finding, excuse: excuseOf(finding, context)}));
}

/** The same for all findings of an image. */
interface VulnerabilityContext {
  readonly asked: Options;
  readonly scope: JudgementScope;
  readonly causeOf: ReturnType<typeof newFindings>;
}

function excuseOf(
  {status, fixed, identity, base}: AttributedFinding,
  {asked, scope: {judge, blame}, causeOf}: VulnerabilityContext,
): Excuse | undefined {
  if (asked['ignore-statuses'].includes(status)) return {why: 'status', detail: status};
  if (fixed === undefined && asked.unfixed === 'ignore') return {why: 'no fix'};
  const cause = causeOf?.(identity);
  const isOld = causeOf !== undefined && cause === undefined;
  if (isOld && (judge === 'new' || blame === 'this-change')) return {why: 'in the baseline'};
  if (blame === 'own' && base === true) return {why: 'base image'};
  if (blame !== 'this-change' || cause === undefined || cause === 'this change') return undefined;
  return {why: cause};
}

function violation(
  finding: AttributedFinding,
  asked: Options,
  {fixedSince, today}: JudgedFindings,
): RuleViolation<Vulnerability> {
  const place = finding.places[0];
  const since = fixedSince.get(finding.identity);
  const until = graceUntil(since, {days: asked.grace, today});
  const isShown =
    until !== undefined || (finding.fixed === undefined && asked.unfixed === 'report');
  return {
    ...(isShown && {shown: true as const}),
    ...defined({place}),
    subject: {id: finding.id, identity: finding.identity, members: members(finding)},
    data: {
      id: finding.id,
      identity: finding.identity,
      severity: finding.severity,
      package: finding.package,
      installed: finding.members
        .slice(0, NAMED)
        .map((member) => ({package: member.package, version: member.version})),
      more: Math.max(0, finding.members.length - NAMED),
      ...defined({fixed: finding.fixed, base: finding.base}),
      failOn: asked['fail-on'],
      ...(until !== undefined && since !== undefined && {grace: {until, from: since.from}}),
    },
  };
}

function members(finding: AttributedFinding): readonly SubjectMember[] {
  return finding.members.map((member) => ({
    packages: [member.package, finding.package],
    ...defined({path: member.path}),
  }));
}
