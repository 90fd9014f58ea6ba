/** Faults of the engine, through the whole gate. */
import {join} from 'node:path';
import {fault} from '../support/faults.ts';
import {gateIn} from '../support/fault-gate.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();
const FILES = {
  Dockerfile: 'FROM debian:bookworm-slim\nUSER 1000\n',
  '.github/plimsoll.yml':
    'version: 1\nrules: {healthcheck: {level: off}, vulnerabilities: {fail-on: critical}}\n',
};

fault('engine-down', async (place) => {
  const host = `unix://${join(folder(), 'nobody.sock')}`;
  const gated = await gateIn(place, {work: folder(FILES), env: {DOCKER_HOST: host}});
  return {...gated, on: 'a socket that is not there'};
});
