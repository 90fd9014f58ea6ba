/** Inputs that mirror a key of the policy, as written: the rules check them. Pure. */
import {UserError} from '../../errors.ts';

/** The inputs that mirror a key of the policy; what is absent is the policy's business. */
export interface PolicyInputs {
  /** `500MB` for every image, or by image name. As written; policy/ parses sizes. */
  readonly maxSize?: {readonly all?: string; readonly images: ReadonlyMap<string, string>};
  readonly user?: string;
  readonly healthcheck?: string;
  readonly failOn?: string;
}

/** @throws {UserError} when a size is given twice for all images */
export function mirrorsOf(
  text: (name: 'user' | 'healthcheck' | 'fail-on') => string | undefined,
  sizes: readonly string[],
): PolicyInputs {
  const user = text('user');
  const healthcheck = text('healthcheck');
  const failOn = text('fail-on');
  return {
    ...(sizes.length === 0 ? {} : {maxSize: parseSizes(sizes)}),
    ...(user === undefined ? {} : {user}),
    ...(healthcheck === undefined ? {} : {healthcheck}),
    ...(failOn === undefined ? {} : {failOn}),
  };
}

function parseSizes(lines: readonly string[]): NonNullable<PolicyInputs['maxSize']> {
  const pairs = lines.map((line) => {
    const at = line.indexOf('=');
    return at === -1
      ? (['', line] as const)
      : ([line.slice(0, at).trim(), line.slice(at + 1).trim()] as const);
  });
  const everywhere = pairs.filter(([image]) => image === '');
  if (everywhere.length > 1) {
    throw new UserError(
      `Input max-size has ${everywhere.length} values for all images; write one, and the others as image=value.`,
    );
  }
  const all = everywhere[0]?.[1];
  const images = new Map(pairs.filter(([image]) => image !== ''));
  return {...(all === undefined ? {} : {all}), images};
}
