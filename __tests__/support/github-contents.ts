/** GitHub as it gives the files of a commit: the root's names, and each file. */
import type {Scripted} from './github-server.ts';

export function baseContents(
  commit: string,
  files: Readonly<Record<string, string>>,
): readonly Scripted[] {
  const answer = (path: string, body: unknown): Scripted => ({
    route: `GET /repos/o/r/contents${path === '' ? '' : `/${encodeURIComponent(path)}`}?ref=${commit}`,
    fault: {kind: 'answer', status: 200, body},
    times: 9,
  });
  const tree = Object.keys(files).map((path) => ({path, type: 'blob'}));
  const root = Object.keys(files).map((name) => ({name: name.split('/')[0] ?? ''}));
  return [
    answer('', root),
    {
      route: `GET /repos/o/r/git/trees/${commit}`,
      fault: {kind: 'answer', status: 200, body: {truncated: false, tree}},
    },
    ...Object.entries(files).map(([path, text]) =>
      answer(path, {
        ...{type: 'file', size: text.length, encoding: 'base64'},
        content: Buffer.from(text).toString('base64'),
      }),
    ),
  ];
}
