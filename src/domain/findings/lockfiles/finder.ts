/** Which line of which lockfile pins an installed package. Pure. */
import {PackageURL} from 'packageurl-js';
import type {Place} from '../../../errors.ts';
import type {BuildStep} from '../../image/steps.ts';
import type {Member} from '../facts.ts';
import type {Ecosystem, LockfileFormat, Pin} from './format.ts';
import type {Pins} from './index.ts';
import {normalName, normalVersion} from './names.ts';

/** A lockfile that the build of an image took from its context. */
export interface Lockfile extends Pick<LockfileFormat, 'ecosystem' | 'kind'> {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly pins: Pins;
  /** Ids of the steps that take it. */
  readonly takenBy: readonly string[];
}

/** The lines that pin a member which a step brought into the image; none where more than one file could be it. */
export type PinFinder = (member: Member, step: string | undefined) => readonly Place[];

type Steps = readonly Pick<BuildStep, 'id' | 'inputs'>[];

interface Candidate {
  readonly lockfile: Lockfile;
  readonly pins: readonly Pin[];
  /** The file states the version. */
  readonly isExact: boolean;
}

/** npm's global folder: no lockfile says what is in there. */
const GLOBAL = /^(?:opt\/|usr\/(?:local\/)?)lib\/node_modules\//;

/** @param steps of the image's build */
export function pinFinder(lockfiles: readonly Lockfile[], steps: Steps): PinFinder {
  const inputs: Inputs = new Map(steps.map((step) => [step.id, step.inputs]));
  return (member, step) => {
    const found = lockfiles.flatMap((lockfile) => candidateOf(lockfile, member));
    if (found.length === 0 || GLOBAL.test(member.path ?? '')) return [];
    const chosen = choose(found, step === undefined ? [] : reachesOf(step, inputs));
    if (chosen === undefined) return [];
    return chosen.pins.map(({line}) => ({file: chosen.lockfile.file, startLine: line}));
  };
}

/** Ecosystem and name are equal, and the version where the file states it. */
function candidateOf(lockfile: Lockfile, member: Member): readonly Candidate[] {
  const {ecosystem, pins} = lockfile;
  const name = nameIn(ecosystem, member);
  const named = name === undefined ? [] : (pins.get(normalName(ecosystem, name)) ?? []);
  const installed = normalVersion(ecosystem, member.version);
  const exact = named.filter(
    ({version}) => version !== undefined && normalVersion(ecosystem, version) === installed,
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
 * The one that the step's nearest reach took; of those a version goes before none, and a lockfile
 * before a manifest.
 */
function choose(
  found: readonly Candidate[],
  reaches: readonly ReadonlySet<string>[],
): Candidate | undefined {
  const taken = (reach: ReadonlySet<string>): readonly Candidate[] =>
    found.filter(({lockfile}) => lockfile.takenBy.some((step) => reach.has(step)));
  const near = reaches.length === 0 ? found : reaches.map(taken).find((some) => some.length > 0);
  const exact = preferred(near ?? [], ({isExact}) => isExact);
  const [first, ...others] = preferred(exact, ({lockfile}) => lockfile.kind === 'lockfile');
  return others.length === 0 ? first : undefined;
}

function preferred<T>(all: readonly T[], isBetter: (one: T) => boolean): readonly T[] {
  const better = all.filter(isBetter);
  return better.length > 0 ? better : all;
}

type Inputs = ReadonlyMap<string, readonly string[]>;

/** The step itself; what it copies or mounts from other stages; all that it is built upon. */
function reachesOf(step: string, inputs: Inputs): readonly ReadonlySet<string>[] {
  // The first input is what the step is done upon.
  const others = inputs.get(step)?.slice(1) ?? [];
  return [new Set([step]), closureOf(others, inputs), closureOf([step], inputs)];
}

function closureOf(start: readonly string[], inputs: Inputs): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(inputs.get(next) ?? []));
  }
  return reached;
}
