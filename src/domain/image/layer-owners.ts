/**
 * The step that made each layer (facts.md, "Owner of a layer"). Provenance gives for each step the
 * chain of layers that its output has; a layer belongs to the first step whose chain reaches it.
 */
import type {LayerOwner, StepPlace} from '../build/facts.ts';
import {known, unable} from '../known.ts';
import type {Known} from '../known.ts';
import type {Predicate, Step} from './provenance-schema.ts';

type Chain = readonly string[];

interface Graph {
  readonly steps: ReadonlyMap<string, Step>;
  /** By output (`stepN:0`): the chains that it can be, one for each compression. */
  readonly chains: ReadonlyMap<string, readonly Chain[]>;
  readonly places: ReadonlyMap<string, readonly StepPlace[]>;
}

/** What the image was built upon, step by step. */
interface Path {
  /** The output that is the image. */
  readonly output: string;
  /** Step ids from the image's last one down its first inputs. */
  readonly steps: readonly string[];
  /** The step that brings the image of the FROM line; absent when built from scratch. */
  readonly source: string | undefined;
}

/**
 * One owner for each layer, in the manifest's order.
 *
 * @param layers how many layers the manifest has
 */
export function layerOwners(predicate: Predicate, layers: number): Known<readonly LayerOwner[]> {
  if (layers === 0) return known([]);
  const graph = graphOf(predicate);
  const output = predicate.steps.at(-1)?.inputs?.[0];
  if (output === undefined)
    return unable("The build's provenance names no step that made the image.");
  const path = pathOf(graph, output);
  const full = (graph.chains.get(output) ?? []).filter((chain) => chain.length === layers);
  if (full.length === 0) {
    // Nothing was done upon the base: the chain of the source itself may be left out.
    return path.source === stepId(output)
      ? known(Array.from({length: layers}, (_, index) => baseOwner(graph, {path, index})))
      : unable("The build's provenance tells of other layers than the image has.");
  }
  const [best] = full
    .map((chain) => ({chain, makers: makersOf(graph, {full: chain, path})}))
    .sort((a, b) => b.makers.size - a.makers.size);
  return known(best === undefined ? [] : complete(graph, {path, ...best}));
}

function graphOf({steps, metadata}: Predicate): Graph {
  const places = Object.entries(metadata.source?.locations ?? {}).map(
    ([id, {locations}]) =>
      [
        id,
        (locations ?? []).flatMap(({sourceIndex, ranges}) => placeOf(sourceIndex, ranges)),
      ] as const,
  );
  const chains = Object.entries(metadata.layers ?? {}).map(
    ([output, list]) => [output, list.map((chain) => chain.map(({digest}) => digest))] as const,
  );
  return {
    steps: new Map(steps.map((step) => [step.id, step])),
    chains: new Map(chains),
    places: new Map(places),
  };
}

/** A continued RUN has one range per line: from the first to the last. */
function placeOf(
  sourceIndex: number | null | undefined,
  ranges: readonly {start: {line: number}; end: {line: number}}[] | null | undefined,
): readonly StepPlace[] {
  if (ranges === null || ranges === undefined || ranges.length === 0) return [];
  const startLine = Math.min(...ranges.map(({start}) => start.line));
  const endLine = Math.max(...ranges.map(({end}) => end.line));
  return [{dockerfile: sourceIndex ?? 0, startLine, endLine}];
}

function pathOf(graph: Graph, output: string): Path {
  const steps = new Set<string>();
  let current: string | undefined = output;
  while (current !== undefined && !steps.has(stepId(current))) {
    steps.add(stepId(current));
    current = graph.steps.get(stepId(current))?.inputs?.[0];
  }
  const list = [...steps];
  return {output, steps: list, source: list.find((id) => isImage(graph.steps.get(id)))};
}

/** By position: the step whose chain ends there, where one does. */
function makersOf(
  graph: Graph,
  image: {readonly full: Chain; readonly path: Path},
): ReadonlyMap<number, string> {
  const makers = new Map<number, string>();
  const onPath = ([output]: readonly [string, unknown]): boolean =>
    image.path.steps.includes(stepId(output));
  const all = [...graph.chains];
  // The same bytes elsewhere in the build make the same chain: the image's own path wins.
  for (const [output, chains] of [
    ...all.filter(onPath),
    ...all.filter((entry) => !onPath(entry)),
  ]) {
    if (isSource(graph.steps.get(stepId(output)))) continue;
    for (const chain of chains) {
      const index = chain.length - 1;
      if (index >= 0 && !makers.has(index) && isPrefix(chain, image.full))
        makers.set(index, stepId(output));
    }
  }
  return makers;
}

function complete(
  graph: Graph,
  image: {
    readonly path: Path;
    readonly chain: Chain;
    readonly makers: ReadonlyMap<number, string>;
  },
): readonly LayerOwner[] {
  const {path, chain, makers} = image;
  const baseLayers = path.source === undefined ? 0 : Math.min(chain.length, ...makers.keys());
  return chain.map((_, index) => {
    if (index < baseLayers) return baseOwner(graph, {path, index});
    // A step that adds several layers at once (a merge) owns all of them: its chain ends above.
    const next = [...makers.keys()].filter((end) => end >= index);
    const step = makers.get(Math.min(...next)) ?? stepId(path.output);
    return {index, base: false, step, places: graph.places.get(step) ?? []};
  });
}

function baseOwner(graph: Graph, image: {readonly path: Path; readonly index: number}): LayerOwner {
  const step = image.path.source ?? stepId(image.path.output);
  return {index: image.index, base: true, step, places: graph.places.get(step) ?? []};
}

function isPrefix(chain: Chain, full: Chain): boolean {
  return chain.every((digest, position) => digest === full[position]);
}

function isSource(step: Step | undefined): boolean {
  return step?.op?.Op?.['source'] !== undefined;
}

/** True for a source that is an image, not a local, git or http context. */
function isImage(step: Step | undefined): boolean {
  const source = step?.op?.Op?.['source'];
  if (typeof source !== 'object' || source === null || !('identifier' in source)) return false;
  return /^(docker-image|oci-layout)/.test(String(source.identifier));
}

/** `step12:0` -> `step12`. */
function stepId(output: string): string {
  return output.split(':')[0] ?? output;
}
