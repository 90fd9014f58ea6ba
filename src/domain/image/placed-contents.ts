/** What is in an image, with the steps that brought it and took it away. Pure. */
import {defined} from '../defined.ts';
import type {Share, ToolFacts} from './contents.ts';
import type {AttributedLayer, ImageFacts, LayerPlace} from './facts.ts';
import type {Waste} from './waste.ts';

/** Waste with the places of both steps, where they are known. */
export interface PlacedWaste extends Waste {
  readonly madeBy?: LayerPlace;
  readonly removedBy?: LayerPlace;
}

export interface PlacedTool extends ToolFacts {
  /** The step that brought most of it. */
  readonly by?: LayerPlace;
}

/** Bytes at a path, with the step that brought most of them. */
export interface PlacedShare extends Share {
  readonly by?: LayerPlace;
}

/** What the files of an image say. Bytes. */
export interface Contents {
  readonly unpackedBytes: number;
  readonly inUseBytes: number;
  /** What is unpacked and not in use. */
  readonly wasteBytes: number;
  /** Most bytes first. */
  readonly waste: readonly PlacedWaste[];
  readonly tools: readonly PlacedTool[];
  readonly biggestFiles: readonly PlacedShare[];
  readonly biggestFolders: readonly PlacedShare[];
  /** Executables with setuid or setgid. */
  readonly privileged: readonly (PlacedShare & {readonly mode: number})[];
}

export function placeContents(facts: ImageFacts, layers: readonly AttributedLayer[]): Contents {
  const {unpackedBytes, contents, waste: losses} = facts;
  const placeOf = (index: number): LayerPlace | undefined => {
    const layer = layers[index];
    return layer === undefined ? undefined : layerPlace(layer);
  };
  const placed = <T extends {readonly layer: number}>(one: T): T & {by?: LayerPlace} => {
    const by = placeOf(one.layer);
    return {...one, ...(by && {by})};
  };
  return {
    unpackedBytes,
    inUseBytes: contents.inUseBytes,
    wasteBytes: unpackedBytes - contents.inUseBytes,
    waste: losses.map((loss) => {
      const [madeBy, killedBy] = [placeOf(loss.made), placeOf(loss.removedIn)];
      return {...loss, ...(madeBy && {madeBy}), ...(killedBy && {removedBy: killedBy})};
    }),
    tools: contents.tools.map(placed),
    biggestFiles: contents.biggestFiles.map(placed),
    biggestFolders: contents.biggestFolders.map(placed),
    privileged: contents.privileged.map(placed),
  };
}

export function layerPlace({base, file, startLine, endLine}: AttributedLayer): LayerPlace {
  return {
    ...defined({base, file, startLine, endLine}),
  };
}
