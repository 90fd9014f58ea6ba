/** Build policies that are gone, or say something else: what they ask for only BuildKit knows. Pure. */
import type {BuiltImage} from '../record/policy.ts';

interface Weakened {
  readonly about: string;
  readonly images: readonly string[];
  readonly before: string;
  readonly now: string;
}

export function weakenedPolicies(
  before: readonly BuiltImage[],
  now: readonly BuiltImage[],
): readonly Weakened[] {
  const images = new Map(now.map((image) => [image.id, image]));
  return before.flatMap(({id, name, policies = []}) => {
    const image = images.get(id);
    if (image === undefined) return [];
    const hashes = new Map((image.policies ?? []).map(({file, hash}) => [file, hash]));
    return policies.flatMap(({file, hash}) => {
      const found = hashes.get(file);
      if (found === hash) return [];
      const is = found === undefined ? 'asked no longer' : 'asked with another text';
      return [{about: `the build policy ${file}`, images: [name], before: 'asked', now: is}];
    });
  });
}
