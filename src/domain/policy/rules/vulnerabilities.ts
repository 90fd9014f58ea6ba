import {z} from 'zod';
import {SEVERITIES, STATUSES} from '../../findings/facts.ts';
import type {AttributedFinding} from '../../findings/facts.ts';
import {isKnown} from '../../known.ts';
import {levelOption} from '../options.ts';
import {defineRule} from '../rule.ts';
import type {RuleOptions, RuleViolation, SubjectMember} from '../rule.ts';

const UNFIXED = ['ignore', 'report', 'fail'] as const;
/** Installed packages that a violation names; the report's finding has them all. */
const NAMED = 5;

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
});
type Options = z.infer<typeof options> & RuleOptions;

const data = z.strictObject({
  id: z.string(),
  severity: z.enum(SEVERITIES),
  package: z.string(),
  installed: z.array(z.strictObject({package: z.string(), version: z.string()})),
  more: z.int().nonnegative(),
  fixed: z.string().optional(),
  base: z.boolean().optional(),
  failOn: z.enum(SEVERITIES),
});
type Data = z.infer<typeof data>;

export const vulnerabilities = defineRule<Options, Data>({
  id: 'vulnerabilities',
  per: 'image',
  options,
  default: {level: 'error', 'fail-on': 'high', unfixed: 'ignore', 'ignore-statuses': []},
  subjects: ['id', 'package', 'path'],
  data,
  needs: () => ['vulnerabilities'],
  judge: (asked, evidence) =>
    isKnown(evidence.vulnerabilities)
      ? evidence.vulnerabilities.value.findings
          .filter((finding) => counts(finding, asked))
          .map((finding) => violation(finding, asked))
      : [],
  incomplete: (evidence) =>
    isKnown(evidence.vulnerabilities) ? evidence.vulnerabilities.value.incomplete : undefined,
  words: (found) =>
    `${found.id} (${found.severity}) in ${installed(found)}: ${found.fixed === undefined ? 'no fixed version is known' : `fixed in ${found.fixed}`}; judged from ${found.failOn} up.`,
  mend: (found) => {
    if (found.fixed === undefined)
      return `There is no fix yet: replace ${found.package}, or waive ${found.id} with a reason and a date.`;
    return found.base === true
      ? `It comes with the base image: take a newer base that has ${found.package} ${found.fixed}, or upgrade ${found.package} in the Dockerfile.`
      : `Upgrade ${found.package} to ${found.fixed}.`;
  },
  summary: 'known vulnerabilities of the installed packages, by severity',
  help: 'What is installed is compared with the published advisories. A finding with a fixed version goes away by upgrading, for packages of the base image often by a newer base. One that cannot be reached may be waived by id, with a reason and a date.',
});

function counts(finding: AttributedFinding, asked: Options): boolean {
  return (
    SEVERITIES.indexOf(finding.severity) >= SEVERITIES.indexOf(asked['fail-on']) &&
    !asked['ignore-statuses'].includes(finding.status) &&
    (finding.fixed !== undefined || asked.unfixed !== 'ignore')
  );
}

function violation(finding: AttributedFinding, asked: Options): RuleViolation<Data> {
  const place = finding.places[0];
  return {
    ...(finding.fixed === undefined && asked.unfixed === 'report' && {shown: true as const}),
    ...(place !== undefined && {place}),
    subject: {id: finding.id, identity: finding.identity, members: members(finding)},
    data: {
      id: finding.id,
      severity: finding.severity,
      package: finding.package,
      installed: finding.members
        .slice(0, NAMED)
        .map((member) => ({package: member.package, version: member.version})),
      more: Math.max(0, finding.members.length - NAMED),
      ...(finding.fixed !== undefined && {fixed: finding.fixed}),
      ...(finding.base !== undefined && {base: finding.base}),
      failOn: asked['fail-on'],
    },
  };
}

function members(finding: AttributedFinding): readonly SubjectMember[] {
  return finding.members.map((member) => ({
    packages: [member.package, finding.package],
    ...(member.path !== undefined && {path: member.path}),
  }));
}

/** `zlib1g 1:1.2.13, zlib1g-dev 1:1.2.13 and 2 more`. */
function installed({installed: some, more, package: source}: Data): string {
  const named = some.map((member) => `${member.package} ${member.version}`);
  if (named.length === 0) return source;
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`;
}
