/** Fetches an archive to a file of ours, and gives it only with the digest that it must have. */
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {Transform, type Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {fileURLToPath} from 'node:url';
import type {Deps} from '../../../deps.ts';
import {known, unable, type Known} from '../../../domain/known.ts';
import {isTransientStatus} from '../../../domain/registry/retry.ts';
import {isTransientError} from '../../../domain/retry.ts';
import type {TrivyArchive} from '../../../domain/supply/trivy-source.ts';
import {withoutUrlSecrets} from '../../../domain/text/urls.ts';
import {errorMessage} from '../../../errors.ts';

export const LARGEST_ARCHIVE = 512 * 1024 * 1024;
const CHUNK = 1024 * 1024;

export interface DownloadLimits {
  /** For all tries together. */
  readonly seconds: number;
  /** Before each further try. */
  readonly pauses: readonly number[];
}

export interface Download {
  readonly archive: TrivyArchive;
  /** An empty folder; what is refused does not stay in it. */
  readonly folder: string;
  readonly limits: DownloadLimits;
}

/** The path of the archive, verified; `unable` is a sentence that says what to set. */
export async function downloadArchive(
  {archive, folder, limits}: Download,
  deps: Pick<Deps, 'clock' | 'files' | 'http' | 'signal'>,
): Promise<Known<string>> {
  const end = deps.clock.seconds() + limits.seconds;
  let failure = 'there was no time left';
  for (const [index, pause] of [0, ...limits.pauses].entries()) {
    if (index > 0) await deps.clock.sleep(pause, deps.signal);
    const deadlineSeconds = end - deps.clock.seconds();
    if (deadlineSeconds <= 0 || deps.signal.aborted) break;
    const to = join(folder, `archive-${index}`);
    const tried = await tryOnce({url: archive.url, to, deadlineSeconds}, deps);
    if ('digest' in tried && tried.digest === archive.digest) return known(to);
    await deps.files.remove(to);
    if ('digest' in tried) return unable(wrongDigest(archive, tried.digest));
    failure = tried.failure;
    if (!tried.mayPass) break;
  }
  return unable(
    `Trivy ${archive.version} could not be fetched from ${nameOf(archive)}: ${failure}. Name a mirror with the input trivy-url, or an installed one with trivy-path.`,
  );
}

function nameOf({url}: TrivyArchive): string {
  return withoutUrlSecrets(url);
}

function wrongDigest(archive: TrivyArchive, found: string): string {
  return `The archive of Trivy ${archive.version} from ${nameOf(archive)} is refused and removed: its SHA-256 is ${found}, and must be ${archive.digest}. Look at what was put there, or name its checksum with the input trivy-checksum when the archive is your own.`;
}

interface Try {
  readonly url: string;
  readonly to: string;
  readonly deadlineSeconds: number;
}

type Tried = {readonly digest: string} | {readonly failure: string; readonly mayPass: boolean};

async function tryOnce(
  {url, to, deadlineSeconds}: Try,
  deps: Pick<Deps, 'files' | 'http'>,
): Promise<Tried> {
  try {
    const opened = await open(url, deadlineSeconds, deps);
    if ('failure' in opened) return opened;
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = new Transform({
      transform: (chunk: Buffer, _, done) => {
        bytes += chunk.length;
        hash.update(chunk);
        if (bytes > LARGEST_ARCHIVE) done(new TooLarge());
        else done(null, chunk);
      },
    });
    await pipeline(opened.body, meter, deps.files.sink(to));
    return {digest: hash.digest('hex')};
  } catch (error) {
    return {
      failure: errorMessage(error),
      mayPass: !(error instanceof TooLarge) && isTransientError(error),
    };
  }
}

class TooLarge extends Error {
  override readonly message = `it has more than ${LARGEST_ARCHIVE} bytes`;
}

type Opened = {readonly body: Readable} | {readonly failure: string; readonly mayPass: boolean};

async function open(
  url: string,
  deadlineSeconds: number,
  deps: Pick<Deps, 'files' | 'http'>,
): Promise<Opened> {
  if (new URL(url).protocol === 'file:') {
    const path = fileURLToPath(url);
    const there = await deps.files.realPath(path).catch(() => undefined);
    return there === undefined
      ? {failure: 'there is no such file', mayPass: false}
      : {body: deps.files.stream(there, CHUNK)};
  }
  const {status, body} = await deps.http.get({url, deadlineSeconds});
  if (status === 200) return {body};
  body.destroy();
  return {failure: `the answer was status ${status}`, mayPass: isTransientStatus(status)};
}
