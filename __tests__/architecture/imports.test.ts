/** Holds architecture.md section 4: who imports whom, how long files are, who has effects. */
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {DIRECTIONS, EFFECTS, ORDER, SHARED} from '../../scripts/directions.mjs';
import {circles} from '../support/circles.ts';

const src = resolve(import.meta.dirname, '../../src');
const files = readdirSync(src, {recursive: true, encoding: 'utf8'}).filter((name) =>
  name.endsWith('.ts'),
);

function roomOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** What of `src` a file imports, types too. */
function targetsOf(path: string): string[] {
  return importsOf(path)
    .filter((specifier) => specifier.startsWith('.') && specifier.endsWith('.ts'))
    .map((specifier) => relative(src, resolve(src, dirname(path), specifier)));
}

function isEffect(specifier: string): boolean {
  return EFFECTS.some((name: string) =>
    name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name,
  );
}

/** `from` may import `to` (both relative to src), by direction or because it is shared. */
function allowed(from: string, to: string): boolean {
  const directions: Record<string, readonly string[]> = DIRECTIONS;
  const own = roomOf(from);
  const other = roomOf(to);
  return own === other || SHARED.includes(other) || (directions[own] ?? []).includes(other);
}

/** The line of a room's order that a file's folder stands in; -1 for a file that lies loose. */
function lineOf(path: string, order: readonly (readonly string[])[]): number {
  const [, folder = '', ...below] = path.split('/');
  if (below.length === 0) return -1;
  const line = order.findIndex((folders) => folders.includes(folder));
  if (line === -1) throw new Error(`${path}: its folder has no place in scripts/directions.mjs`);
  return line;
}

function isInOrder(from: string, to: string, order: readonly (readonly string[])[]): boolean {
  if (roomOf(from) !== roomOf(to)) return true;
  const [, folder] = from.split('/');
  if (folder === to.split('/')[1]) return true;
  const [line, other] = [lineOf(from, order), lineOf(to, order)];
  return other < line || (line === -1 && other === -1);
}

describe('the house', () => {
  it('has rooms, each with a direction', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => ![...SHARED, 'yml.d'].includes(room)));
    expect([...rooms].filter((room) => !(room in DIRECTIONS))).toEqual([]);
    expect(rooms.size).toBeGreaterThanOrEqual(8);
  });

  it('imports only in the directions of architecture.md section 4', () => {
    const wrong = files.flatMap((path) =>
      targetsOf(path)
        .filter((target) => !allowed(path, target))
        .map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(ORDER))('has an order inside of %s', (room, order) => {
    const inside = files.filter((path) => roomOf(path) === room && path.includes('/'));
    const wrong = inside.flatMap((path) =>
      targetsOf(path)
        .filter((target) => !isInOrder(path, target, order))
        .map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
    const folders = new Set(
      inside.filter((path) => lineOf(path, order) >= 0).map((path) => path.split('/')[1]),
    );
    expect(order.flat().filter((folder) => !folders.has(folder))).toEqual([]);
  });

  it('keeps in a folder what belongs to one stage', () => {
    expect(files.filter((path) => /^stages\/[^/]+$/.test(path))).toEqual([]);
  });

  it('has effects in the platform alone', () => {
    const wrong = files
      .filter((path) => roomOf(path) !== 'platform')
      .flatMap((path) =>
        importsOf(path)
          .filter(isEffect)
          .map((name) => `${path} -> ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('has no circle, types included', () => {
    expect(
      circles(
        new Map([
          ['a', ['b']],
          ['b', ['c', 'd']],
          ['c', ['a']],
          ['d', ['d']],
        ]),
      ),
    ).toEqual([['a', 'b', 'c']]);
    expect(circles(new Map(files.map((path) => [path, targetsOf(path)])))).toEqual([]);
  });

  it('is made of small files', () => {
    const lines = (path: string): number =>
      readFileSync(join(src, path), 'utf8').trimEnd().split('\n').length;
    expect(files.filter((path) => lines(path) > 250)).toEqual([]);
    expect(lines('index.ts')).toBeLessThanOrEqual(10);
    expect(lines('main.ts')).toBeLessThanOrEqual(60);
  });
});
