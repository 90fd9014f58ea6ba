/** Many images by one bake of the engine: what a build costs is mostly its start. */
import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import type {Layout} from '../../src/domain/layout.ts';
import {planned} from './scan.ts';

export interface Recipe {
  /** By path, the Dockerfile among them. */
  readonly files: Readonly<Record<string, string>>;
  /** The engine's own where it is absent. */
  readonly platform?: string;
}

/** Layouts by the names of the recipes, below a folder of the caller's. */
export function bakeLayouts<Name extends string>(
  root: string,
  recipes: Readonly<Record<Name, Recipe>>,
): Readonly<Record<Name, Layout>> {
  const all = Object.entries<Recipe>(recipes);
  for (const [name, {files}] of all)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name, path)), {recursive: true});
      writeFileSync(join(root, name, path), text);
    }
  const target = Object.fromEntries(
    all.map(([name, {platform}]) => [
      name,
      {
        context: name,
        ...(platform === undefined ? {} : {platforms: [platform]}),
        output: [`type=oci,dest=layouts/${name},tar=false`],
      },
    ]),
  );
  const definition = {group: {default: {targets: all.map(([name]) => name)}}, target};
  writeFileSync(join(root, 'docker-bake.json'), JSON.stringify(definition));
  execFileSync('docker', ['buildx', 'bake', '--provenance=false', '--allow=fs.write=layouts'], {
    ...{cwd: root, stdio: ['ignore', 'ignore', 'pipe']},
  });
  const layouts = all.map(([name, {files}]) => [
    name,
    {image: planned(name, files['Dockerfile']), path: join(root, 'layouts', name)},
  ]);
  return Object.fromEntries(layouts) as Record<Name, Layout>;
}
