/**
 * The differences that stand, each with its reason and with a computation that must give exactly the
 * difference: no tolerances. A difference that none of these makes fails the run.
 */
import {pathParts} from '../../src/domain/image/names.ts';
import {divePaths, type DivePath} from './dive-waste.ts';
import {addTo, visibleBytes} from './origins.ts';
import type {Explanation} from './row.ts';
import type {Subject} from './subject.ts';

interface Explained<Of> {
  readonly name: string;
  readonly reason: string;
  /** Theirs minus ours. */
  readonly amount: (of: Of) => number;
}

/** Bytes that came at one path, and what dive makes of it. */
interface PathBytes {
  /** In all layers, as often as they came. */
  readonly brought: number;
  /** Of these, what is seen in the final tree. */
  readonly visible: number;
  /** Absent: dive never saw it. */
  readonly dive: DivePath | undefined;
  readonly isCounted: boolean;
}

const WASTE: readonly Explained<PathBytes>[] = [
  {
    name: 'the copy that stays',
    reason: 'dive counts every copy of a path that came more than once, the one in use too.',
    amount: ({isCounted, visible}) => (isCounted ? visible : 0),
  },
  {
    name: 'gone with their folder',
    reason:
      'dive does not see files that went because their folder was deleted, made opaque or replaced, ' +
      'nor the second of two in one layer.',
    amount: ({isCounted, brought, visible}) => (isCounted ? 0 : visible - brought),
  },
  {
    name: 'a path twice in one layer',
    reason:
      'dive keeps the last of two entries with one name; both were brought, and we count both.',
    amount: ({isCounted, brought, dive}) => (isCounted ? (dive?.bytes ?? 0) - brought : 0),
  },
  {
    name: 'a folder that was empty once',
    reason: 'dive counts all that is in a deleted folder when it came empty in an earlier layer.',
    amount: ({isCounted, dive}) => (isCounted ? (dive?.whitedOut ?? 0) : 0),
  },
];

/** By how much dive's wasted bytes are to differ from ours. */
export function wasteExplained(subject: Subject): readonly Explanation[] {
  const paths = pathBytes(subject);
  return WASTE.map(({name, reason, amount}) => ({
    ...{name, reason},
    amount: paths.reduce((sum, path) => sum + amount(path), 0),
  }));
}

function pathBytes(subject: Subject): readonly PathBytes[] {
  const dive = divePaths(subject.layers);
  const brought = new Map<string, number>();
  for (const {name, kind, size} of subject.layers.flat())
    if (kind === 'file') addTo(brought, pathParts(name).join('/'), size);
  const visible = visibleBytes(subject.layers);
  return [...new Set([...brought.keys(), ...dive.keys()])].map((path) => ({
    brought: brought.get(path) ?? 0,
    visible: visible.get(path) ?? 0,
    dive: dive.get(path),
    isCounted: (dive.get(path)?.layers ?? 0) > 1,
  }));
}
