/** The input `comment`: when the pull request gets one. */
export const COMMENT_MODES = ['material', 'always', 'on-failure', 'off'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];
