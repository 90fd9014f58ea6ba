/**
 * What the scanner has answered, kept for the next run: the same program, asked with the same database
 * about the same image on the same day, says the same again.
 */
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {toDay} from '../../domain/day.ts';
import type {SecretRule} from '../../domain/policy/secret-rules.ts';
import type {VexDocument} from '../../domain/policy/vex.ts';
import {VERSION} from '../../domain/plimsoll-version.ts';
import type {Database} from './database.ts';

const LARGEST = 64 * 1024 * 1024;

/** All that an answer hangs on. */
export interface ScanQuestion {
  /** SHA-256 of the scanner's program. */
  readonly program: string;
  readonly databases: readonly Database[];
  /** Digest of the image's manifest: it names config and layers. */
  readonly image: string;
  readonly vex: readonly VexDocument[];
  readonly secretRules?: readonly SecretRule[] | undefined;
}

/** The question's hash: worked out when it is first asked for, and once. */
export type Hash = () => Promise<string>;

/** @param file a line with the question's hash, then the answer; undefined where it answers another one */
export async function takeAnswer(
  file: string,
  hash: Hash,
  {files}: Pick<Deps, 'files'>,
): Promise<string | undefined> {
  try {
    const text = await files.readText(file, LARGEST);
    const head = `${await hash()}\n`;
    return text.startsWith(head) ? text.slice(head.length) : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be written is asked again by the next run. */
export async function keepAnswer(
  file: string,
  {hash, answer}: {readonly hash: Hash; readonly answer: string},
  {files, secrets}: Pick<Deps, 'files' | 'secrets'>,
): Promise<void> {
  if (answer.length > LARGEST || secrets.mask(answer) !== answer) return;
  const text = `${await hash()}\n${answer}`;
  await files.write(file, text).catch(() => undefined);
}

/** Whether a system is past its end of life is the scanner's answer too: it hangs on the day. */
export async function questionHash(
  {program, databases, image, ...given}: ScanQuestion,
  deps: Pick<Deps, 'clock' | 'files'>,
): Promise<string> {
  const day = toDay(deps.clock.now().toISOString());
  const known = await Promise.all(databases.map((database) => identityOf(database, deps)));
  const {vex, secretRules = []} = given;
  const texts = [vex, secretRules].map((all) => all.map(({text}) => text));
  const parts = [VERSION, day, program, known, image, texts];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

const identities = new WeakMap<Database, Promise<readonly string[]>>();

/** Of one that came from no registry: the digests of its files, once for all images. */
function identityOf(database: Database, {files}: Pick<Deps, 'files'>): Promise<readonly string[]> {
  const {kind, folder, digest} = database;
  const identity =
    identities.get(database) ??
    (digest === undefined
      ? Promise.all(kind.files.map((name) => files.sha256(join(folder, name))))
      : Promise.resolve([kind.folder, digest]));
  identities.set(database, identity);
  return identity;
}
