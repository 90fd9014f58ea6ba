/** What is compared, by tool; a tool that fails is a row that fails. */
import {didNotRun, judge, type Finding, type Row} from '../row.ts';
import type {Subject} from '../subject.ts';
import {named, type Tool} from '../tools.ts';
import {byBuildKit} from './context.ts';
import {byCrane, bySkopeo} from './documents.ts';
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
  {tool: 'buildx', find: byBuildKit, applies: ({context}) => context !== undefined},
  {tool: 'trivy', find: byTrivy, applies: ({report}) => report !== undefined},
];

export async function* rowsOf(subject: Subject): AsyncGenerator<Row> {
  for (const {tool, find, applies} of CHECKS) {
    if (applies?.(subject) === false) continue;
    try {
      const place = {image: subject.name, tool: await named(tool)};
      for (const found of await find(subject)) yield judge(found, place);
    } catch (error) {
      yield didNotRun(subject.name, tool, error);
    }
  }
}
