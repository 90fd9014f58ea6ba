/** Whether an image lies below, as BuildKit's provenance tells it for each way to say so (recorded in short). */
import {describe, expect, it} from '@jest/globals';
import {isKnown} from '../../../src/domain/known.ts';
import {parseProvenance} from '../../../src/domain/provenance/provenance.ts';
import {
  copyStep,
  fromContext,
  fromImage,
  provenanceOf,
  runStep,
  type ProvenanceNode,
} from '../../support/provenance.ts';

const copyOntoNothing = {
  file: {actions: [{input: -1, secondaryInput: 0, Action: {copy: {src: '/f'}}}]},
};
const runOnNothing = {
  exec: {
    meta: {args: ['/bin/sh', '-c', 'echo hi > /made']},
    mounts: [
      {dest: '/', input: -1},
      {dest: '/bin', selector: '/bin'},
    ],
  },
};
const mkdirOnNothing = {file: {actions: [{input: -1, Action: {mkdir: {path: '/app'}}}]}};
const own = {source: {identifier: 'oci-layout://1@sha256:a'}};
const context = {op: fromContext()};
const busybox = {op: fromImage('busybox'), layers: ['b']};

const rows: readonly (readonly [
  string,
  string,
  readonly ProvenanceNode[],
  {readonly scratch: boolean; readonly bases: readonly boolean[]},
])[] = [
  [
    'a literal',
    'FROM scratch\nCOPY f /f\n',
    [context, {op: copyOntoNothing, inputs: [0], line: 2, layers: ['x']}],
    {scratch: true, bases: [false]},
  ],
  [
    'an argument, a service, a target: no literal at all',
    'ARG BASE\nFROM ${BASE:-scratch}\nCOPY f /f\n',
    [context, {op: copyOntoNothing, inputs: [0], line: 3, layers: ['x']}],
    {scratch: true, bases: [false]},
  ],
  [
    'programs of another image, mounted by a RUN',
    'FROM scratch\nRUN --mount=from=busybox,target=/bin echo hi > /made\nCOPY f /f\n',
    [
      busybox,
      {op: runOnNothing, inputs: [0], line: 2, layers: ['x']},
      context,
      {op: copyStep('/f'), inputs: [1, 2], line: 3, layers: ['x', 'y']},
    ],
    {scratch: true, bases: [false, false]},
  ],
  [
    'a WORKDIR',
    'FROM scratch\nWORKDIR /app\n',
    [{op: mkdirOnNothing, line: 2, layers: ['x']}],
    {scratch: true, bases: [false]},
  ],
  [
    'files of another image',
    'FROM scratch\nCOPY --from=busybox /bin /bin\n',
    [busybox, {op: copyOntoNothing, inputs: [0], line: 2, layers: ['x']}],
    {scratch: true, bases: [false]},
  ],
  [
    'a literal that a context replaces',
    'FROM scratch AS base\nFROM base\nRUN a\n',
    [busybox, {op: runStep('a'), inputs: [0], line: 3, layers: ['b', 'x']}],
    {scratch: false, bases: [true, false]},
  ],
  [
    'a layout of the repository',
    'FROM base\nRUN a\n',
    [
      {op: own, layers: ['b']},
      {op: runStep('a'), inputs: [0], line: 2, layers: ['b', 'x']},
    ],
    {scratch: false, bases: [false, false]},
  ],
];

describe('an image by', () => {
  it.each(rows)('%s', (_, dockerfile, nodes, expected) => {
    const layers = nodes.at(-1)?.layers ?? [];
    const found = parseProvenance(provenanceOf(dockerfile, nodes), {layers});
    if (!isKnown(found)) throw new Error(found.unable);
    const {fromScratch, owners} = found.value;
    expect({scratch: fromScratch, bases: owners.map((owner) => owner?.base)}).toEqual(expected);
  });
});
