/** What of a context or Dockerfile cannot be sent to BuildKit, whose client does not say which it is. Pure. */
import {nameText} from '../text/bytes.ts';
import {truncate} from '../text/truncate.ts';
import type {SourcePlace} from './facts.ts';
import {ownWords} from './step-end.ts';

export type Unsent =
  /** A line of an ignore file that is no pattern; its file is relative to the repository. */
  | {readonly what: 'ignore'; readonly target: string; readonly file: string; readonly line: number}
  /** A Dockerfile that is not UTF-8. */
  | {readonly what: 'dockerfile'; readonly target: string; readonly file: string}
  /** A file whose name is not UTF-8, or whose path Linux does not take; relative to the context. */
  | {readonly what: 'name' | 'path'; readonly target: string; readonly path: string};

/** The signs that BuildKit leaves of each. */
const SIGNS: Readonly<Record<Unsent['what'], RegExp>> = {
  ignore: /syntax error in pattern$/m,
  dockerfile: /stream terminated by RST_STREAM|string field contains invalid UTF-8/,
  name: /string field contains invalid UTF-8/,
  path: /file name too long/,
};

/** @param stderr of buildx, with its own last word; what steps print there counts for nothing */
export function mayBeUnsent(stderr: string, what: Unsent['what']): boolean {
  return SIGNS[what].test(ownWords(lastError(stderr)));
}

/** Buildx's own, in which all is said; empty where there is none. */
export function lastError(stderr: string): string {
  return stderr.split('\n').findLast((line) => line.startsWith('ERROR:')) ?? '';
}

/** Characters of a path. */
const LONGEST_SHOWN = 80;

export function unsentSentence(unsent: Unsent): string {
  const {target} = unsent;
  switch (unsent.what) {
    case 'ignore':
      return `The context of target ${target} cannot be sent: ${unsent.file}:${unsent.line} is no pattern. Correct it, or write a backslash before a bracket that is meant as such.`;
    case 'dockerfile':
      return `The Dockerfile of target ${target} cannot be read: ${unsent.file} is not UTF-8. Save it as UTF-8.`;
    case 'name':
      return `The context of target ${target} cannot be sent: the name of ${shown(unsent.path)} is not UTF-8. Rename it, or leave it out by .dockerignore.`;
    case 'path':
      return `The context of target ${target} cannot be sent: a path in it is longer than the 4,096 bytes that Linux takes. It begins with ${shown(unsent.path)}. Remove it, or leave it out by .dockerignore.`;
  }
}

export function unsentPlace(unsent: Unsent): SourcePlace | undefined {
  if (unsent.what !== 'ignore') return undefined;
  const {file, line} = unsent;
  return {file, startLine: line, endLine: line};
}

function shown(path: string): string {
  return truncate(nameText(Buffer.from(path).toString('latin1')), LONGEST_SHOWN);
}
