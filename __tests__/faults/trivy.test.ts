/** Faults of the scanner itself, through the whole gate. */
import type {Deps, RunOptions} from '../../src/deps.ts';
import {expect} from '@jest/globals';
import {MEMORY_BYTES} from '../../src/domain/supply/confinement.ts';
import type {TestDeps} from '../support/deps.ts';
import {fault} from '../support/faults.ts';
import {gateIn} from '../support/fault-gate.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {standIn} from '../support/scan.ts';
import {buildStandIn} from '../support/stand-in.ts';

const {trivyPath} = lab();
const folder = folders();
const QUIET =
  'version: 1\nrules: {healthcheck: {level: off}, user: {level: off}, multi-stage: {level: off}, vulnerabilities: {fail-on: critical}}\n';
const FILES = {
  Dockerfile: 'FROM debian:bookworm-slim\n',
  '.github/plimsoll.yml': QUIET,
};

/** Programs are started otherwise than they should be. */
function starting(otherwise: (options: RunOptions) => RunOptions): (deps: TestDeps) => Deps {
  return (deps) => ({
    ...deps,
    exec: {run: (program, options) => deps.exec.run(program, otherwise(options))},
  });
}

const isScan = ({args}: RunOptions): boolean => args.includes('--list-all-pkgs');

fault('trivy-memory', async (place) => {
  const gated = await gateIn(place, {
    work: folder(FILES),
    args: [`--trivy-path=${trivyPath}`],
    change: starting((options) => ({
      ...options,
      args: options.args.map((arg) =>
        isScan(options) && arg === `${MEMORY_BYTES}` ? '48000000' : arg,
      ),
    })),
  });
  expect(gated.report.runs[0]?.scanner?.confined).toBe(true);
  return {...gated, on: 'Trivy in a container of 48 MB'};
});

fault('trivy-deadline', async (place) => {
  const gated = await gateIn(place, {
    work: folder(FILES),
    args: [`--trivy-path=${buildStandIn(folder(), 'hang')}`],
    change: starting((options) => (isScan(options) ? {...options, deadlineSeconds: 1} : options)),
  });
  expect(gated.report.runs[0]?.scanner?.confined).toBe(true);
  return {...gated, on: 'a scanner that never ends, in a container'};
});

fault('trivy-warning', async (place) => {
  const script = 'echo "WARN: a warning"; echo "WARN: another" >&2; exec "$trivy" "$@"';
  const gated = await gateIn(place, {
    work: folder(FILES),
    args: [`--trivy-path=${standIn(folder(), script)}`],
  });
  expect(gated.report.images[0]?.packages?.length).toBeGreaterThan(50);
  return {...gated, on: 'Trivy behind a program that warns on both streams'};
});

fault('second-platform', async (place) => {
  const ws = (version: string): string => JSON.stringify({name: 'ws', version});
  const gated = await gateIn(place, {
    work: folder({
      '.github/plimsoll.yml': QUIET.replace('critical', 'high'),
      'docker-bake.hcl': 'target "default" {\n  platforms = ["linux/amd64", "linux/arm64"]\n}\n',
      Dockerfile:
        'FROM scratch\nARG TARGETARCH\nCOPY $TARGETARCH.json /app/node_modules/ws/package.json\n',
      'amd64.json': ws('8.18.0'),
      'arm64.json': ws('8.0.0'),
    }),
  });
  expect(gated.report.images.map(({id, verdict}) => `${id}: ${verdict}`)).toEqual([
    'default/linux/amd64: pass',
    'default/linux/arm64: fail',
  ]);
  return {...gated, on: 'Trivy over both platforms'};
});
