/** A comment as its reader sees it, for what is held against it. */

/** What every run has of its own; the names of commits, digests and the base are given. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/build: [\d.]+&nbsp;s/g, 'build: SECONDS'],
  [/of \d{4}&#45;\d\d&#45;\d\d \d\d:\d\d UTC/g, 'of TIME'],
  [/vulnerability database .*? old/g, 'vulnerability database AGE old'],
];
/** As the comment shortens them. */
const SHORT_COMMIT = 12;
const SHORT_DIGEST = 'sha256:'.length + 12;

/** The body with words for what differs from run to run; figures stay. */
export function comparable(body: string, names: ReadonlyMap<string, string>): string {
  const named = [...names].reduce((text, [value, name]) => {
    const short = value.slice(0, value.startsWith('sha256:') ? SHORT_DIGEST : SHORT_COMMIT);
    return text.replaceAll(value, name).replaceAll(short, name);
  }, body);
  return VARYING.reduce((text, [pattern, words]) => text.replaceAll(pattern, words), named);
}

/** `&#43;1.0&nbsp;kB` -> `+1.0 kB`. */
function plain(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('\u00a0', ' ');
}

export interface ImageCells {
  readonly size: readonly string[];
  readonly fixable: readonly string[];
  readonly user: string;
}

/** The first table, by the names of its images. */
export function imageCells(body: string): Readonly<Record<string, ImageCells>> {
  const rows = body.split('\n').filter((line) => line.startsWith('| **'));
  return Object.fromEntries(
    rows.map((row) => {
      const cells = row
        .split(' | ')
        .map((cell) =>
          cell.split('<br>').map((line) => plain(line.replaceAll(/<\/?sub>|\*\*|^\| | \|$/g, ''))),
        );
      const [[name = ''] = [], size = [], fixable = [], [user = ''] = []] = cells;
      return [name, {size, fixable, user}];
    }),
  );
}

/** The rows of the tables of layers, by image: difference, before and after. */
export function layerRows(body: string): Readonly<Record<string, readonly (readonly string[])[]>> {
  const [, tables = ''] = body.split(/<summary>Layers: .*?<\/summary>/);
  const parts = tables.split('</details>')[0]?.split(/^\*\*(.+?)\/linux\/amd64\*\*$/m) ?? [];
  const names = parts.filter((_, at) => at % 2 === 1);
  return Object.fromEntries(
    names.map((name, at) => [
      name,
      [...(parts[2 * at + 2] ?? '').matchAll(/^\| ([+−].*?) \| (.*?) \|/gm)].map(
        ([, difference = '', unpacked = '']) => [difference, unpacked],
      ),
    ]),
  );
}

/** What a number is counted in comes with it: `1.0 kB`, `1 high`, `fixed: 1`, `7.5.1`, `CVE-2026-1`. */
const FIGURE =
  /CVE-\d+-\d+|(?:fixed|introduced): \d+|(?<![\p{L}\d:./-])[+−]?\d+(?:[.-]\w+)*(?: (?:%|\p{L}+))?/gu;
/** Places, instructions and where a link leads have figures of their own. */
const NO_FIGURES = /<code>.*?<\/code>|\]\(.*?\)|\S*Dockerfile:\d+|<!--.*?-->/g;

/** Every figure outside of the first table. */
export function figures(body: string): readonly string[] {
  const rest = body.split('\n').filter((line) => !line.startsWith('| **'));
  const text = plain(rest.join('\n')).replaceAll(NO_FIGURES, '');
  return [...text.matchAll(FIGURE)].map(([figure]) => figure.replace(/ (?:in|and|is|now)$/, ''));
}
