/**
 * Every figure of a comment once more, from the layouts, the scanner and the policy file alone. Nothing of
 * the action is imported: node figures.mjs BASE HEAD BASE_LAYERS [MOVED] prints them as JSON.
 * MOVED says that something outside of the repository changed, and nothing in it.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {extract} from 'tar-stream';
import {parse} from 'yaml';

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'];
const FAIL_ON = ['critical', 'high'];
const [baseFolder, headFolder, baseLayers, moved = ''] = process.argv.slice(2);

/** `1234567` -> `1.2 MB`. */
function bytesText(bytes) {
  const [factor, unit] = bytes < 999_950 ? [1e3, 'kB'] : [1e6, 'MB'];
  return bytes < 1000 ? `${bytes} B` : `${(bytes / factor).toFixed(1)} ${unit}`;
}

function signed(number, text) {
  return number === 0 ? text : `${number < 0 ? '−' : '+'}${text}`;
}

function differenceText(bytes) {
  return signed(bytes, bytesText(Math.abs(bytes)));
}

function shareText({before, after}) {
  const percent = ((after - before) / before) * 100;
  const text = Math.abs(percent).toFixed(1);
  return `${signed(text === '0.0' ? 0 : percent, text)} %`;
}

async function readSide(folder, cache) {
  const policy = parse(readFileSync(join(folder, 'plimsoll.yml'), 'utf8'));
  const layouts = join(folder, 'layouts');
  const images = new Map();
  for (const name of readdirSync(layouts))
    images.set(name, await readImage(join(layouts, name), cache));
  return {policy, images};
}

async function readImage(layout, cache) {
  const blob = (digest) => readFileSync(join(layout, 'blobs', digest.replace(':', '/')));
  const document = (digest) => JSON.parse(blob(digest).toString());
  const index = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
  const manifest = document(index.manifests[0].digest);
  const config = document(manifest.config.digest);
  const steps = config.history.filter((step) => step.empty_layer !== true);
  const layers = [];
  for (const [at, {digest}] of manifest.layers.entries()) {
    const isOfBase = at < Number(baseLayers);
    const packed = blob(digest);
    layers.push({
      step: isOfBase ? 'the base image' : steps[at].created_by,
      download: packed.length,
      unpacked: await unpackedBytes(gunzipSync(packed)),
    });
  }
  return {config: config.config, layers, ...scan(layout, cache)};
}

/** What the regular files of a layer hold; a link holds nothing. */
async function unpackedBytes(tar) {
  let bytes = 0;
  const archive = extract();
  archive.end(tar);
  for await (const entry of archive) {
    if (entry.header.type === 'file') bytes += entry.header.size;
    entry.resume();
  }
  return bytes;
}

function scan(layout, cache) {
  const {PLIMSOLL_LAB_TRIVY: trivy, PLIMSOLL_DB_REPOSITORIES: database} = process.env;
  const result = spawnSync(
    trivy,
    [
      ...[
        'image',
        '--input',
        resolve(layout),
        '--format',
        'json',
        '--list-all-pkgs',
        '--scanners',
        'vuln',
      ],
      ...['--db-repository', database, '--insecure', '--cache-dir', cache, '--quiet'],
    ],
    {encoding: 'utf8', cwd: cache, maxBuffer: 64 * 1024 * 1024},
  );
  if (result.status !== 0) throw new Error(`trivy: ${result.stderr}`);
  const results = JSON.parse(result.stdout).Results ?? [];
  const packages = results.flatMap((one) => one.Packages ?? []);
  const findings = results.flatMap((one) => one.Vulnerabilities ?? []);
  return {
    packages: new Map(packages.map(({Name, Version}) => [Name, Version])),
    findings: new Map(findings.map((one) => [`${one.VulnerabilityID} ${one.PkgName}`, one])),
  };
}

function sum(layers, key) {
  return layers.reduce((total, layer) => total + layer[key], 0);
}

/** `1 high, 2 low`, in whichever words: counts of what can be mended. */
function severities(findings) {
  return SEVERITIES.flatMap((severity) => {
    const some = findings.filter((one) => one.Severity.toLowerCase() === severity);
    return some.length === 0 ? [] : [`${some.length} ${severity}`];
  });
}

function isFixable(finding) {
  return (finding.FixedVersion ?? '') !== '';
}

function without(findings, others = new Map()) {
  return [...findings].filter(([key]) => !others.has(key)).map(([, finding]) => finding);
}

function rowsOf(before, after) {
  const names = [...new Set([...after, ...before].map(({step}) => step))];
  const bytes = (layers, step) =>
    sum(
      layers.filter((layer) => layer.step === step),
      'unpacked',
    );
  return names
    .map((step) => [bytes(before, step), bytes(after, step)])
    .filter(([one, other]) => one !== other)
    .sort((one, other) => Math.abs(other[1] - other[0]) - Math.abs(one[1] - one[0]))
    .map(([one, other]) => ({
      bytes: other - one,
      cells: [differenceText(other - one), `${bytesText(one)} → ${bytesText(other)}`],
    }));
}

function packageChanges(before, after) {
  const kinds = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === now) return [];
    const kind = old === undefined ? 'added' : now === undefined ? 'removed' : 'upgraded';
    return [{kind, versions: [old, now].filter((version) => version !== undefined)}];
  });
  const counts = Object.entries(Object.groupBy(kinds, ({kind}) => kind));
  return {
    counts: counts.map(([kind, all]) => `${all.length} ${kind}`),
    versions: kinds.flatMap(({versions}) => versions),
  };
}

function figuresOf(image, before, policy) {
  const size = {
    after: sum(image.layers, 'unpacked'),
    before: before && sum(before.layers, 'unpacked'),
  };
  const load = {
    after: sum(image.layers, 'download'),
    before: before && sum(before.layers, 'download'),
  };
  const fresh = before ? without(image.findings, before.findings) : [];
  const own = moved === '' ? fresh : [];
  const held = own.filter((one) => isFixable(one) && FAIL_ON.includes(one.Severity.toLowerCase()));
  const fixed = before ? without(before.findings, image.findings) : [];
  const compared = ({before: old, after}) =>
    old === undefined
      ? []
      : [`${differenceText(after - old)} (${shareText({before: old, after})})`];
  const fixable = severities([...image.findings.values()].filter(isFixable));
  const isOver = size.after > megabytes(policy.rules.size.max);
  return {
    cells: {
      size: [
        `${bytesText(size.after)} of ${bytesText(megabytes(policy.rules.size.max))}`,
        ...(before ? compared(size) : ['new image']),
        `download ${bytesText(load.after)}`,
        ...compared(load),
      ],
      fixable: [
        fixable.length === 0 ? 'none' : fixable.join(', '),
        ...(before ? [`${own.length} introduced, ${fixed.length} fixed`] : []),
      ],
      user: image.config.User,
    },
    rows: before ? rowsOf(before.layers, image.layers) : [],
    packages: before ? packageChanges(before.packages, image.packages) : {counts: [], versions: []},
    introduced: own,
    changed: [...fresh, ...fixed],
    held: held.length,
    fails: isOver || held.length > 0,
    fixed: fixed.length,
  };
}

/** `5MB` -> 5000000. */
function megabytes(text) {
  return Number(text.replace(/MB$/, '')) * 1e6;
}

/** What may stand in a comment beside the table, as words. */
function allowed(images, policies) {
  const all = [...images.values()];
  const rows = all.flatMap((image) => image.rows);
  const count = images.size === 1 ? '1 image' : `${images.size} images`;
  const total = rows.reduce((bytes, row) => bytes + row.bytes, 0);
  const changed = all.flatMap((image) => image.changed);
  return [
    ...[count, `${all.filter(({fails}) => fails).length} of`, differenceText(total)],
    ...[`fixed: ${all.reduce((sum, image) => sum + image.fixed, 0)}`],
    ...[`introduced: ${all.reduce((sum, image) => sum + image.introduced.length, 0)}`],
    `${all.reduce((sum, image) => sum + image.held, 0)} of`,
    rows.length === 1 ? '1 differs' : `${rows.length} differ`,
    ...rows.flatMap(({cells}) => cells.flatMap((cell) => cell.split(' → '))),
    ...all.flatMap(({packages: {counts, versions}}) => [...counts, ...versions]),
    ...all.flatMap(({introduced}) => severities(introduced)),
    ...changed.flatMap((one) => [one.VulnerabilityID, ...(one.FixedVersion ?? '').split(', ')]),
    ...policies.flatMap(({rules, waivers = []}) => [
      bytesText(megabytes(rules.size.max)),
      ...waivers.flatMap(({id, expires}) => [id, expires]),
    ]),
  ];
}

async function main(cache) {
  const base = await readSide(baseFolder, cache);
  const head = await readSide(headFolder, cache);
  const images = new Map(
    [...head.images].map(([name, image]) => [
      name,
      figuresOf(image, base.images.get(name), head.policy),
    ]),
  );
  const shown = [...images].map(([name, {cells, rows}]) => [name, {cells, rows}]);
  return {
    images: Object.fromEntries(shown),
    figures: allowed(images, [base.policy, head.policy]),
  };
}

const cache = mkdtempSync(join(tmpdir(), 'plimsoll-figures-'));
try {
  if (!existsSync(join(headFolder, 'layouts'))) throw new Error(`no layouts in ${headFolder}`);
  process.stdout.write(JSON.stringify(await main(cache), null, 2));
} finally {
  rmSync(cache, {recursive: true, force: true});
}
