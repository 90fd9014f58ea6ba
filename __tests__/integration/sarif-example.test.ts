/** The example's four images: others have nothing against their SARIF, every place exists, nothing gets lost. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Location, Log, Result} from 'sarif';
import {readReport, ROOT, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {bringUpSarif, multitoolComplaints, schemaComplaints} from '../support/sarif.ts';
import {trivyTriples, triplesOf} from '../support/triples.ts';

lab();
beforeAll(bringUpSarif, 120_000);
const folder = folders();
const EXAMPLE = 'examples/financehub';

describe.each(['docker-compose.yml', 'docker-compose.before.yml'])('the images of %s', (file) => {
  const reports = folder();
  const logs: {readonly name: string; readonly text: string; readonly log: Log}[] = [];
  beforeAll(() => {
    runCommand({
      args: ['--files', file, '--report-dir', reports, join(ROOT, EXAMPLE)],
      env: {GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'owner/name'},
    });
    for (const name of readdirSync(reports).filter((one) => one.endsWith('.sarif'))) {
      const text = readFileSync(join(reports, name), 'utf8');
      logs.push({name, text, log: JSON.parse(text) as Log});
    }
  }, 280_000);

  it('are two, with a category each', () => {
    expect(logs.map(({log}) => log.runs[0]?.automationDetails?.id)).toEqual([
      'plimsoll/backend/linux/amd64/',
      'plimsoll/frontend/linux/amd64/',
    ]);
  });

  it('are documents that others have nothing against', () => {
    for (const {text, log} of logs)
      expect([...multitoolComplaints(text), ...schemaComplaints(log)]).toEqual([]);
  });

  it('sit on lines that exist and hold what is claimed', () => {
    for (const {log} of logs) for (const result of log.runs[0]?.results ?? []) holdsPlace(result);
  });

  it('lead with the lockfile of a package that one pins, and relate the Dockerfile', () => {
    const results = logs.flatMap(({log}) => log.runs[0]?.results ?? []);
    const pinned = results.filter((result) => isPinned(result));
    expect(pinned.length > 0).toBe(file === 'docker-compose.before.yml');
    for (const {locations, relatedLocations, message} of pinned) {
      expect(locations).toHaveLength(1);
      expect(relatedLocations?.map(uriOf)).toEqual([`${EXAMPLE}/apps/backend/Dockerfile.before`]);
      expect(message.text).toContain('[here](1)');
    }
  });

  it('have all that Trivy found, and nothing else', () => {
    for (const {name, log} of logs) {
      const trivy = readFileSync(join(reports, name.replace(/\.sarif$/, '.trivy.json')), 'utf8');
      expect(triplesOf(log)).toEqual(trivyTriples(trivy));
    }
    for (const image of readReport(reports).images)
      expect(image.sarif).toMatchObject({leftOut: 0, withoutPlace: 0, upload: 'not-asked'});
  });
});

/** What an image of the example has of its own, and requirements.txt pins. */
function isPinned({properties, message, locations}: Result): boolean {
  const isOwn = properties !== undefined && message.text?.includes('(own layer)') === true;
  return isOwn && /requirements[^/]*\.txt$/.test(uriOf(locations?.[0]));
}

function uriOf(location: Location | undefined): string {
  return location?.physicalLocation?.artifactLocation?.uri ?? '';
}

/** An instruction of the Dockerfile, the target in the compose file, or the package in its lockfile. */
function holdsPlace(result: Result): void {
  const places = [...(result.locations ?? []), ...(result.relatedLocations ?? [])];
  expect(places.length).toBeGreaterThan(0);
  for (const {physicalLocation: place} of places) {
    const path = decodeURIComponent(place?.artifactLocation?.uri ?? '');
    expect({path, there: existsSync(join(ROOT, path))}).toEqual({path, there: true});
    const lines = readFileSync(join(ROOT, path), 'utf8').split('\n');
    const line = lines[(place?.region?.startLine ?? 0) - 1] ?? '';
    const text = result.message.text ?? '';
    if (/Dockerfile/.test(path)) {
      expect(line).toMatch(
        /^\s*(FROM|COPY|RUN|ADD|ENV|USER|HEALTHCHECK|CMD|ENTRYPOINT|WORKDIR|ARG)\b/i,
      );
      if (text.includes('(base image)')) expect(line).toMatch(/^\s*FROM\b/i);
    } else if (result.properties !== undefined) {
      const name = (/^(\S+) has /.exec(text)?.[1] ?? '?').replace('\u2060', '');
      expect(spelled(line)).toContain(spelled(name));
    }
  }
}

/** Python takes `a.b`, `A-B` and `a_b` for the same. */
function spelled(text: string): string {
  return text.toLowerCase().replace(/[-_.]+/g, '-');
}
