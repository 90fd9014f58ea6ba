/** Faults of Trivy's archive and its server, through the whole gate. */
import {appendFileSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect} from '@jest/globals';
import {CANARY_IN_URL, fault, type Outcome, type Place} from '../support/faults.ts';
import {FILES, gateIn, within} from '../support/fault-gate.ts';
import {folders} from '../support/folders.ts';
import {servers, type Answer} from '../support/http.ts';
import {lab} from '../support/lab.ts';

const {trivyUrl, trivyChecksum} = lab();
const folder = folders();
const serve = servers();
const archive = readFileSync(fileURLToPath(trivyUrl));

/** The gate with a server for the archive that answers so. */
async function gate(place: Place, answer: Answer, checksum = trivyChecksum): Promise<Outcome> {
  const {url, requests} = await serve(answer);
  const tools = folder();
  const gated = await gateIn(place, {
    work: folder(FILES),
    args: [`--trivy-url=${url}/a?token=${CANARY_IN_URL}`, `--trivy-checksum=${checksum}`],
    env: {RUNNER_TOOL_CACHE: tools},
    change: within(3),
  });
  // What was refused is not kept for the next run; the database and the layers that were read are.
  const others = filesBelow(tools).filter(
    (name) => !/trivy-db|plimsoll\/(layers|blobs)/.test(name),
  );
  expect(others).toEqual([]);
  return {...gated, on: `${url} (${requests.length} requests)`};
}

function filesBelow(path: string): readonly string[] {
  return readdirSync(path, {recursive: true, encoding: 'utf8'}).filter((name) =>
    statSync(join(path, name)).isFile(),
  );
}

fault('binary-checksum', (place) =>
  gate(place, (_, response) => response.end(archive), '0'.repeat(64)),
);

fault('binary-truncated', (place) =>
  gate(place, (_, response) => {
    response.writeHead(200, {'content-length': `${archive.length}`});
    response.write(archive.subarray(0, 50_000), () => response.destroy());
  }),
);

fault('binary-404', (place) => gate(place, (_, response) => response.writeHead(404).end()));

fault('binary-redirects', (place) =>
  gate(place, (request, response) => response.writeHead(302, {location: request.url ?? ''}).end()),
);

fault('binary-tampered', async (place) => {
  const {url, requests} = await serve((_, response) => response.end(archive));
  const tools = folder();
  const call = {
    args: [`--trivy-url=${url}/a`, `--trivy-checksum=${trivyChecksum}`],
    env: {RUNNER_TOOL_CACHE: tools},
  };
  await gateIn(place, {work: folder(FILES), ...call});
  const kept = filesBelow(tools).find((name) => name.endsWith('trivy.tar.gz')) ?? '';
  appendFileSync(join(tools, kept), 'evil');
  const gated = await gateIn(place, {work: folder(FILES), ...call});
  expect(requests).toHaveLength(2);
  return {...gated, on: `${url} (${requests.length} requests)`};
});
