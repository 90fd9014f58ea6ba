/**
 * Under an event that runs with the default branch's rights, nothing is built that a stranger can have put
 * there: threats.md rule 10.
 */
import {relative} from 'node:path';
import type {Deps} from '../../deps.ts';
import {parseIgnore} from '../../domain/context/ignore.ts';
import {isInside} from '../../domain/inside.ts';
import {isInJob} from '../../domain/keep/event-commits.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import {isPrivileged, refusalWords} from '../../domain/plan/event.ts';
import type {Read} from '../../domain/plan/reads.ts';
import {commitOfReference, isNamedLiterally} from '../../domain/plan/git-reference.ts';
import {UserError} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import {findIgnore} from './contexts.ts';
import {
  untrustedPathFinder,
  resolvePaths,
  findRealPath,
  type UntrustedPathFinder,
  type Holding,
} from './untrusted-paths.ts';
import {trustedCommits} from './trusted-commits.ts';

export interface ReadOrigin {
  /** Absolute: relative paths start here. */
  readonly folder: string;
  /** Of the definition, which is held already: what stands there in so many words is meant. */
  readonly texts?: readonly string[];
}

export interface Guard {
  /** False where nothing needs to be held. */
  readonly isHolding: boolean;
  /** @throws {UserError} that names the first thing that a stranger can have put there */
  readonly hold: (reads: readonly Read[], around: ReadOrigin) => Promise<void>;
}

/** `unable`: what is wrong with it, as a sentence without its end. */
type Verdict = Known<undefined>;

interface Guarding extends Holding {
  readonly doubts: UntrustedPathFinder;
}

/** Holds nothing outside of Actions, and under events that have no more rights than the code that they run. */
export async function openGuard({token}: Pick<Inputs, 'token'>, deps: Deps): Promise<Guard> {
  const {env, cwd} = deps.workflow;
  const event = env['GITHUB_EVENT_NAME'];
  if (!isInJob(deps.workflow) || !isPrivileged(event))
    return {isHolding: false, hold: () => Promise.resolve()};
  const named = env['GITHUB_WORKSPACE'] ?? cwd;
  const holding: Holding = {
    deps,
    workspace: {named, real: (await findRealPath(named, deps)) ?? named},
    mayBuild: await trustedCommits({event, token}, deps),
  };
  const guarding = {...holding, doubts: untrustedPathFinder(holding)};
  return {
    isHolding: true,
    hold: async (reads, around) => {
      for (const read of reads) {
        const verdict = await judge(read, around, guarding);
        if (!isKnown(verdict)) throw new UserError(refusalWords(event, verdict.unable));
      }
    },
  };
}

async function judge(read: Read, around: ReadOrigin, guarding: Guarding): Promise<Verdict> {
  if (read.kind === 'remote') return judgeRemote(read, around, guarding);
  const places = await resolvePaths(read.path, {folder: around.folder, holding: guarding});
  const dockerfiles =
    read.kind === 'context' && read.dockerfile !== undefined
      ? await resolvePaths(read.dockerfile, {folder: around.folder, holding: guarding})
      : [];
  for (const place of places) {
    const verdict =
      read.kind === 'context'
        ? await judgeContext({what: read.what, place, dockerfiles}, guarding)
        : await judgeFile({...read, place}, guarding);
    if (!isKnown(verdict)) return verdict;
  }
  return known(undefined);
}

async function judgeRemote(
  {what, reference}: Extract<Read, {kind: 'remote'}>,
  {texts = []}: ReadOrigin,
  {mayBuild, deps}: Guarding,
): Promise<Verdict> {
  if (isNamedLiterally(reference, texts)) return known(undefined);
  const commit = commitOfReference(reference, deps.workflow.env);
  if (commit === undefined)
    return unable(
      `${what} (${reference}) does not stand in the committed definition in so many words, and names no commit of this repository`,
    );
  const verdict = await mayBuild(commit);
  return isKnown(verdict) ? verdict : unable(`${what} (${reference}) ${verdict.unable}`);
}

interface FilePlace {
  readonly what: string;
  readonly kind: 'file' | 'granted';
  readonly place: string;
}

/** One that is not there is read by nobody, unless its commit has it. */
async function judgeFile(
  {what, kind, place}: FilePlace,
  {doubts, deps, workspace}: Guarding,
): Promise<Verdict> {
  const isThere = (await deps.files.stat(place)) !== undefined;
  if (!isInside(place, workspace.real))
    return isThere && kind === 'file'
      ? unable(`${what} (${place}) lies outside of the workspace`)
      : known(undefined);
  const found = await doubts(place);
  const name = relative(workspace.real, place);
  if (!isKnown(found))
    return isThere ? unable(`${what} (${name}) ${found.unable}`) : known(undefined);
  const [doubt] = found.value;
  if (doubt === undefined) return known(undefined);
  return unable(`${what} (${relative(workspace.real, doubt.path)}) ${doubt.why}`);
}

interface ContextPlace {
  readonly what: string;
  readonly place: string;
  readonly dockerfiles: readonly string[];
}

/** All that it sends: what its ignore file holds back may be anything. */
async function judgeContext(
  {what, place, dockerfiles}: ContextPlace,
  guarding: Guarding,
): Promise<Verdict> {
  const {deps, workspace, doubts} = guarding;
  if (!isInside(place, workspace.real))
    return unable(`${what} (${place}) lies outside of the workspace`);
  const name = relative(workspace.real, place) || '.';
  const root = await findRealPath(place, deps);
  if (root === undefined) return unable(`${what} (${name}) is not there`);
  const ignoreFiles = [place, ...dockerfiles].map((path) =>
    path === place ? `${place}/.dockerignore` : `${path}.dockerignore`,
  );
  for (const path of ignoreFiles) {
    const about = {what: `the ignore file of ${what}`, kind: 'file', place: path} as const;
    const verdict = await judgeFile(about, guarding);
    if (!isKnown(verdict)) return verdict;
  }
  const found = await doubts(place);
  if (!isKnown(found)) return unable(`${what} (${name}) ${found.unable}`);
  const [dockerfile] = dockerfiles;
  const {ignores} = parseIgnore((await findIgnore({root, dockerfile}, deps)).text);
  const isSent = (path: string): boolean =>
    path === root || !isInside(path, root) || !ignores(relative(root, path));
  const doubt = found.value.find(({path}) => isSent(path));
  return doubt === undefined
    ? known(undefined)
    : unable(`${relative(workspace.real, doubt.path)}, which ${what} sends, ${doubt.why}`);
}
