#!/usr/bin/env node
/**
 * The only writer of `dist`: `node scripts/bundle.mjs [FOLDER]`. Writes index.js, the one entry, with
 * the chunks that it loads when they are needed (so help starts fast), not minified, and licenses.txt of
 * everything that went into it. Same input, same bytes.
 */
import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {parse} from 'yaml';
import {BUNDLING} from './bundling.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** `import action from '../action.yml'` is the parsed document, so that no YAML is parsed at start. */
const yamlPlugin = {
  name: 'yaml',
  setup(builder) {
    builder.onLoad({filter: /\.yml$/}, async ({path}) => ({
      contents: JSON.stringify(parse(await readFile(path, 'utf8'))),
      loader: 'json',
    }));
  },
};

async function bundle(folder) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/index.ts'],
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    ...BUNDLING,
    splitting: true,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [yamlPlugin],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  await rm(folder, {recursive: true, force: true});
  await mkdir(join(folder, 'chunks'), {recursive: true});
  for (const {path, text} of result.outputFiles) {
    const isEntry = path === join(folder, 'index.js');
    await writeFile(path, isEntry ? `#!/usr/bin/env node\n${text}` : text, {
      mode: isEntry ? 0o755 : 0o644,
    });
  }
  await writeFile(join(folder, 'package.json'), '{"type": "module"}\n');
  await writeFile(join(folder, 'licenses.txt'), await licenses(result.metafile));
}

/** Names, versions and licence texts of the packages whose code is in the bundle. */
async function licenses(metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match !== null) folders.add(match[1]);
  }
  const texts = await Promise.all([...folders].sort().map(licenseOf));
  return `${texts.join(`\n${'-'.repeat(80)}\n\n`)}\n`;
}

async function licenseOf(folder) {
  const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const names = (await readdir(join(root, folder)))
    .filter((name) => /^licen[cs]e/i.test(name))
    .sort();
  const text = names[0] === undefined ? '' : await readFile(join(root, folder, names[0]), 'utf8');
  // Git keeps the file with one kind of line ends.
  const lines = text.trim().replaceAll('\r\n', '\n');
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${lines}\n`;
}

await bundle(resolve(root, process.argv[2] ?? 'dist'));
