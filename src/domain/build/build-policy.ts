/** Policies of BuildKit's own (`Dockerfile.rego`): whether they were enforced, and what they denied. Pure. */
import {defined} from '../defined.ts';
import {known, unable, type Known} from '../known.ts';
import type {PlannedImage} from '../planned-image.ts';
import type {Denial} from './denial.ts';
import type {BuildFacts} from './facts.ts';
import {isAtLeast} from './tool-version.ts';

export interface BuildPolicyFacts {
  /** Relative to the repository; empty: nothing is asked of the build. */
  readonly files: readonly string[];
  readonly denials: readonly Denial[];
}

export const NO_BUILD_POLICY: BuildPolicyFacts = {files: [], denials: []};

/** Until these, a policy is passed over without a word. */
const BUILDX = [0, 31, 0] as const;
const BUILDKIT = [0, 26, 0] as const;

const DENIED = /source "((?:[^"\\]|\\.){1,2000})" not allowed by policy: action DENY/;

/** @param words of buildx, nothing that a step printed */
export function denialIn(words: string): Denial | undefined {
  const lines = words.split('\n');
  const error = lines.find((line) => line.startsWith('ERROR: ') && DENIED.test(line));
  const source = DENIED.exec(error ?? '')?.[1];
  if (error === undefined || source === undefined) return undefined;
  const target = /^ERROR: target (\S+?): /.exec(error)?.[1];
  const messages = lines.flatMap((line) => /^Policy: (.+)$/.exec(line.trimEnd())?.[1] ?? []);
  return {source, messages, ...defined({target})};
}

/** `unable` where a policy is there and the build did not ask it. */
export function buildPolicyFacts(
  {buildPolicy, target}: Pick<PlannedImage, 'buildPolicy' | 'target'>,
  {buildx, builder, failure}: Pick<BuildFacts, 'buildx' | 'builder' | 'failure'>,
): Known<BuildPolicyFacts> {
  const {files, saidIn} = buildPolicy ?? {files: [], saidIn: undefined};
  const denied = failure?.denied;
  const denials = denied !== undefined && (denied.target ?? target) === target ? [denied] : [];
  const isKnowing = isAtLeast(buildx, BUILDX);
  const all = [
    ...new Set([
      ...files.map(({file}) => file),
      ...(saidIn === undefined || isKnowing ? [] : [saidIn]),
    ]),
  ];
  if (all.length === 0 || denials.length > 0) return known({files: all, denials});
  const name = all.length === 1 ? 'The build policy' : 'The build policies';
  if (!isKnowing)
    return unable(
      `${name} in ${all.join(', ')} ${verb(all)} not enforced: ${
        buildx === undefined
          ? 'the version of buildx is not known'
          : `buildx ${buildx} does not know build policies`
      }, and ${BUILDX.join('.')} or newer is needed.`,
    );
  if (isAtLeast(builder?.buildkit, BUILDKIT)) return known({files: all, denials});
  return unable(
    `${name} in ${all.join(', ')} ${verb(all)} not enforced: ${
      builder?.buildkit === undefined
        ? 'the builder does not tell its version of BuildKit'
        : `BuildKit ${builder.buildkit} does not know build policies`
    }, and ${BUILDKIT.join('.')} or newer is needed.`,
  );
}

function verb(all: readonly string[]): string {
  return all.length === 1 ? 'was' : 'were';
}
