/** Owners of layers, from provenance as BuildKit writes it and with what it may leave out. */
import {describe, expect, it} from '@jest/globals';
import {isKnown} from '../../../src/domain/known.ts';
import {parseProvenance} from '../../../src/domain/provenance/provenance.ts';

const DOCKERFILE = Buffer.from('FROM base\nRUN a\nRUN b\nRUN c\n').toString('base64');

interface StepOf {
  readonly op?: object;
  readonly inputs?: readonly string[];
  /** Digests of its output's layers; absent: BuildKit left them out. */
  readonly chain?: readonly string[];
  readonly lines?: readonly number[];
}

const SOURCE = {source: {identifier: 'docker-image://base'}};
const RUN = {exec: {}};

/** A provenance of version 0.2 whose steps are step0, step1, ...; the last one is the image. */
function provenance(steps: readonly StepOf[], sourceIndex?: number): object {
  const ids = steps.map((step, index) => [`step${index}`, step] as const);
  const layers = ids.flatMap(([id, {chain}]) =>
    chain === undefined ? [] : [[`${id}:0`, [chain.map((digest) => ({digest}))]] as const],
  );
  const locations = ids.map(([id, {lines}]) => {
    const ranges = (lines ?? []).map((line) => ({start: {line}, end: {line}}));
    return [
      id,
      {locations: [{...(sourceIndex === undefined ? {} : {sourceIndex}), ranges}]},
    ] as const;
  });
  return {
    invocation: {parameters: {args: {}}},
    buildConfig: {
      llbDefinition: [
        ...ids.map(([id, {op, inputs}]) => ({id, op: {Op: op ?? RUN}, inputs: inputs ?? []})),
        {id: `step${steps.length}`, inputs: [`step${steps.length - 1}:0`]},
      ],
    },
    metadata: {
      'https://mobyproject.org/buildkit@v1#metadata': {
        layers: Object.fromEntries(layers),
        source: {
          locations: Object.fromEntries(locations),
          infos: [{filename: 'Dockerfile', data: DOCKERFILE}],
        },
      },
    },
  };
}

const LAYOUT = {source: {identifier: 'oci-layout://layouts/base@sha256:00'}};

/** `base 1`, `own 2`, or `?` for each layer. */
function ownersOf(steps: readonly StepOf[], layers: readonly string[]): readonly string[] {
  const facts = parseProvenance(provenance(steps), {layers});
  if (!isKnown(facts)) throw new Error(facts.unable);
  return facts.value.owners.map((owner) =>
    owner === undefined
      ? '?'
      : `${owner.base ? 'base' : 'own'} ${owner.places.map(({startLine, endLine}) => (startLine === endLine ? startLine : `${startLine}-${endLine}`)).join()}`,
  );
}

const base: StepOf = {op: SOURCE, chain: ['x', 'y'], lines: [1]};
const first: StepOf = {inputs: ['step0:0'], chain: ['x', 'y', 'a'], lines: [2]};
const second: StepOf = {inputs: ['step1:0'], chain: ['x', 'y', 'a', 'b'], lines: [3]};
const third: StepOf = {inputs: ['step2:0'], chain: ['x', 'y', 'a', 'b', 'c'], lines: [4, 5]};
const without = ({op, inputs, lines}: StepOf): StepOf => ({
  ...(op === undefined ? {} : {op}),
  ...(inputs === undefined ? {} : {inputs}),
  ...(lines === undefined ? {} : {lines}),
});
const LAYERS = ['x', 'y', 'a', 'b', 'c'];
const RIGHT = ['base 1', 'base 1', 'own 2', 'own 3', 'own 4-5'];

it.each([
  ['the registry’s', SOURCE, 'base 1'],
  ['a layout’s that the repository brings', LAYOUT, 'own 1'],
])('what is built upon is %s', (_, op, base) => {
  const steps = [
    {op, chain: ['a', 'b'], lines: [1]},
    {inputs: ['step0:0'], chain: ['a', 'b', 'c'], lines: [2]},
  ];
  expect(ownersOf(steps, ['a', 'b', 'c'])).toEqual([base, base, 'own 2']);
});

describe('the owner of a layer', () => {
  it('is the step whose chain ends there; a continued line has its whole range', () => {
    expect(ownersOf([base, first, second, third], LAYERS)).toEqual(RIGHT);
  });

  it.each([
    ['of one step', [base, without(first), second, third]],
    ['of steps that follow each other', [base, without(first), without(second), third]],
    ['of the last step', [base, first, second, without(third)]],
    ['of all steps but the base', [base, without(first), without(second), without(third)]],
    ['of the base', [without(base), first, second, third]],
    ['of the base and the first step', [without(base), without(first), second, third]],
  ])('is found though the chain is missing %s', (_, steps) => {
    expect(ownersOf(steps, LAYERS)).toEqual(RIGHT);
  });

  it('stays open where the missing steps are not as many as the layers', () => {
    const two: StepOf = {...third, chain: ['x', 'y', 'a', 'b', 'b2', 'c']};
    expect(ownersOf([base, first, without(second), two], ['x', 'y', 'a', 'b', 'b2', 'c'])).toEqual([
      ...['base 1', 'base 1', 'own 2', '?', '?', 'own 4-5'],
    ]);
  });

  it('goes by position when the layers were packed anew', () => {
    expect(ownersOf([base, first, second, third], ['1', '2', '3', '4', '5'])).toEqual(RIGHT);
  });

  it('is the base for all layers of an image that adds nothing', () => {
    expect(ownersOf([base], ['x', 'y'])).toEqual(['base 1', 'base 1']);
    expect(ownersOf([without(base)], ['x', 'y'])).toEqual(['base 1', 'base 1']);
  });

  it('is never the base for what starts from scratch, whatever is copied from elsewhere', () => {
    const copy: StepOf = {
      op: {file: {actions: [{input: -1}]}},
      inputs: ['step0:0'],
      chain: ['a'],
      lines: [3],
    };
    const more: StepOf = {
      op: {file: {actions: [{input: 0}]}},
      inputs: ['step1:0'],
      chain: ['a', 'b'],
      lines: [4],
    };
    expect(ownersOf([base, copy, more], ['a', 'b'])).toEqual(['own 3', 'own 4']);
    expect(ownersOf([base, without(copy), more], ['a', 'b'])).toEqual(['own 3', 'own 4']);
  });

  it('is one step for all layers that it adds at once', () => {
    const merge: StepOf = {
      op: {merge: {}},
      inputs: ['step0:0'],
      chain: ['x', 'y', 'a', 'b'],
      lines: [2],
    };
    expect(ownersOf([base, merge], ['x', 'y', 'a', 'b'])).toEqual([
      ...['base 1', 'base 1', 'own 2', 'own 2'],
    ]);
  });

  it('is the step on the own path where the same bytes were made elsewhere too', () => {
    const other: StepOf = {inputs: ['step0:0'], chain: ['x', 'y', 'a'], lines: [9]};
    const own: StepOf = {inputs: ['step0:0'], chain: ['x', 'y', 'a'], lines: [2]};
    expect(ownersOf([base, other, own], ['x', 'y', 'a'])).toEqual(['base 1', 'base 1', 'own 2']);
  });

  it('does not hang on steps that lead in a circle', () => {
    const circle: StepOf = {inputs: ['step0:0'], chain: ['a'], lines: [2]};
    expect(ownersOf([circle], ['a'])).toEqual(['own 2']);
  });
});

describe('provenance', () => {
  it.each([[{}], ['text'], [null], [{buildConfig: {llbDefinition: []}}]])(
    'that is %j is unable',
    (document) => {
      expect(parseProvenance(document, {layers: ['x']})).toEqual({
        unable: "The build's provenance is not of a shape that tells steps (mode=max).",
      });
    },
  );

  it('is read out of its in-toto statement as well', () => {
    const statement = {
      predicateType: 'https://slsa.dev/provenance/v0.2',
      predicate: provenance([base]),
    };
    expect(parseProvenance(statement, {layers: ['x', 'y']})).toEqual(
      parseProvenance(provenance([base]), {layers: ['x', 'y']}),
    );
  });
});
