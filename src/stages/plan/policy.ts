/** Reads what says how the run is judged: the policy file, the inline policy, and what Trivy's users have. */
import {join, relative, resolve} from 'node:path';
import type {PolicyFiles} from '../../clients/commit-files.ts';
import {isInside} from '../../domain/inside.ts';
import type {Notice} from '../../domain/notice.ts';
import {INLINE} from '../../domain/policy/document.ts';
import type {Read} from '../../domain/plan/reads.ts';
import {mergePolicy, type Sources} from '../../domain/policy/merge.ts';
import {parsePolicy} from '../../domain/policy/parse.ts';
import type {PolicyDocument} from '../../domain/policy/parse.ts';
import type {Ignore, Policy} from '../../domain/policy/policy.ts';
import type {SecretRule} from '../../domain/policy/secret-rules.ts';
import {parseVex, type VexDocument} from '../../domain/policy/vex.ts';
import {UserError} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import {parseBounds, type Namer} from './named-files.ts';
import {policyFileName, readOwn, type PolicyFolders, type PolicySource} from './policy-files.ts';
import {readIgnores, readSecretRules, TRIVY_READS, unusedConfigs} from './trivy-files.ts';

const POLICY_FILE = '.github/plimsoll.yml';
/** What a document names, and whose document it is. */
export interface NamedPaths {
  readonly paths: readonly string[];
  readonly by: Namer;
}

/** What was written, before the images are known. */
export interface PolicyDocuments {
  /** From the least to the most important one. */
  readonly documents: readonly PolicyDocument[];
  /** What to build, relative to the working directory; empty: found by itself. */
  readonly files: NamedPaths;
  readonly ignores: readonly Ignore[];
  readonly vex: readonly VexDocument[];
  readonly secretRules: readonly SecretRule[];
  readonly notices: readonly Notice[];
}

/** All that `readPolicyDocuments` would read beside what these name. */
export function policyReads(
  {config}: Pick<Inputs, 'config'>,
  {repository, workdir}: PolicyFolders,
): readonly Read[] {
  const names = [POLICY_FILE, ...TRIVY_READS];
  const found = [...new Set([workdir, repository])].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
  return [...found, ...(config === undefined ? [] : [resolve(workdir, config)])].map(policyRead);
}

export function policyRead(path: string): Read {
  return {kind: 'file', what: 'a file of the policy', path};
}

/** @throws {UserError} that names file and line of what is wrong */
export async function readPolicyDocuments(
  inputs: Inputs,
  folders: PolicyFolders,
  {files}: {readonly files: PolicyFiles},
): Promise<PolicyDocuments> {
  const reading = {folders, files, bounds: parseBounds(inputs, folders.repository)};
  const path = await findConfig(inputs, folders, files);
  const documents: PolicyDocument[] = [];
  if (path !== undefined)
    documents.push(
      parsePolicy(await readOwn(path, 'user', reading), policyFileName(path, folders)),
    );
  if (inputs.policy !== undefined) documents.push(parsePolicy(inputs.policy, INLINE));
  const atRoot = path === join(folders.repository, POLICY_FILE);
  const named = (key: 'files' | 'vex'): NamedPaths => pathsOf(documents, key, {atRoot, folders});
  const ignored = await readIgnores(reading);
  const secrets = await readSecretRules(reading);
  const unused = await unusedConfigs(folders, files);
  return {
    documents,
    files: named('files'),
    ignores: ignored.ignores,
    vex: await readVex(named('vex'), reading),
    secretRules: secrets.rules,
    notices: [...ignored.notices, ...unused, ...secrets.notices].map((message) => ({
      from: 'policy',
      message,
    })),
  };
}

/**
 * The effective policy for these images.
 * @throws {UserError} for an unknown image and for an input's value that its rule does not know
 */
export function resolvePolicy(
  documents: PolicyDocuments,
  inputs: Inputs,
  images: readonly string[],
): {readonly policy: Policy; readonly notices: readonly Notice[]} {
  const {mirrors, targets} = inputs;
  const {policy, notices} = mergeDocuments(documents, {
    mirrors,
    images,
    partial: targets.length > 0,
  });
  return {policy, notices: [...documents.notices, ...notices]};
}

/**
 * What was written, with these inputs over it.
 * @throws {UserError} as `mergePolicy` does
 */
export function mergeDocuments(
  {documents, ignores, vex, secretRules}: PolicyDocuments,
  asked: Omit<Sources, 'documents'>,
): {readonly policy: Policy; readonly notices: readonly Notice[]} {
  const {notices, ...merged} = mergePolicy({documents, ...asked});
  return {
    policy: {
      ...merged,
      ignores,
      vex: vex.flatMap(({statements}) => statements),
      ...(secretRules.length > 0 && {secretRules}),
      ...(asked.partial && {isPart: true as const}),
    },
    notices: notices.map((message) => ({from: 'policy', message})),
  };
}

async function findConfig(
  inputs: Inputs,
  {repository, workdir}: PolicyFolders,
  files: PolicyFiles,
): Promise<string | undefined> {
  if (inputs.config !== undefined) {
    const path = resolve(workdir, inputs.config);
    if ((await files.stat(path)) === undefined)
      throw new UserError(
        `Input \`config\` names ${inputs.config}, and there is no such file: correct the path, which starts at ${workdir}.`,
      );
    return path;
  }
  for (const folder of new Set([workdir, repository])) {
    const path = join(folder, POLICY_FILE);
    if ((await files.stat(path)) !== undefined) return path;
  }
  return undefined;
}

/** The last document that has the key says it; a file at the repository's root speaks of paths there. */
function pathsOf(
  documents: readonly PolicyDocument[],
  key: 'files' | 'vex',
  {atRoot, folders}: {readonly atRoot: boolean; readonly folders: PolicyFolders},
): NamedPaths {
  const document = documents.findLast(({policy}) => policy[key] !== undefined);
  const written = document?.policy[key] ?? [];
  const {repository, workdir} = folders;
  const isInline = document?.source.file === INLINE;
  const isOwn = document === undefined || isInline;
  const by = isOwn || !isInside(resolve(repository, document.source.file), repository);
  const fromRoot = atRoot && !isInline && repository !== workdir;
  const paths = fromRoot
    ? written.map((file) => relative(workdir, resolve(repository, file)))
    : written;
  return {paths, by: by ? 'user' : 'repository'};
}

/** Relative to the working directory. */
function readVex({paths, by}: NamedPaths, reading: PolicySource): Promise<readonly VexDocument[]> {
  const {folders} = reading;
  return Promise.all(
    paths.map(async (written) => {
      const path = resolve(folders.workdir, written);
      return parseVex(await readOwn(path, by, reading), policyFileName(path, folders));
    }),
  );
}
