/**
 * What a stranger has reported, as far as it may be repeated under our name: figures, names and places;
 * no sentence and no link of theirs. threats.md rule 11. Pure.
 */
import {imageId} from '../image-id.ts';
import {RULES, RULE_IDS, type RuleId} from '../policy/rules/index.ts';
import type {JobReport} from '../report/join.ts';
import {TOOL} from '../report/make.ts';
import type {Outcome, Report, ReportImage, Violation} from '../report/schema.ts';
import {mapStrings} from '../text/map-strings.ts';
import {plainLine} from '../text/plain.ts';
import {cut} from '../text/sarif.ts';
import {distrustImage} from './distrust-image.ts';
import {distrustRun} from './distrust-run.ts';

/** Longer than any name or path that a reader can use. */
const LONGEST = 300;

export interface Distrusted {
  readonly job: JobReport;
  /** What was left out, in sentences. */
  readonly notices: readonly string[];
}

export function distrust({from, report: foreign}: JobReport): Distrusted {
  const report = mapStrings(foreign, (text) => cut(plainLine(text), LONGEST));
  const images = report.images.filter(hasItsOwnId);
  const ids = new Set(images.map(({id}) => id));
  const about = <T extends {readonly image?: string | undefined}>(all: readonly T[]): T[] =>
    all.filter(({image}) => image === undefined || ids.has(image));
  const outcomes = about(report.outcomes).flatMap(distrustOutcome);
  const violations = about(report.violations).flatMap(distrustViolation);
  return {
    job: {
      from,
      report: {
        ...{version: 0, tool: TOOL, verdict: report.verdict},
        ...(report.error === undefined
          ? {}
          : {error: {kind: report.error.kind, message: 'its own log says why.'}}),
        runs: report.runs.map(distrustRun),
        images: images.map(distrustImage),
        ...{outcomes, violations},
        ...{advisories: {}, attachments: [], omitted: about(report.omitted)},
      },
    },
    notices: [
      ...unknownRules(report),
      ...dropped(report.violations.length - violations.length, 'violations'),
      ...dropped(report.images.length - images.length, 'images'),
    ].map((words) => `${from}: ${words}`),
  };
}

/** An id that is not made of the image's own name and platform could stand for another image. */
function hasItsOwnId({id, name, platform}: ReportImage): boolean {
  const own = imageId({name, platform});
  const isPlatform = /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9.]+)?$/.test(platform);
  if (!isPlatform || name === '' || !id.endsWith(own)) return false;
  return /^(|[^/]+\/)$/.test(id.slice(0, -own.length));
}

function ruleOf(name: string): RuleId | undefined {
  return RULE_IDS.find((id) => id === name);
}

function distrustOutcome({reason, ...outcome}: Outcome): readonly Outcome[] {
  if (ruleOf(outcome.rule) === undefined) return [];
  return [
    reason === undefined ? outcome : {...outcome, reason: 'its own run could not find it out'},
  ];
}

/** In the words of our own rule. */
function distrustViolation(violation: Violation): readonly Violation[] {
  const {rule, data: foreign, image, level, place, waived} = violation;
  const id = ruleOf(rule);
  const data = id === undefined ? undefined : RULES[id].distrust(foreign);
  const words = id === undefined ? undefined : RULES[id].words(data);
  if (words === undefined) return [];
  return [
    {
      ...{rule, level, data, message: words.message},
      ...(image === undefined ? {} : {image}),
      ...(place === undefined ? {} : {place}),
      ...(words.saves === undefined ? {} : {savesBytes: words.saves}),
      ...(waived === undefined
        ? {}
        : {waived: {reason: 'the reason is in its policy', expires: waived.expires}}),
    },
  ];
}

const NAMED = 5;

function unknownRules({outcomes, violations}: Report): readonly string[] {
  const all = new Set([...outcomes, ...violations].map(({rule}) => rule));
  const unknown = [...all].filter((rule) => ruleOf(rule) === undefined);
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, NAMED).map((rule) => cut(rule, 60));
  const more = unknown.length > NAMED ? ` and ${unknown.length - NAMED} more` : '';
  return [`rules that are not known here were left out: ${named.join(', ')}${more}.`];
}

function dropped(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what} were left out: they are not what we would write.`];
}
