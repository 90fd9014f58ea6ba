/** What is in an image, as the report holds it. Pure. */
import {defined} from '../defined.ts';
import type {ContextFacts} from '../context/context-facts.ts';
import type {LayerPlace} from '../image/facts.ts';
import type {Contents, PlacedShare} from '../image/placed-contents.ts';
import {placeOfLayer} from '../policy/places.ts';
import type {ReportImage} from './schema.ts';

/** Lists are capped; what was left out is counted by whoever caps. */
export type Cap = <T>(list: readonly T[], name: 'waste' | 'privileged' | 'unwanted') => T[];

type ContentFields = Pick<
  ReportImage,
  'inUseBytes' | 'wasteBytes' | 'waste' | 'tools' | 'biggest' | 'privileged'
>;

export function reportContents(contents: Contents, cap: Cap): ContentFields {
  const {inUseBytes, wasteBytes, waste: losses, tools, biggestFiles, biggestFolders} = contents;
  return {
    inUseBytes,
    wasteBytes,
    waste: cap(losses, 'waste').map(({kind, path, bytes, files, madeBy, removedBy: killedBy}) => ({
      kind,
      path,
      bytes,
      files,
      made: byOf(madeBy),
      killed: byOf(killedBy),
    })),
    tools: tools.map(({kind, name, bytes, files, by}) => ({
      kind,
      name,
      bytes,
      files,
      ...byOf(by),
    })),
    biggest: {files: biggestFiles.map(shareOf), folders: biggestFolders.map(shareOf)},
    privileged: cap(contents.privileged, 'privileged').map((file) => ({
      ...shareOf(file),
      mode: file.mode,
    })),
  };
}

/** What the build context sends. */
export function reportContext(facts: ContextFacts, cap: Cap): NonNullable<ReportImage['context']> {
  const {bytes, files, folder, named, ignoreFile, unused, biggestFolders, unwanted} = facts;
  return {
    bytes,
    files,
    ...defined({folder: folder && {...folder}}),
    named: named.map((one) => ({...one})),
    ...defined({ignoreFile}),
    unusedIgnoreFiles: unused.map(({file}) => file),
    biggestFolders: biggestFolders.map((folder) => ({...folder})),
    unwanted: cap(unwanted, 'unwanted').map((one) => ({...one})),
  };
}

function shareOf({path, bytes, by}: PlacedShare): {path: string; bytes: number} & By {
  return {path, bytes, ...byOf(by)};
}

interface By {
  base?: boolean;
  place?: {file: string; startLine?: number; endLine?: number};
}

function byOf(by: LayerPlace | undefined): By {
  const place = placeOfLayer(by);
  return {
    ...(by?.base === undefined ? {} : {base: by.base}),
    ...defined({place: place && {...place}}),
  };
}
