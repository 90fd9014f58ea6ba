/** Files of Git LFS that were not fetched: the image would hold the text that stands for them. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {listOfSome, POINTER_BYTES, isPointer} from '../../domain/context/lfs.ts';
import {isKnown} from '../../domain/known.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import type {Notice} from '../../domain/notice.ts';
import {nameIn} from '../../domain/inside.ts';
import type {Contexts} from './contexts.ts';

const ATTRIBUTES = '.gitattributes';
const LARGEST_ATTRIBUTES = 1024 * 1024;
/** Small files that are looked into, of one context. */
const MOST = 5000;

interface PointerRequest {
  readonly images: readonly Pick<
    PlannedImage,
    'contextPath' | 'dockerfilePath' | 'namedContexts'
  >[];
  /** Absolute. */
  readonly repository: string;
}

/** Never rejects: what cannot be read here is told where it is needed. */
export async function pointerNotices(
  {images, repository}: PointerRequest,
  contexts: Contexts,
  {files}: Pick<Deps, 'files'>,
): Promise<readonly Notice[]> {
  const text = async (root: string, name: string, maxBytes: number): Promise<string> => {
    const bytes = await files
      .readNamed(join(root, name), {name, within: [root], maxBytes})
      .catch(() => new Uint8Array());
    return new TextDecoder().decode(bytes);
  };
  const usesLfs = async (root: string, name: string): Promise<boolean> =>
    (await text(root, name, LARGEST_ATTRIBUTES)).includes('filter=lfs');
  const found = new Set<string>();
  const isRootLfs = await usesLfs(repository, ATTRIBUTES);
  for (const image of images) {
    const {contextPath: root, dockerfilePath, namedContexts} = image;
    const places = [
      ...(root === undefined ? [] : [{root, dockerfile: dockerfilePath}]),
      ...Object.values(namedContexts).map((named) => ({root: named})),
    ];
    for (const place of places) {
      const listing = await contexts(place);
      if (!isKnown(listing)) continue;
      const sent = listing.value.files;
      const attributes = sent.filter(({path}) => `/${path}`.endsWith(`/${ATTRIBUTES}`));
      const own = attributes.map(({path}) => usesLfs(place.root, path));
      if (!isRootLfs && !(await Promise.all(own)).includes(true)) continue;
      const small = sent.filter(
        ({bytes}) => bytes >= POINTER_BYTES.least && bytes < POINTER_BYTES.most,
      );
      for (const {path} of small.slice(0, MOST))
        if (isPointer(await text(place.root, path, POINTER_BYTES.most)))
          found.add(nameIn(repository, join(place.root, path)));
    }
  }
  if (found.size === 0) return [];
  const message = `Git LFS has not fetched ${listOfSome([...found].toSorted())}: the build context has the pointer, a text of about 130 bytes, in place of the file. Fetch the files before the build (lfs: true of actions/checkout, or git lfs pull).`;
  return [{from: 'context', message}];
}
