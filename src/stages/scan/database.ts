/** The vulnerability database: a folder that is given, or one that Trivy fetches. */
import {join} from 'node:path';
import {fetchDatabase, type Cell} from '../../clients/bare-trivy.ts';
import type {Deps} from '../../deps.ts';
import {parseDatabaseDates, type DatabaseDates} from '../../domain/findings/schema.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';

export interface Database {
  /** Absolute: `trivy.db` and `metadata.json` are in it; shared, and only read. */
  readonly folder: string;
  readonly dates: DatabaseDates;
}

const LARGEST_METADATA = 64 * 1024;
const FILES = ['trivy.db', 'metadata.json'];

/** @param cache a Trivy cache folder, absolute */
export async function readDatabase(cache: string, deps: Deps): Promise<Known<Database>> {
  const folder = join(cache, 'db');
  for (const name of FILES) {
    const path = await deps.files.realPath(join(folder, name)).catch(() => undefined);
    if (path === undefined || (await deps.files.stat(path))?.kind !== 'file')
      return unable(
        `There is no vulnerability database in ${cache} (db/${name} is missing); the input db-path takes a Trivy cache folder that has one.`,
      );
  }
  const metadata = await deps.files.readText(join(folder, 'metadata.json'), LARGEST_METADATA);
  return known({folder, dates: parseDatabaseDates(metadata)});
}

export interface FirstFetch {
  /** Trivy's, on this machine. */
  readonly program: string;
  readonly cell: Cell;
  /** In order of preference; empty: Trivy's own. */
  readonly repositories: readonly string[];
  readonly limits: {readonly fetchSeconds: number; readonly pauseSeconds: number};
}

/** Takes the first repository that gives a database; each is tried twice while there is time. */
export async function fetchFirst(fetch: FirstFetch, deps: Deps): Promise<Known<Database>> {
  const {repositories, limits} = fetch;
  const places = repositories.length === 0 ? [undefined] : repositories;
  const end = deps.clock.seconds() + limits.fetchSeconds;
  const cache = await deps.files.makeTemporary('plimsoll-db', 'run');
  let reasons: readonly string[] = [];
  for (const round of [1, 2]) {
    if (round > 1) await deps.clock.sleep(limits.pauseSeconds, deps.signal);
    reasons = [];
    for (const [index, repository] of places.entries()) {
      // What is left is shared, so that a mirror that never answers leaves time for the next one.
      const deadlineSeconds = (end - deps.clock.seconds()) / (places.length - index);
      if (deadlineSeconds <= 0 || deps.signal.aborted) return failure(reasons);
      const {program, cell} = fetch;
      const fetched = await fetchDatabase(
        {program, cell, cache, repository, deadlineSeconds},
        deps,
      );
      if (isKnown(fetched)) return readDatabase(cache, deps);
      reasons = [...reasons, `${repository ?? "Trivy's own repositories"}: ${fetched.unable}`];
    }
  }
  return failure(reasons);
}

function failure(reasons: readonly string[]): Known<never> {
  const why = reasons.length === 0 ? 'there was no time left' : reasons.join('; ');
  return unable(
    `The vulnerability database could not be fetched (${why}). Name a registry that can be reached with the input db-repositories, or a Trivy cache folder with db-path.`,
  );
}
