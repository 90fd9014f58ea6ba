/** Findings of vulnerabilities as results. Pure. */
import type {ReportingDescriptor, Result} from 'sarif';
import {defined} from '../../domain/defined.ts';
import {SEVERITIES, type Severity} from '../../domain/findings/facts.ts';
import {findingKey} from '../../domain/findings/finding-key.ts';
import type {Report, ReportImage, Violation} from '../../domain/report/schema.ts';
import {escapeMarkdown} from '../../domain/text/markdown.ts';
import {truncate} from '../../domain/text/truncate.ts';
import {plainLine} from '../../domain/text/plain-text.ts';
import {sarifText, webLink} from '../../domain/text/sarif.ts';
import type {Candidate} from './candidate.ts';
import {ownProperty} from '../../domain/own-property.ts';

type Finding = NonNullable<ReportImage['findings']>[number];
type Advisory = Report['advisories'][string];

/** Installed packages that a message names; the result's properties have all of them. */
const NAMED = 5;
const FIXABLE_WEIGHT = 0.5;

/** As the summary has it: what a rule holds against the image is an error or a warning, all else is told. */
export type HeldFindings = ReadonlyMap<string, Pick<Violation, 'level' | 'isNew'>>;

export function findingCandidates(
  image: ReportImage,
  {advisories}: Report,
  held: HeldFindings,
): readonly Candidate[] {
  return (image.findings ?? []).map((finding) => {
    const {level = 'note', isNew} = judged(finding, held) ?? {};
    const candidate: Candidate = {
      ruleId: finding.id,
      fingerprint: finding.identity,
      weight:
        SEVERITIES.indexOf(finding.severity) + (finding.fixed === undefined ? 0 : FIXABLE_WEIGHT),
      severity: finding.severity,
      level,
      ...defined({isNew}),
      places: finding.places,
      message: () => ({
        text: messageOf(finding, image),
        properties: propertiesOf(finding),
      }),
      about: finding.package,
      rule: () => ruleOf(finding, ownProperty(advisories, finding.id)),
    };
    const {suppressed} = finding;
    return suppressed === undefined ? candidate : {...candidate, accepted: suppressed};
  });
}

/** By its key: of a report without identities it is another one than the finding's. */
function judged(
  {id, identity, package: name}: Finding,
  held: HeldFindings,
): Pick<Violation, 'level' | 'isNew'> | undefined {
  // There may be many findings, and no violation.
  if (held.size === 0) return undefined;
  return held.get(identity) ?? held.get(findingKey({id, package: name}));
}

/** Package, installed, fixed in, image, whose it is, and how to mend it. */
function messageOf(finding: Finding, {name, platform}: ReportImage): string {
  const whose = finding.base === undefined ? '' : finding.base ? ' (base image)' : ' (own layer)';
  const package_ = sarifText(finding.package);
  return `${package_} has ${sarifText(finding.id)} (${finding.severity}). Installed: ${installed(finding)}. Image ${sarifText(name)}, ${sarifText(platform)}${whose}. ${mendOf(finding)}`;
}

function installed({members}: Finding): string {
  const [first] = members;
  // Nearly always: it need not be told apart from others.
  if (first !== undefined && members.length === 1)
    return sarifText(`${first.package} ${first.version}`);
  const all = [...new Set(members.map((member) => `${member.package} ${member.version}`))];
  const named = all.slice(0, NAMED).map(sarifText).join(', ');
  return all.length > NAMED ? `${named} and ${all.length - NAMED} more` : named;
}

function mendOf({fixed, upgrade, base, package: name}: Finding): string {
  if (fixed === undefined) return 'There is no fix yet.';
  const to = `${sarifText(name)} ${sarifText(upgrade ?? fixed)}`;
  return base === true
    ? `Fixed in ${sarifText(fixed)}: rebuild on a newer base image that has ${to}, or upgrade it in the Dockerfile.`
    : `Fixed in ${sarifText(fixed)}: bump the package to ${to}.`;
}

/** Who they are, for programs; a message names only the first ones. */
function propertiesOf({members}: Finding): NonNullable<Result['properties']> {
  return {
    members: members.map(({package: name, version, purl, path}) => ({
      ...(purl === undefined ? {package: name} : {purl}),
      version,
      ...defined({path}),
    })),
  };
}

const LONGEST = 1000;
/** The help has all of it. */
const BEGINNING = 160;

/** What is undefined is left out of the JSON. */
function ruleOf(finding: Finding, advisory: Advisory | undefined): ReportingDescriptor {
  const title = plainLine(advisory?.title ?? finding.id);
  const text = advisory?.text ?? '';
  const link = webLink(advisory?.url);
  const score = heldScore(finding.severity, advisory?.score);
  return {
    id: finding.id,
    shortDescription: {text: sentence(sarifText(truncate(title, LONGEST)))},
    fullDescription: {
      text: sentence(sarifText(truncate(plainLine(text === '' ? title : text), BEGINNING))),
    },
    helpUri: link,
    help: helpOf({title, text, links: linksOf(link, advisory), cvss: cvssText(advisory)}),
    properties: {
      tags: ['security', 'vulnerability', finding.severity],
      precision: 'very-high',
      'security-severity': score,
    },
  };
}

interface Help {
  readonly title: string;
  readonly text: string;
  readonly links: readonly string[];
  readonly cvss: string;
}

function helpOf({title, text, links, cvss}: Help): NonNullable<ReportingDescriptor['help']> {
  const paragraphs = [title, ...text.split(/\n\s*\n/), cvss].filter((one) => one.trim() !== '');
  return {
    // GitHub shows the Markdown; the description has the words for others.
    text: [title, ...links.slice(0, 1)].map(sarifText).join('\n\n'),
    markdown: [
      ...paragraphs.map(escapeMarkdown),
      ...(links.length === 0 ? [] : [links.map((link) => `- <${link}>`).join('\n')]),
    ].join('\n\n'),
  };
}

function linksOf(own: string | undefined, advisory: Advisory | undefined): readonly string[] {
  const first = own === undefined ? [] : [own];
  if (advisory?.references === undefined) return first;
  const others = advisory.references.flatMap((one) => webLink(one) ?? []);
  return [...new Set([...first, ...others])];
}

function cvssText(advisory: Advisory | undefined): string {
  if (advisory?.score === undefined) return '';
  const by = advisory.source === undefined ? '' : `, by ${advisory.source}`;
  return `CVSS ${advisory.score.toFixed(1)}${by}${advisory.vector === undefined ? '' : `: ${advisory.vector}`}.`;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const BANDS: Readonly<Record<Exclude<Severity, 'unknown'>, readonly [number, number]>> = {
  low: [0.1, 3.9],
  medium: [4, 6.9],
  high: [7, 8.9],
  critical: [9, 10],
};

/**
 * The score inside the band of the severity's word, which GitHub would otherwise contradict; without a
 * score the lowest of the band. Undefined for an unknown severity: GitHub then goes by the level.
 */
export function heldScore(severity: Severity, score: number | undefined): string | undefined {
  if (severity === 'unknown') return undefined;
  const [least, most] = BANDS[severity];
  return Math.min(most, Math.max(least, score ?? least)).toFixed(1);
}
