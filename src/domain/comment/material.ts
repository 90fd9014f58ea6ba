/** Whether a reviewer has to hear of it: architecture.md section 5. Pure. */
import {isOfThisChange} from '../compare/facts.ts';
import {openViolations} from '../record/make.ts';
import {toComparedImage, type ComparedImage} from '../report/changes.ts';
import {isOfBanner, uncomparedLines} from '../report/verdict-notes.ts';
import type {Report, ReportImage} from '../report/schema.ts';
import {ownProperty} from '../own-property.ts';
import type {CommentMode} from '../inputs/comment-modes.ts';

/** A change of size is material from there up: the lower of the two, as a share of the size before. */
const MATERIAL_BYTES = 1_000_000;
const MATERIAL_SHARE = 0.01;

export const MATTERS = [
  'verdict',
  'violation',
  'banner',
  'finding',
  'size',
  'no baseline',
  'not compared',
] as const;
export type Matter = (typeof MATTERS)[number];

const IS_THERE: Readonly<Record<Matter, (report: Report) => boolean>> = {
  verdict: ({verdict, outcomes}) =>
    verdict !== 'pass' ||
    outcomes.some(({level, outcome}) => level === 'error' && outcome !== 'pass'),
  violation: (report) => report.images.some((image) => hasNewViolation(report, image)),
  banner: ({violations}) => violations.some(isOfBanner),
  finding: ({images}) => images.some((image) => hasOwnFinding(toComparedImage(image))),
  size: ({images}) => images.some((image) => hasOwnSize(toComparedImage(image))),
  'no baseline': ({images}) => images.some((image) => toComparedImage(image) === undefined),
  'not compared': (report) => uncomparedLines(report).length > 0,
};

/** What a reviewer has to hear of; nothing: the comment stays quiet. */
export function materialChanges(report: Report): readonly Matter[] {
  return MATTERS.filter((matter) => IS_THERE[matter](report));
}

/** Whether there is more to say than one line. */
export function isWorthTelling(report: Report, mode: CommentMode): boolean {
  switch (mode) {
    case 'always':
      return true;
    case 'material':
      return materialChanges(report).length > 0;
    case 'on-failure':
      return report.verdict !== 'pass';
    case 'off':
      return false;
  }
}

/**
 * The same of a stranger's report: its comparison is a stranger's too, and must not keep anything quiet.
 * What was waived, its own policy has waived.
 */
export function isRelayedWorthTelling(report: Report, mode: CommentMode): boolean {
  if (mode !== 'material') return isWorthTelling(report, mode);
  return report.verdict !== 'pass' || report.violations.length > 0;
}

/** Marked as new, or more of a rule than the baseline had; where that is not known, nothing is new. */
function hasNewViolation({violations}: Report, image: ReportImage): boolean {
  const open = violations.filter((one) => one.image === image.id && one.waived === undefined);
  if (open.some(({isNew}) => isNew === true)) return true;
  const before = toComparedImage(image)?.violations;
  if (before === undefined) return false;
  const now = Object.entries(openViolations(violations, image.id));
  return now.some(([rule, count]) => count > (ownProperty(before, rule) ?? 0));
}

function hasOwnFinding(compared: ComparedImage | undefined): boolean {
  const {new: fresh = [], fixed = []} = compared?.findings ?? {};
  return [...fresh, ...fixed].some(isOfThisChange);
}

function hasOwnSize(compared: ComparedImage | undefined): boolean {
  if (compared === undefined) return false;
  return (['unpacked', 'download'] as const).some((size) => {
    const own = compared.causes
      .filter(isOfThisChange)
      .reduce((sum, cause) => sum + cause[`${size}Bytes`], 0);
    const least = Math.min(MATERIAL_BYTES, compared[size].before * MATERIAL_SHARE);
    return Math.abs(own) > least;
  });
}
