/** A comparison made by hand, for what publishers make of it. */
import type {ReportComparison} from '../../src/domain/report/comparison-schema.ts';

export type Compared = Extract<ReportComparison, {state: 'compared'}>;

/** An image that this change, its base and drift have changed, with foreign text in it. */
export const COMPARED: Compared = {
  state: 'compared',
  unpacked: {before: 100_000_000, after: 120_000_000},
  download: {before: 50_000_000, after: 40_000_000},
  causes: [
    {cause: 'this change', unpackedBytes: 18_000_000, downloadBytes: -11_000_000},
    {cause: 'base image', unpackedBytes: 3_000_000, downloadBytes: 1_000_000},
    {cause: 'drift', unpackedBytes: -1_000_000, downloadBytes: 0},
  ],
  layers: [
    {
      ...{change: 'grew', cause: 'this change', base: false},
      unpacked: {before: 2_000_000, after: 20_000_000},
      download: {before: 12_000_000, after: 1_000_000},
      instruction: 'RUN npm ci',
      place: {file: 'web/Dockerfile', startLine: 4, endLine: 4},
    },
    {
      ...{change: 'replaced', cause: 'this change', base: false, instruction: 'WORKDIR /app'},
      ...{unpacked: {before: 0, after: 0}, download: {before: 5, after: 5}},
    },
    {
      ...{change: 'went', cause: 'this change', base: false, instruction: 'COPY old .'},
      ...{unpacked: {before: 7000, after: 0}, download: {before: 5, after: 0}},
      place: {file: 'web/Dockerfile', startLine: 9, endLine: 9},
    },
    {
      ...{change: 'grew', cause: 'base image', base: true},
      ...{unpacked: {before: 5, after: 3_000_005}, download: {before: 5, after: 1_000_005}},
    },
    {
      ...{change: 'shrank', cause: 'drift', base: false, instruction: 'RUN apt-get install curl'},
      ...{unpacked: {before: 2_000_000, after: 1_000_000}, download: {before: 5, after: 5}},
      place: {file: 'web/Dockerfile', startLine: 2, endLine: 3},
    },
  ],
  bases: [
    {
      reference: 'node:24-slim',
      before: `sha256:${'a'.repeat(64)}`,
      after: `sha256:${'b'.repeat(64)}`,
    },
  ],
  paths: [
    {
      ...{name: 'app/|evil|.js', kind: 'file', change: 'came', cause: 'this change'},
      ...{before: 0, after: 9_000_000},
    },
    {
      ...{name: 'next 14.1.0 → 16.4.5', kind: 'package', change: 'grew', cause: 'drift'},
      ...{before: 1_000_000, after: 2_500_000},
    },
  ],
  packages: [
    {name: 'left', change: 'removed', before: '1.0.0', cause: 'this change'},
    {name: 'next', change: 'upgraded', before: '14.1.0', after: '16.4.5', cause: 'this change'},
    {name: 'curl', change: 'upgraded', before: '1', after: '2', cause: 'drift'},
  ],
  findings: {
    new: [
      {
        ...{identity: 'i', id: 'CVE-2026-9', package: 'next', severity: 'high'},
        ...{fixed: '16.4.6', cause: 'this change'},
      },
    ],
    fixed: [],
    still: 1,
  },
};
