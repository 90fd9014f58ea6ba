/**
 * The gate with an empty tool cache over the gate with a full one, when the build takes 10 s: what is
 * fetched meanwhile should cost nothing. Trivy's archive and the database come from servers on loopback.
 */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {createReadStream} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {fromEnv, runCommand, type Row} from './measure.ts';

const entry = resolve(import.meta.dirname, '../../dist/index.js');
const POLICY =
  'version: 1\nrules: {healthcheck: {level: off}, vulnerabilities: {fail-on: critical}}\n';

export async function supplyRow(): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const work = join(folder, 'work');
  await mkdir(join(work, '.github'), {recursive: true});
  await writeFile(join(work, '.github/plimsoll.yml'), POLICY);
  await writeFile(join(work, 'Dockerfile'), 'FROM debian:bookworm-slim\nRUN sleep 10\nUSER 1000\n');
  const archive = fileURLToPath(fromEnv('PLIMSOLL_TRIVY_URL'));
  const server = createServer((_, response) => createReadStream(archive).pipe(response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const {port} = server.address() as AddressInfo;
  const gate = async (tools: string): Promise<void> => {
    const flags = ['--no-cache', `--trivy-url=http://127.0.0.1:${port}/trivy.tar.gz`];
    const args = [entry, ...flags, '--report-dir', join(folder, 'report'), work];
    const env = {RUNNER_TOOL_CACHE: tools, PLIMSOLL_SET: '', PLIMSOLL_ALLOW: ''};
    await runCommand({program: process.execPath, args, env});
  };
  const warm = join(folder, 'warm');
  await gate(warm);
  let runs = 0;
  return {
    name: 'supply behind a build of 10 s: the gate with cold supply over warm',
    ...{limit: 1.03, runs: 3},
    ours: () => gate(join(folder, `cold-${(runs += 1)}`)),
    bare: () => gate(warm),
    // Both sides read and scan: what is known of the image is no part of the supply.
    before: async () => {
      for (const known of ['layers', 'blobs'])
        await rm(join(warm, 'plimsoll', known), {recursive: true, force: true});
    },
    end: async () => {
      server.close();
      await rm(folder, {recursive: true, force: true});
    },
  };
}
