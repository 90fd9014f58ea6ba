/** What of a policy was not needed: said, so that it goes before it hides something else. Pure. */
import {isKnown} from '../known.ts';
import type {Evidence} from './evidence.ts';
import type {ActiveIgnore} from './ignores.ts';
import type {JudgedOutcome} from './judgement.ts';
import type {Ignore, Policy, Waiver} from './policy.ts';
import {isOfOthers} from './judgement-scope.ts';
import {isAnswer, type VexStatement} from './vex.ts';
import type {ActiveWaiver} from './waivers.ts';

export interface Acceptances {
  readonly policy: Policy;
  readonly waivers: readonly ActiveWaiver[];
  readonly ignores: readonly ActiveIgnore[];
}

interface Image {
  readonly name: string;
  readonly evidence: Evidence;
}

export interface JudgedImage {
  readonly image: Image;
  readonly outcomes: readonly JudgedOutcome[];
}

export interface Unused {
  readonly waivers: readonly Waiver[];
  readonly ignores: readonly Ignore[];
  readonly vex: readonly VexStatement[];
}

/** Nothing where only some of the images were asked for: the others may need it. */
export function unusedAcceptances(accepting: Acceptances, judged: readonly JudgedImage[]): Unused {
  const {policy, ignores} = accepting;
  if (policy.isPart === true) return {waivers: [], ignores: [], vex: []};
  const waivers = unusedWaivers(accepting, judged);
  const images = judged.map(({image}) => image);
  const isWhole = images.every(
    ({evidence}) => isKnown(evidence.vulnerabilities) && isKnown(evidence.secrets),
  );
  if (!isWhole) return {waivers, ignores: [], vex: []};
  return {
    waivers,
    vex: unusedStatements(policy.vex, images),
    ignores: ignores.filter(({used}) => !used).map(({ignore}) => ignore),
  };
}

/** Not said where an image that one may be for could not be judged, or not as a whole. */
function unusedWaivers({waivers}: Acceptances, judged: readonly JudgedImage[]): readonly Waiver[] {
  return waivers
    .filter(({used, waiver}) => {
      const about = judged.filter(
        ({image}) => waiver.image === undefined || waiver.image === image.name,
      );
      const open = about.some(({outcomes}) =>
        outcomes.some((one) => one.rule === waiver.rule && !isJudgedWhole(one)),
      );
      return !used && !open && about.length > 0;
    })
    .map(({waiver}) => waiver);
}

/** What is not held against a pull request may need its waiver where everything is judged again. */
function isJudgedWhole({outcome, excused = []}: JudgedOutcome): boolean {
  return outcome !== 'unable' && !excused.some(isOfOthers);
}

/**
 * Of those that would end a finding. The scanner says which vulnerability it left out, and not by which
 * statement: where it went by another name than the statements have, nothing is said of any.
 */
function unusedStatements(
  statements: readonly VexStatement[],
  images: readonly Image[],
): readonly VexStatement[] {
  const answered = new Set(
    images.flatMap(({evidence: {vulnerabilities}}) =>
      isKnown(vulnerabilities)
        ? vulnerabilities.value.findings
            .filter(({members}) => members.some(({vex}) => vex !== undefined))
            .map(({id}) => id)
        : [],
    ),
  );
  const named = new Set(statements.map(({id}) => id));
  if ([...answered].some((id) => !named.has(id))) return [];
  return statements.filter((one) => isAnswer(one) && !answered.has(one.id));
}
