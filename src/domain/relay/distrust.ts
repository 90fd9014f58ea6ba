/**
 * What a stranger has reported, as far as it may be repeated under our name: figures, names and places;
 * no sentence and no link of theirs. threats.md rules 11 and 18. Pure.
 */
import {defined} from '../defined.ts';
import {imageId} from '../image-id.ts';
import {ruleNamed} from '../policy/rules/index.ts';
import {verdictContradiction, recomputeVerdicts} from '../report/recomputed-verdicts.ts';
import type {JobReport} from '../report/join.ts';
import {emptyReport} from '../report/make.ts';
import type {Outcome, Report, ReportImage, Violation} from '../report/schema.ts';
import {distrustImage} from './distrust-image.ts';
import {distrustRun} from './distrust-run.ts';
import {FORMS} from './allowed-fields.ts';
import {repeatable} from './repeatable.ts';

export interface Distrusted {
  readonly job: JobReport;
  /** What was left out, in sentences. */
  readonly notices: readonly string[];
}

const OWN_LOG = 'its own log says why.';
const LEFT_OUT = 'violations left out, which are not what we would write';
const UNNAMED = 'names and figures left out, which are not written as such ones are';

export function distrust({from, report: foreign}: JobReport): Distrusted {
  // Judged by all that it holds, whatever of it can be repeated.
  const evident = recomputeVerdicts(foreign);
  const {report: named, unnamed} = withOwnIds(foreign);
  const {document: report, leftOut} = repeatable(named);
  const ids = new Set(report.images.map(({id}) => id));
  const about = <T extends {readonly image?: string | undefined}>(all: readonly T[]): T[] =>
    all.filter(({image}) => image === undefined || ids.has(image));
  const outcomes = about(report.outcomes).flatMap(distrustOutcome);
  const violations = about(report.violations).flatMap(distrustViolation);
  const notices = [
    ...contradicted(foreign),
    ...unknownRules(report),
    ...counted(report.violations.length - violations.length, LEFT_OUT),
    ...counted(leftOut + unnamed, UNNAMED),
  ];
  const images = report.images.map((image, index) => ({
    ...distrustImage(image),
    verdict: evident.images[index] ?? 'unable',
  }));
  const {verdict} = evident;
  const omitted = about(report.omitted);
  const empty = emptyReport({
    ...defined({error: report.error && {kind: report.error.kind, message: OWN_LOG}}),
    runs: report.runs.map(distrustRun),
  });
  const said = {...empty, verdict, images, outcomes, violations, omitted};
  return {job: {from, report: said}, notices: notices.map((words) => `${from}: ${words}`)};
}

/** An id that is not made of the image's own name and platform could stand for another image. */
function hasItsOwnId({id, name, platform}: ReportImage): boolean {
  const own = imageId({name, platform});
  const isPlatform = /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9.]+)?$/.test(platform);
  if (!isPlatform || !FORMS.image.isFit(name) || !id.endsWith(own)) return false;
  const key = id.slice(0, -own.length);
  return key === '' || (/^[^/]+\/$/.test(key) && FORMS.image.isFit(key));
}

/** An image whose name cannot be repeated gets one of ours: what is said of it stays said. */
function withOwnIds(report: Report): {readonly report: Report; readonly unnamed: number} {
  const taken = new Set(report.images.filter(hasItsOwnId).map(({id}) => id));
  const ids = new Map<string, string>();
  const images = report.images.map((image, index) => {
    if (hasItsOwnId(image)) return image;
    const own = {name: `unnamed-${index + 1}`, platform: 'unknown/unknown'};
    ids.set(image.id, imageId(own));
    return {...image, ...own, id: imageId(own)};
  });
  const renamed = <T extends {readonly image?: string | undefined}>(one: T): T => {
    const id = taken.has(one.image ?? '') ? undefined : ids.get(one.image ?? '');
    return id === undefined ? one : {...one, image: id};
  };
  return {
    report: {
      ...report,
      images,
      outcomes: report.outcomes.map(renamed),
      violations: report.violations.map(renamed),
      omitted: report.omitted.map(renamed),
    },
    unnamed: ids.size,
  };
}

function distrustOutcome({reason, ...outcome}: Outcome): readonly Outcome[] {
  if (ruleNamed(outcome.rule) === undefined) return [];
  const isUnable = reason !== undefined || outcome.outcome === 'unable';
  return [isUnable ? {...outcome, reason: 'its own run could not find it out'} : outcome];
}

/** In the words of our own rule. */
function distrustViolation(violation: Violation): readonly Violation[] {
  const {rule, data: foreign, image, level, place, waived, isNew} = violation;
  const told = ruleNamed(rule)?.read(foreign)?.distrusted();
  if (told === undefined) return [];
  const {data, words} = told;
  return [
    {
      rule,
      level,
      data,
      message: words.message,
      ...defined({
        image,
        place,
        savesBytes: words.saves,
        waived: waived && {reason: 'the reason is in its policy', expires: waived.expires},
        isNew,
      }),
    },
  ];
}

const NAMED = 5;

function unknownRules({outcomes, violations}: Report): readonly string[] {
  const all = new Set([...outcomes, ...violations].map(({rule}) => rule));
  const unknown = [...all].filter((rule) => ruleNamed(rule) === undefined);
  if (unknown.length === 0) return [];
  const more = unknown.length > NAMED ? ` and ${unknown.length - NAMED} more` : '';
  return [
    `rules that are not known here were left out: ${unknown.slice(0, NAMED).join(', ')}${more}.`,
  ];
}

function contradicted(report: Report): readonly string[] {
  const words = verdictContradiction(report);
  return words === undefined ? [] : [`the report contradicts itself: ${words}.`];
}

/** `violations left out, which are not what we would write: 2.` */
function counted(count: number, words: string): readonly string[] {
  return count === 0 ? [] : [`${words}: ${count}.`];
}
