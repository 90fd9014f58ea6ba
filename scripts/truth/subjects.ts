/** The images of a run: the example's four, then those made to be awkward. */
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {writeLayout} from '../../__tests__/support/layouts.ts';
import {AWKWARD} from './awkward.ts';
import {exampleSubjects} from './example.ts';
import {makeSubject, type Subject} from './subject.ts';

/** @param wanted parts of names; none: all */
export async function* subjects(
  work: string,
  wanted: readonly string[] = [],
): AsyncGenerator<Subject> {
  const isWanted = (name: string): boolean =>
    wanted.length === 0 || wanted.some((part) => name.includes(part));
  if (isWanted('today') || isWanted('before')) yield* exampleSubjects(join(work, 'example'));
  for (const {name, layers} of AWKWARD)
    if (isWanted(name)) yield await awkward(work, {name, layers});
}

async function awkward(work: string, {name, layers}: (typeof AWKWARD)[number]): Promise<Subject> {
  const folder = join(work, name.replaceAll(/\W+/g, '-'));
  const layout = join(folder, 'layout');
  await mkdir(layout, {recursive: true});
  await writeLayout(layout, {layers: layers(folder)});
  return makeSubject({name, layout, work: folder});
}
