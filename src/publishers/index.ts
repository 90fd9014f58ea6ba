import {annotations} from './annotations/index.ts';
import {artifact} from './artifact/index.ts';
import {comment} from './comment/index.ts';
import {folder} from './folder/index.ts';
import {outputs} from './outputs/index.ts';
import type {Publisher} from './publisher.ts';
import {sarif} from './sarif/index.ts';
import {stdout} from './stdout/index.ts';
import {summary} from './summary/index.ts';
import {terminal} from './terminal/index.ts';

/**
 * In this order: the others tell what GitHub answered to the first two, the folder's report.json knows
 * what went wrong, the terminal says where it is, and the artifact is made of the folder.
 */
export const PUBLISHERS = {
  sarif,
  comment,
  summary,
  annotations,
  outputs,
  folder,
  terminal,
  artifact,
  stdout,
} satisfies Readonly<Record<string, Publisher>>;
