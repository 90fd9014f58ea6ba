/** The images of a run: the example's four, then those made to be awkward. */
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {writeLayout} from '../../__tests__/support/layouts.ts';
import type {Awkward} from './awkward-parts.ts';
import {AWKWARD} from './awkward.ts';
import {builtName, builtSubject, COMPRESSIONS} from './built.ts';
import {exampleSubjects} from './example.ts';
import {makeSubject, type Subject} from './subject.ts';

/** @param wanted parts of names; none: all */
export async function* subjects(work: string, wanted: readonly string[]): AsyncGenerator<Subject> {
  const isExample = wanted.length === 0 || wanted.includes('example');
  if (isExample) yield* exampleSubjects(join(work, 'example'));
  yield* awkwardSubjects(work, wanted);
}

export async function* awkwardSubjects(
  work: string,
  wanted: readonly string[] = [],
): AsyncGenerator<Subject> {
  const isWanted = (name: string): boolean =>
    wanted.length === 0 || wanted.some((part) => name.includes(part));
  for (const compression of COMPRESSIONS)
    if (isWanted(builtName(compression))) yield await builtSubject(work, compression);
  for (const one of AWKWARD) if (isWanted(one.name)) yield await madeSubject(work, one);
}

async function madeSubject(work: string, {layers, ...one}: Awkward): Promise<Subject> {
  const folder = join(work, one.name.replaceAll(/\W+/g, '-'));
  const layout = join(folder, 'layout');
  await mkdir(layout, {recursive: true});
  await writeLayout(layout, {layers: layers(folder)});
  return makeSubject({...one, layout, work: folder});
}
