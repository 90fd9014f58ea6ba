/**
 * The step that made each layer (facts.md, "Owner of a layer"). Provenance gives for each step the
 * chain of layers that its output has; a layer belongs to the first step whose chain reaches it.
 * Where two targets of one bake share a step, the chain is in the provenance of either or of both
 * (seen with BuildKit 0.25): what is missing is counted, one layer for each step.
 */
import type {LayerOwner} from './facts.ts';
import type {StepPlace} from './step-place.ts';
import {known, unable} from '../known.ts';
import type {Known} from '../known.ts';
import {largest, smallest} from '../numbers.ts';
import type {Predicate, Step} from './schema.ts';
import {traceStepPath, stepId, type StepPath} from './step-path.ts';
import {isOwnLayout, isSource} from './step-source.ts';

type Chain = readonly string[];

interface Graph {
  readonly steps: ReadonlyMap<string, Step>;
  /** By output (`stepN:0`): the chains that it can be, one for each compression. */
  readonly chains: ReadonlyMap<string, readonly Chain[]>;
  readonly places: ReadonlyMap<string, readonly StepPlace[]>;
}

/**
 * One owner for each layer, in the manifest's order; undefined where provenance leaves it open.
 *
 * @param layers digests of the manifest's layers
 */
export function layerOwners(
  predicate: Predicate,
  layers: readonly string[],
): Known<readonly (LayerOwner | undefined)[]> {
  if (layers.length === 0) return known([]);
  const graph = graphOf(predicate);
  const output = predicate.steps.at(-1)?.inputs?.[0];
  if (output === undefined)
    return unable("The build's provenance names no step that made the image.");
  const path = traceStepPath(graph, output);
  const full = (graph.chains.get(output) ?? []).filter((chain) => chain.length === layers.length);
  // Forced recompression changes digests, so what provenance says of itself goes first.
  const [best] = (full.length === 0 ? [layers] : full)
    .map((chain) => ({chain, makers: makersOf(graph, {full: chain, path})}))
    .sort((a, b) => b.makers.size - a.makers.size);
  return known(best === undefined ? [] : complete(graph, {path, ...best}));
}

/** By step id: where it stands; identical instructions stand in several places. */
export function stepPlaces({metadata}: Predicate): ReadonlyMap<string, readonly StepPlace[]> {
  const places = Object.entries(metadata.source?.locations ?? {}).map(
    ([id, {locations}]) =>
      [
        id,
        (locations ?? []).flatMap(({sourceIndex, ranges}) => placeOf(sourceIndex, ranges)),
      ] as const,
  );
  return new Map(places);
}

function graphOf(predicate: Predicate): Graph {
  const {steps, metadata} = predicate;
  const chains = Object.entries(metadata.layers ?? {}).map(
    ([output, list]) => [output, list.map((chain) => chain.map(({digest}) => digest))] as const,
  );
  return {
    steps: new Map(steps.map((step) => [step.id, step])),
    chains: new Map(chains),
    places: stepPlaces(predicate),
  };
}

/** A continued RUN has one range per line: from the first to the last. */
function placeOf(
  sourceIndex: number | null | undefined,
  ranges: readonly {start: {line: number}; end: {line: number}}[] | null | undefined,
): readonly StepPlace[] {
  if (ranges === null || ranges === undefined || ranges.length === 0) return [];
  const startLine = smallest(ranges.map(({start}) => start.line));
  const endLine = largest(ranges.map(({end}) => end.line));
  return [{dockerfile: sourceIndex ?? 0, startLine, endLine}];
}

/** By position: the step whose chain ends there, where one does. */
function makersOf(
  graph: Graph,
  image: {readonly full: Chain; readonly path: StepPath},
): ReadonlyMap<number, string> {
  const makers = new Map<number, string>();
  const steps = new Set(image.path.steps);
  const onPath = ([output]: readonly [string, unknown]): boolean => steps.has(stepId(output));
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

interface Anchor {
  readonly index: number;
  readonly step: string;
}

function complete(
  graph: Graph,
  image: {
    readonly path: StepPath;
    readonly chain: Chain;
    readonly makers: ReadonlyMap<number, string>;
  },
): readonly (LayerOwner | undefined)[] {
  const {path, chain} = image;
  const own = path.steps.filter((id) => !isSource(graph.steps.get(id))).reverse();
  const anchors = anchorsOf(image);
  const order: Order = {own, positions: new Map(own.map((id, position) => [id, position]))};
  const base = own.length === 0 ? chain.length : baseLength(graph, {path, order, anchors});
  const makers = new Map<number, string>();
  let before: Anchor = {index: base - 1, step: ''};
  for (const anchor of anchors) {
    for (const [index, step] of between(order, before, anchor)) makers.set(index, step);
    before = anchor;
  }
  return chain.map((_, index) => {
    if (index < base) return baseOwner(graph, {path, index});
    const step = makers.get(index);
    if (step === undefined) return undefined;
    return {index, base: false, step, places: graph.places.get(step) ?? []};
  });
}

/** The image's own steps, in order, and where each stands. */
interface Order {
  readonly own: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
}

/** Layers whose maker is known, in order; the image's own last step made the last one. */
function anchorsOf(image: {
  readonly path: StepPath;
  readonly chain: Chain;
  readonly makers: ReadonlyMap<number, string>;
}): readonly Anchor[] {
  const last = image.chain.length - 1;
  const all = new Map([[last, stepId(image.path.output)], ...image.makers]);
  return [...all].map(([index, step]) => ({index, step})).sort((a, b) => a.index - b.index);
}

function baseLength(
  graph: Graph,
  image: {
    readonly path: StepPath;
    readonly order: Order;
    readonly anchors: readonly Anchor[];
  },
): number {
  const {path, order, anchors} = image;
  if (path.source === undefined) return 0;
  const chain = graph.chains.get(`${path.source}:0`)?.[0];
  const [first] = anchors;
  if (chain !== undefined) return chain.length;
  return Math.max(0, (first?.index ?? 0) - (order.positions.get(first?.step ?? '') ?? 0));
}

/** The layers above one anchor up to and with the next, each with its step. */
function between(
  {own, positions}: Order,
  before: Anchor,
  anchor: Anchor,
): readonly (readonly [number, string])[] {
  const start = (positions.get(before.step) ?? -1) + 1;
  const missing = own.slice(start, positions.get(anchor.step) ?? 0);
  const count = anchor.index - before.index - 1;
  // A step that adds several layers at once (a merge) owns all of them: its chain ends above.
  const all = Array<string>(Math.max(0, count)).fill(anchor.step);
  const steps = missing.length === 0 ? all : missing;
  const placed = steps.length === count ? steps : [];
  return [
    ...placed.map((step, position) => [before.index + 1 + position, step] as const),
    [anchor.index, anchor.step],
  ];
}

function baseOwner(
  graph: Graph,
  image: {readonly path: StepPath; readonly index: number},
): LayerOwner {
  const step = image.path.source ?? stepId(image.path.output);
  // A layout that the repository brings itself is its author's own: nobody else has published it.
  const base = !isOwnLayout(graph.steps.get(step));
  return {index: image.index, base, step, places: graph.places.get(step) ?? []};
}

function isPrefix(chain: Chain, full: Chain): boolean {
  return chain.every((digest, position) => digest === full[position]);
}
