/** Values of inputs, each as it may be written. A mistake is a UserError that names the input. Pure. */
import {UserError} from '../../errors.ts';
import {BYTE_UNITS, parseBytes} from '../text/units.ts';
import {parseReference} from '../registry/reference.ts';

/** YAML's core schema, as the runner's own toolkit reads switches. */
export function parseSwitch(name: string, value: string): boolean {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw new UserError(`Input ${name} is "${value}"; it takes true or false.`);
}

/** One of a few words. */
export function parseChoice<Word extends string>(
  name: string,
  value: string,
  words: readonly Word[],
): Word {
  const word = words.find((one) => one === value);
  if (word !== undefined) return word;
  throw new UserError(`Input ${name} is "${value}"; it takes ${words.join(', ')}.`);
}

/** `90s`, `30m`, `1h`, at most a day -> seconds. */
export function parseDuration(name: string, value: string): number {
  const factors = new Map([
    ['s', 1],
    ['m', 60],
    ['h', 3600],
  ]);
  const match = /^(\d{1,6})\s*(s|m|h)$/.exec(value);
  const seconds = Number(match?.[1] ?? 0) * (factors.get(match?.[2] ?? '') ?? 0);
  if (seconds < 1 || seconds > 86_400) {
    throw new UserError(
      `Input ${name} is "${value}"; it takes a whole number of seconds, minutes or hours up to a day, such as 90s, 30m or 1h.`,
    );
  }
  return seconds;
}

/** `500MB`, `20GB`, `1.5 GiB` -> bytes. */
export function parseSize(name: string, value: string): number {
  const bytes = parseBytes(value);
  if (bytes !== undefined && bytes > 0) return bytes;
  throw new UserError(
    `Input ${name} is "${value}"; it takes a size with one of the units ${BYTE_UNITS.join(', ')}, such as 20GB.`,
  );
}

/** @throws {UserError} at the first that names no repository */
export function checkRepositories(repositories: readonly string[]): readonly string[] {
  const wrong = repositories.find((text) => parseReference(text, 'any') === undefined);
  if (wrong === undefined) return repositories;
  throw new UserError(
    `Input db-repositories has "${wrong.replace(/^.*@/s, '')}"; it takes HOST/NAME or HOST/NAME:TAG, such as ghcr.io/aquasecurity/trivy-db:2, without a protocol. A login is docker's own (docker login).`,
  );
}
