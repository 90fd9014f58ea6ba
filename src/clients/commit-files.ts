/** Files of a repository as a commit has them, asked of GitHub: for reading a policy that is not checked out. */
import {relative} from 'node:path';
import {z} from 'zod';
import type {Files, FileStat} from '../deps.ts';
import {refusalOf, type Asked} from '../domain/github/refusal.ts';
import {isInside} from '../domain/inside.ts';
import {isKnown} from '../domain/known.ts';
import {once} from '../domain/once.ts';
import {RefusedFile, ToolError} from '../errors.ts';
import {askPatiently, type Asking, type Repository} from './github.ts';

/** What reading a policy takes. */
export type PolicyFiles = Pick<Files, 'stat' | 'readNamed' | 'list'>;

export interface CommitFilesAsk {
  readonly at: Repository;
  readonly commit: string;
  /** Absolute: the folder that stands for the repository's root. */
  readonly root: string;
}

const READING: Asked = {
  what: 'a look at the base’s files',
  permission: 'contents: read',
  unseen: 'it has no such commit',
};

const fileSchema = z.object({
  type: z.string(),
  size: z.number(),
  content: z.string().optional(),
});
const folderSchema = z.array(z.object({name: z.string()}));

type Content =
  | {readonly kind: 'file'; readonly bytes: number; readonly text: string}
  | {readonly kind: 'folder'; readonly names: readonly string[]}
  | {readonly kind: 'other'; readonly bytes: number};

const MODES = {file: 0o644, folder: 0o755, other: 0o777} as const;

/** GitHub gives contents of up to 1 MB so (REST API, "Get repository content"). @throws {ToolError} */
export function commitFiles({at, commit, root}: CommitFilesAsk, asking: Asking): PolicyFiles {
  const find = once(
    async (path: string): Promise<Content | undefined> => {
      const route = 'GET /repos/{owner}/{repo}/contents/{path}';
      const answer = await askPatiently({route, parameters: {...at, path, ref: commit}}, asking);
      if (!isKnown(answer))
        throw new ToolError('github', `GitHub gave no answer: ${answer.unable}.`);
      if (answer.value.status === 404) return undefined;
      if (answer.value.status !== 200)
        throw new ToolError('github', refusalOf(answer.value, READING));
      return contentOf(answer.value.data);
    },
    (path) => path,
  );
  const look = (path: string): Promise<Content | undefined> => find(relative(root, path));
  return {
    stat: async (path) => statOf(await look(path)),
    list: async (path) => {
      const found = await look(path);
      return found?.kind === 'folder' ? found.names : [];
    },
    readNamed: async (path, {name, maxBytes}) => {
      if (!isInside(path, root)) throw new RefusedFile(name, 'outside');
      const found = await look(path);
      if (found === undefined) throw new RefusedFile(name, 'absent');
      if (found.kind !== 'file') throw new RefusedFile(name, 'not-a-file');
      if (found.bytes > maxBytes) throw new RefusedFile(name, 'too-large', `${found.bytes} bytes`);
      return Buffer.from(found.text);
    },
  };
}

function contentOf(data: unknown): Content {
  const folder = folderSchema.safeParse(data);
  if (folder.success) return {kind: 'folder', names: folder.data.map(({name}) => name).toSorted()};
  const {type, size: bytes, content} = fileSchema.parse(data);
  return type === 'file' && content !== undefined
    ? {kind: 'file', bytes, text: Buffer.from(content, 'base64').toString('utf8')}
    : {kind: 'other', bytes};
}

function statOf(content: Content | undefined): FileStat | undefined {
  if (content === undefined) return undefined;
  const bytes = content.kind === 'folder' ? 0 : content.bytes;
  return {kind: content.kind, bytes, mode: MODES[content.kind]};
}
