/** Where bake, and so this run, builds another thing than `docker compose build` does. Pure. */
import {ownProperty} from '../own-property.ts';
import type {PlannedImage} from '../planned-image.ts';
import {normalPlatform} from './images.ts';

export interface ComposeView {
  readonly platform?: string | undefined;
  readonly profiles: readonly string[];
}

export function composeDiffers(
  images: readonly Pick<PlannedImage, 'name' | 'target' | 'platform'>[],
  services: Readonly<Record<string, ComposeView>>,
): readonly string[] {
  const names = [...new Set(images.map(({name}) => name))];
  const built = names.flatMap((name) => {
    const service = ownProperty(services, name);
    const its = images.filter((image) => image.name === name);
    return service === undefined ? [] : [{name, service, its}];
  });
  const others = built.flatMap(({name, service: {platform}, its: [image, ...more]}) => {
    if (platform === undefined || platform === '' || image === undefined) return [];
    const here = [image, ...more].map((one) => one.platform);
    const meant = normalPlatform(platform);
    const set = `${image.target}.platform=${platform}`;
    return here.includes(meant) ? [] : [{name, meant, here: here.join(' and '), set}];
  });
  const behind = built.flatMap(({name, service: {profiles}}) =>
    profiles.length === 0 ? [] : [`${name} (${profiles.join(', ')})`],
  );
  return [
    ...others.map(
      ({name, meant, here, set}) =>
        `docker compose builds ${name} for ${meant}, as its platform says; bake, as here, does not read that and builds it for ${here}. The input set (${set}) builds what compose does.`,
    ),
    ...(behind.length === 0
      ? []
      : [
          `Behind a profile: ${behind.join(', ')}. docker compose leaves that out unless the profile is named; bake, as here, builds it. The input targets leaves it out.`,
        ]),
  ];
}
