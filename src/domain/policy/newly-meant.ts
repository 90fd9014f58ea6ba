/** Images that come under an old VEX answer by a new name: a tag excuses as well as a document. Pure. */
import {readPackageUrl, type PackageUrl} from '../findings/package-url.ts';
import type {BuiltImage, PolicyRecord} from '../record/policy.ts';
import type {Loosening} from './loosening.ts';
import {isAnswer} from './vex.ts';
import {isImage} from './vex-names.ts';

type Named = Pick<PolicyRecord, 'built'> & Partial<Pick<PolicyRecord, 'vex'>>;

/** An answer that is new is told by itself. */
export function newlyMeant(before: Named, now: Named): readonly Loosening[] {
  const known = new Set(productsOf(before));
  return productsOf(now).flatMap((written) => {
    const product = readPackageUrl(written);
    if (product?.type !== 'oci' || !known.has(written)) return [];
    const meant = namesOf(before, product);
    const images = namesOf(now, product).filter((name) => !meant.includes(name));
    const about = `VEX of ${written}`;
    return images.length === 0
      ? []
      : [{about, images, before: 'not about it', now: 'about it by its name'}];
  });
}

function productsOf({vex = []}: Named): readonly string[] {
  return [...new Set(vex.filter(isAnswer).flatMap(({products}) => products))];
}

/** By what a record knows: which of its platforms and digests a product names is no matter here. */
function namesOf({built}: Named, {qualifiers, ...product}: PackageUrl): readonly string[] {
  const told = [...qualifiers].filter(([key]) => key === 'repository_url' || key === 'tag');
  const bare = {...product, version: '', qualifiers: new Map(told)};
  const meant = built.filter((image) => isImage(bare, namedBy(image)));
  return [...new Set(meant.map(({name}) => name))];
}

function namedBy({name, tags}: BuiltImage): Parameters<typeof isImage>[1] {
  return {name, target: name, tags, platform: ''};
}
