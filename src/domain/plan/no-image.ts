/** Targets of a bake file that make no image: nothing of them can be judged. Pure. */
import {ownProperty} from '../own-property.ts';

export interface EndingTarget {
  readonly output?: readonly {readonly type?: string | undefined}[] | undefined;
  readonly call?: string | undefined;
}

const NO_IMAGES = ['cacheonly', 'local', 'tar'];

/** `builder (output cacheonly)`: what is passed over, and why. */
export function withoutImages(
  built: readonly string[],
  targets: Readonly<Record<string, EndingTarget>>,
): {readonly images: readonly string[]; readonly says: readonly string[]} {
  const found = built.map((name) => ({name, why: whyNone(ownProperty(targets, name) ?? {})}));
  const passed = found.flatMap(({name, why}) => (why === undefined ? [] : [`${name} (${why})`]));
  const images = found.flatMap(({name, why}) => (why === undefined ? [name] : []));
  if (passed.length === 0) return {images, says: []};
  return {images, says: [`Passed over, because they make no image: ${passed.join(', ')}.`]};
}

/** buildx: `call = "build"` is what a target does by itself. */
function whyNone({output = [], call}: EndingTarget): string | undefined {
  if (call !== undefined && call !== '' && call !== 'build') return `call ${call}`;
  const types = output.map(({type}) => type ?? '');
  const isNone = types.length > 0 && types.every((type) => NO_IMAGES.includes(type));
  return isNone ? `output ${[...new Set(types)].join(', ')}` : undefined;
}
