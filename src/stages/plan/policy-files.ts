/** Files of the policy: read where they may be, and named as people know them. */
import type {PolicyFiles} from '../../clients/commit-files.ts';
import {nameIn} from '../../domain/inside.ts';
import {readNamedText, type Bounds, type Namer} from './named-files.ts';

const LARGEST_FILE = 1024 * 1024;

export interface PolicyFolders {
  /** Absolute. */
  readonly repository: string;
  /** Absolute. */
  readonly workdir: string;
}

export interface PolicySource {
  readonly folders: PolicyFolders;
  readonly files: PolicyFiles;
  readonly bounds: Bounds;
}

/** What is wrong in it is quoted in messages: nothing of the machine's own may be read here. */
export function readOwn(path: string, by: Namer, {files, bounds}: PolicySource): Promise<string> {
  return readNamedText(path, {bounds, by, maxBytes: LARGEST_FILE}, {files});
}

export function policyFileName(path: string, {repository}: PolicyFolders): string {
  return nameIn(repository, path);
}
