/** Whether a bake file names build policies, for a buildx that leaves out what it does not know. Pure. */

const COMMENT = /^\s*(?:#|\/\/)/;
const POLICY = /(?:^|[{,;\s])(?:policy\s*=(?!=)|"policy"\s*[:=])/;

/** HCL or JSON. It may say it of a target that is not built: better said once too often. */
export function namesPolicy(text: string): boolean {
  return text.split('\n').some((line) => !COMMENT.test(line) && POLICY.test(line));
}
