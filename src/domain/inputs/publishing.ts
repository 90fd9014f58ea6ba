/** The inputs that say whom the report is told. Pure. */
import type {RefAndSha} from '../github/target.ts';
import {COMMENT_MODES, type CommentMode} from './comment-modes.ts';
import {SEVERITIES, type Severity} from '../findings/facts.ts';
import {parseChoice} from './values.ts';
import {UserError} from '../../errors.ts';

const SARIF_MODES = ['upload', 'file', 'off'] as const;

export interface PublishingInputs {
  /** What becomes of the findings in code scanning. */
  readonly sarif: (typeof SARIF_MODES)[number];
  /** The least severe vulnerability that code scanning is told of. */
  readonly sarifSeverity: Severity;
  /** Where the commit that is built belongs; undefined: the event says it. */
  readonly analysis: RefAndSha | undefined;
  /** When the pull request gets a comment. */
  readonly comment: CommentMode;
  /** GitHub's API; undefined: nothing is asked of it. */
  readonly token: string | undefined;
}

/** @throws {UserError} that names the input, its value and what is allowed */
export function parsePublishingInputs(
  text: (
    name: 'sarif' | 'sarif-severity' | 'ref' | 'sha' | 'comment' | 'token',
  ) => string | undefined,
): PublishingInputs {
  return {
    sarif: parseChoice('sarif', text('sarif') ?? '', SARIF_MODES),
    sarifSeverity: parseChoice('sarif-severity', text('sarif-severity') ?? '', SEVERITIES),
    analysis: parseAnalysis(text('ref'), text('sha')),
    comment: parseChoice('comment', text('comment') ?? '', COMMENT_MODES),
    token: text('token'),
  };
}

/** Names of branches and tags as git allows them (git-check-ref-format). */
const REF =
  /^refs\/(?:heads|tags)\/(?!.*(?:\.\.|\/\/|\/\.|@\{|\.lock$|[/.]$))(?!\.)[^\s~^:?*[\\\p{Cc}]+$|^refs\/pull\/[1-9]\d{0,9}\/(?:merge|head)$/u;

function parseAnalysis(ref: string | undefined, sha: string | undefined): RefAndSha | undefined {
  if (ref === undefined && sha === undefined) return undefined;
  if (ref === undefined || sha === undefined)
    throw new UserError(
      `Input ${ref === undefined ? 'sha is given without ref' : 'ref is given without sha'}; both say where the commit that is built belongs, or neither.`,
    );
  if (ref.length > 1000 || !REF.test(ref))
    throw new UserError(
      `Input ref is "${ref.slice(0, 100)}"; it takes refs/heads/BRANCH, refs/tags/TAG, refs/pull/NUMBER/merge or refs/pull/NUMBER/head.`,
    );
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(sha))
    throw new UserError(
      `Input sha is "${sha.slice(0, 100)}"; it takes the whole commit, such as the output commit of actions/checkout.`,
    );
  return {ref, sha: sha.toLowerCase()};
}
