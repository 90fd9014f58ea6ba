/** The inputs that say whom the report is told. Pure. */
import {COMMENT_MODES, type CommentMode} from './comment/material.ts';
import {SEVERITIES, type Severity} from './findings/facts.ts';
import {parseChoice} from './input-values.ts';

const SARIF_MODES = ['upload', 'file', 'off'] as const;

export interface PublishingInputs {
  /** What becomes of the findings in code scanning. */
  readonly sarif: (typeof SARIF_MODES)[number];
  /** The least severe vulnerability that code scanning is told of. */
  readonly sarifSeverity: Severity;
  /** When the pull request gets a comment. */
  readonly comment: CommentMode;
  /** GitHub's API; undefined: nothing is asked of it. */
  readonly token: string | undefined;
}

/** @throws {UserError} that names the input, its value and what is allowed */
export function parsePublishingInputs(
  text: (name: 'sarif' | 'sarif-severity' | 'comment' | 'token') => string | undefined,
): PublishingInputs {
  return {
    sarif: parseChoice('sarif', text('sarif') ?? 'upload', SARIF_MODES),
    sarifSeverity: parseChoice('sarif-severity', text('sarif-severity') ?? 'unknown', SEVERITIES),
    comment: parseChoice('comment', text('comment') ?? 'material', COMMENT_MODES),
    token: text('token'),
  };
}
