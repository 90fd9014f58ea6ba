/** Files of a repository as a commit has them, asked of GitHub: for reading a policy that is not checked out. */
import {relative} from 'node:path';
import {z} from 'zod';
import type {Files, FileStat} from '../deps.ts';
import {refusalMessage, type RequestPurpose} from '../domain/github/refusal.ts';
import {isInside} from '../domain/inside.ts';
import {isKnown} from '../domain/known.ts';
import {memoize} from '../domain/memoize.ts';
import {RefusedFile, ToolError} from '../errors.ts';
import {
  requestWithRetry,
  requestTyped,
  type GitHubContext,
  type GitHubRepository,
  repositoryParameters,
} from './github.ts';

/** What reading a policy takes. */
export type PolicyFiles = Pick<Files, 'stat' | 'readNamed' | 'list'>;

export interface CommitFiles extends PolicyFiles {
  /** All of them, relative to the root. @throws {ToolError} */
  readonly tracked: () => Promise<readonly string[]>;
}

export interface CommitFilesRequest {
  readonly at: GitHubRepository;
  readonly commit: string;
  /** Absolute: the folder that stands for the repository's root. */
  readonly root: string;
}

const READING: RequestPurpose = {
  what: 'a look at the base’s files',
  permission: 'contents: read',
  unseen: 'it has no such commit',
};

const fileSchema = z.object({
  type: z.string(),
  size: z.number(),
  content: z.string().optional(),
  encoding: z.string().optional(),
});
const folderSchema = z.array(z.object({name: z.string()}));

type Content =
  | {readonly kind: 'file'; readonly bytes: number; readonly text: string}
  | {readonly kind: 'folder'; readonly names: readonly string[]}
  | {readonly kind: 'other'; readonly bytes: number};

const RAW = 'application/vnd.github.raw+json';
/** Nobody writes a longer policy. */
const LARGEST_FILE = 16_000_000;

const MODES = {file: 0o644, folder: 0o755, other: 0o777} as const;

/** Of up to 1 MB GitHub gives the content beside the rest, of more only by itself (REST API, "Get repository content"). @throws {ToolError} */
export function commitFiles(ask: CommitFilesRequest, asking: GitHubContext): CommitFiles {
  const {root} = ask;
  const find = memoize(
    async (path: string): Promise<Content | undefined> => {
      const data = await read({path}, ask, asking);
      const content = data === undefined ? undefined : contentOf(data);
      if (content?.kind !== 'large') return content;
      const {bytes} = content;
      if (bytes > LARGEST_FILE)
        throw new ToolError(
          'github',
          `${path} has ${bytes} bytes, and at most ${LARGEST_FILE} are read`,
        );
      const raw = textOf(await read({path, headers: {accept: RAW}}, ask, asking));
      if (raw === undefined)
        throw new ToolError('github', `GitHub did not give the text of ${path}`);
      return {kind: 'file', bytes, text: raw};
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
    tracked: () => listTree(ask, asking),
  };
}

const treeSchema = z.object({
  truncated: z.boolean(),
  tree: z.array(z.object({path: z.string(), type: z.string()})),
});

async function listTree(
  {at, commit}: CommitFilesRequest,
  asking: GitHubContext,
): Promise<readonly string[]> {
  const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
  const parameters = {...repositoryParameters(at), tree_sha: commit, recursive: '1'};
  const found = await requestTyped(
    {route, parameters},
    {asked: READING, schema: treeSchema, asking},
  );
  if ('refused' in found) throw new ToolError('github', found.refused);
  const {truncated, tree} = found.value;
  if (truncated) throw new ToolError('github', 'GitHub does not list all files of the base');
  return tree.flatMap(({path, type}) => (type === 'blob' ? [path] : []));
}

/** Undefined where there is nothing. */
async function read(
  wanted: {readonly path: string; readonly headers?: Readonly<Record<string, string>>},
  {at, commit}: CommitFilesRequest,
  asking: GitHubContext,
): Promise<unknown> {
  const route = 'GET /repos/{owner}/{repo}/contents/{path}';
  const parameters = {...repositoryParameters(at), ...wanted, ref: commit};
  const answer = await requestWithRetry({route, parameters}, asking);
  if (!isKnown(answer)) throw new ToolError('github', `GitHub gave no answer: ${answer.unable}.`);
  const {status, data} = answer.value;
  if (status === 404) return undefined;
  if (status !== 200) throw new ToolError('github', refusalMessage(answer.value, READING));
  return data;
}

/** The client gives what has no type of text as bytes. */
function textOf(raw: unknown): string | undefined {
  if (raw instanceof ArrayBuffer) return new TextDecoder().decode(raw);
  return typeof raw === 'string' ? raw : undefined;
}

/** `large`: its text has to be asked for by itself. */
function contentOf(data: unknown): Content | {readonly kind: 'large'; readonly bytes: number} {
  const folder = folderSchema.safeParse(data);
  if (folder.success) return {kind: 'folder', names: folder.data.map(({name}) => name).toSorted()};
  const {type, size: bytes, content, encoding} = fileSchema.parse(data);
  if (type === 'file' && encoding === 'none') return {kind: 'large', bytes};
  return type === 'file' && content !== undefined
    ? {kind: 'file', bytes, text: Buffer.from(content, 'base64').toString('utf8')}
    : {kind: 'other', bytes};
}

function statOf(content: Content | undefined): FileStat | undefined {
  if (content === undefined) return undefined;
  const bytes = content.kind === 'folder' ? 0 : content.bytes;
  return {kind: content.kind, bytes, mode: MODES[content.kind]};
}
