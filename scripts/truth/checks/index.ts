/** What is compared, by tool; a tool that fails is a row that fails. */
import {errorMessage} from '../../../src/errors.ts';
import {didNotRun, judge, refused, type Finding, type Row} from '../row.ts';
import type {Subject} from '../subject.ts';
import {named, type Tool} from '../tools.ts';
import {byBuildKit} from './context.ts';
import {byCrane, bySkopeo} from './documents.ts';
import {byExport} from './exported.ts';
import {byTrivy} from './findings.ts';
import {layerListings} from './layers.ts';
import {byUmoci} from './unpacked.ts';
import {byDive} from './waste.ts';

interface Check {
  readonly tool: Tool;
  /** False where there is nothing to compare: an image of no build has no context. */
  readonly applies?: (subject: Subject) => boolean;
  readonly find: (subject: Subject) => Promise<readonly Finding[]>;
}

const CHECKS: readonly Check[] = [
  {tool: 'GNU tar', find: layerListings},
  {tool: 'skopeo', find: bySkopeo},
  {tool: 'crane', find: byCrane},
  {tool: 'umoci', find: byUmoci},
  {tool: 'dive', find: byDive},
  {tool: 'buildx', find: byExport, applies: ({report}) => report === undefined},
  {tool: 'buildx', find: byBuildKit, applies: ({context}) => context !== undefined},
  {tool: 'trivy', find: byTrivy, applies: ({report}) => report !== undefined},
];

export async function* rowsOf(subject: Subject): AsyncGenerator<Row> {
  for (const check of CHECKS) if (check.applies?.(subject) !== false) yield* rowsBy(check, subject);
}

async function* rowsBy({tool, find}: Check, subject: Subject): AsyncGenerator<Row> {
  const refusal = subject.refusals?.[tool];
  try {
    const place = {image: subject.name, tool: await named(tool)};
    try {
      const found = await find(subject);
      if (refusal !== undefined) throw new Error('it was to refuse this image, and did not');
      for (const one of found) yield judge(one, place);
    } catch (error) {
      const words = refusal?.exec(errorMessage(error))?.[0];
      if (words === undefined) throw error;
      yield refused(place, words);
    }
  } catch (error) {
    yield didNotRun(subject.name, tool, errorMessage(error));
  }
}
