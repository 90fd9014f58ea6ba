/** Which line of which lockfile pins an installed package. Pure. */
import {PackageURL} from 'packageurl-js';
import type {Place} from '../../../errors.ts';
import type {Member, PackageFacts} from '../facts.ts';
import type {Ecosystem, Pin} from './format.ts';
import type {Pinned} from './index.ts';
import {isVersion, normalName} from './names.ts';
import {stepOrigin, type Origin, type OriginStep} from './origin.ts';

/** A lockfile that the build of an image took from its context. */
export interface Lockfile extends Pinned {
  /** Relative to the repository's root. */
  readonly file: string;
  /** Ids of the steps that take it. */
  readonly takenBy: readonly string[];
}

/** The lines that pin a member which a step brought into the image; none where more than one file could be it. */
export type PinFinder = (member: Member, step: string | undefined) => readonly Place[];

export interface InstalledBy {
  /** Of the image's build. */
  readonly steps: readonly OriginStep[];
  /** All that is installed. */
  readonly packages: readonly PackageFacts[];
}

interface Candidate {
  readonly lockfile: Lockfile;
  readonly pins: readonly Pin[];
  /** The file states the version. */
  readonly isExact: boolean;
}

/** The same version may be installed below many others; the Dockerfile's line must keep its room. */
const MOST_LINES = 20;

/** npm's global folder: no lockfile says what is in there. */
const GLOBAL = /^usr\/(?:local\/)?lib\/node_modules\//;

/** Finds for the members of one image. */
export function pinFinder(
  lockfiles: readonly Lockfile[],
  {steps, packages}: InstalledBy,
): PinFinder {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const namesAt = Map.groupBy(packages, ({path}) => path);
  return (member, step) => {
    const isOf = ({owner, ecosystem}: Lockfile): boolean =>
      owner === undefined ||
      (namesAt.get(member.path) ?? []).some(
        ({name}) => normalName(ecosystem, name) === normalName(ecosystem, owner),
      );
    const found = lockfiles.filter(isOf).flatMap((lockfile) => candidateOf(lockfile, member));
    if (found.length === 0 || GLOBAL.test(member.path ?? '')) return [];
    const chosen = choose(found, step === undefined ? undefined : stepOrigin(step, byId));
    if (chosen === undefined) return [];
    return chosen.pins
      .slice(0, MOST_LINES)
      .map(({line}) => ({file: chosen.lockfile.file, startLine: line}));
  };
}

/** Ecosystem and name are equal, and the version where the file states it. */
function candidateOf(lockfile: Lockfile, member: Member): readonly Candidate[] {
  const {ecosystem, pins} = lockfile;
  const name = nameIn(ecosystem, member);
  const named = name === undefined ? [] : (pins.get(normalName(ecosystem, name)) ?? []);
  const exact = named.filter(
    ({version}) => version !== undefined && isVersion(ecosystem, version, member.version),
  );
  if (exact.length > 0) return [{lockfile, pins: exact, isExact: true}];
  const open = named.filter(({version}) => version === undefined);
  return open.length > 0 ? [{lockfile, pins: open, isExact: false}] : [];
}

/** `pkg:npm/%40x/a@1.0.0` -> `@x/a`; undefined for a package of another ecosystem. */
function nameIn(ecosystem: Ecosystem, {purl}: Member): string | undefined {
  if (purl?.startsWith(`pkg:${ecosystem}/`) !== true) return undefined;
  try {
    const {namespace, name, subpath} = PackageURL.fromString(purl);
    return [namespace, name, subpath].filter((part) => part !== undefined).join('/');
  } catch {
    return undefined;
  }
}

/**
 * The one that the step's nearest reach took, or that another step took and that states the version. Of
 * several a version goes before none, a lockfile before a manifest, and one that a command names before
 * one that none does.
 */
function choose(found: readonly Candidate[], origin: Origin | undefined): Candidate | undefined {
  const {reaches, commands} = origin ?? {reaches: [], commands: []};
  const takenIn = (reach: ReadonlySet<string>): readonly Candidate[] =>
    found.filter(({lockfile}) => lockfile.takenBy.some((step) => reach.has(step)));
  const near = reaches.map(takenIn).find((some) => some.length > 0);
  const exact =
    near === undefined
      ? found.filter(({isExact}) => isExact)
      : preferred(near, ({isExact}) => isExact);
  const locks = preferred(exact, ({lockfile}) => lockfile.kind === 'lockfile');
  const [first, ...others] = preferred(locks, ({lockfile}) => isNamed(lockfile, commands));
  return others.length === 0 ? first : undefined;
}

/** `pip install -r requirements.txt` names `a/requirements.txt`, and not `a/requirements.txt.old`. */
function isNamed({file}: Lockfile, commands: readonly string[]): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return commands.some((command) => command.split(/\\[nrt]|[^\w.-]+/).includes(name));
}

function preferred<T>(all: readonly T[], isBetter: (one: T) => boolean): readonly T[] {
  const better = all.filter(isBetter);
  return better.length > 0 ? better : all;
}
