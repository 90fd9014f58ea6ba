/** BuildKit's provenance of an image, as its `mode=max` has it, for a Dockerfile of a few steps. */

export type ProvenanceNode = {
  readonly op: object;
  /** Positions of the nodes that it is built upon. */
  readonly inputs?: readonly number[];
  /** Of the Dockerfile. */
  readonly line?: number;
  /** Digests of all layers that its output has. */
  readonly layers?: readonly string[];
};

export const fromContext = (name = 'context'): object => ({
  source: {identifier: `local://${name}`},
});
export const fromImage = (name: string): object => ({
  source: {identifier: `docker-image://docker.io/library/${name}`},
});
export const runStep = (command: string): object => ({
  exec: {meta: {args: ['/bin/sh', '-c', command]}, mounts: [{dest: '/'}]},
});
/** Of its second input onto its first. */
export const copyStep = (src: string): object => ({
  file: {actions: [{input: 0, secondaryInput: 1, Action: {copy: {src, dest: '/app'}}}]},
});

/** The last node's output is the image. */
export function provenanceOf(dockerfile: string, nodes: readonly ProvenanceNode[]): object {
  const last = nodes.length;
  const entriesOf = <T>(make: (node: ProvenanceNode) => T | undefined): [string, T][] =>
    nodes.flatMap((node, index) => {
      const value = make(node);
      return value === undefined ? [] : [[`step${index}`, value]];
    });
  const chains = entriesOf(({layers}) => layers?.map((digest) => ({digest})));
  const places = entriesOf(({line}) => line);
  return {
    invocation: {},
    buildConfig: {
      llbDefinition: [
        ...nodes.map(({op, inputs = []}, index) => ({
          id: `step${index}`,
          op: {Op: op},
          inputs: inputs.map((input) => `step${input}:0`),
        })),
        {id: `step${last}`, op: {Op: {}}, inputs: [`step${last - 1}:0`]},
      ],
    },
    metadata: {
      'https://mobyproject.org/buildkit@v1#metadata': {
        layers: Object.fromEntries(chains.map(([id, chain]) => [`${id}:0`, [chain]])),
        source: {
          locations: Object.fromEntries(
            places.map(([id, line]) => [
              id,
              {locations: [{ranges: [{start: {line}, end: {line}}]}]},
            ]),
          ),
          infos: [{filename: 'Dockerfile', data: Buffer.from(dockerfile).toString('base64')}],
        },
      },
    },
  };
}
