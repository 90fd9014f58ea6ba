/** Folders with definitions, generated: what docker makes of each is asked, never written down here. */

export interface DefinitionForm {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Named by the user; none: found by itself. */
  readonly named: readonly string[];
  /** Whose reading is the truth. */
  readonly tool: 'compose' | 'bake';
}

const DOCKERFILE = 'FROM scratch AS one\nFROM scratch AS two\n';
const AROUND = {
  ...{Dockerfile: DOCKERFILE, 'Dockerfile.worker': DOCKERFILE, 'svc/Dockerfile': DOCKERFILE},
  'svc/common.yml': 'services:\n  base: {build: {context: ., args: {B: "${X:-none}"}}}\n',
  'more/compose.yml': 'services:\n  more: {build: {context: ., dockerfile: ../Dockerfile}}\n',
};

const SERVICES = [
  'x-base: &base {context: ., args: {A: "1"}}',
  'services:',
  '  plain: {build: .}',
  '  folder: {build: ./svc}',
  '  do.t: {build: {context: svc, dockerfile: ../Dockerfile.worker}}',
  '  args: {build: {context: ., args: {X: "${X:-none}", Z: "a$$b"}}}',
  '  listed: {build: {context: ., args: ["X=${X-}", "E="]}}',
  '  staged: {build: {context: ., target: one}}',
  '  multi: {build: {context: ., platforms: [linux/amd64, linux/arm64]}}',
  '  other: {build: ., platform: linux/s390x}',
  '  both: {build: {context: ., platforms: [linux/amd64, linux/s390x]}, platform: linux/s390x}',
  '  profiled: {build: ., profiles: [dev]}',
  '  merged: {build: {<<: *base, target: two}}',
  '  contexts: {build: {context: ., additional_contexts: {more: ./svc}}}',
  '  extended: {extends: {service: merged}}',
  '  elsewhere: {extends: {file: svc/common.yml, service: base}}',
  '  image: {image: busybox}',
  '',
].join('\n');
const OVERRIDE = 'services:\n  args: {build: {args: {X: over}}}\n  over: {build: ./svc}\n';
const OTHER = 'services:\n  prod: {build: {context: ., args: {X: "${X:-none}"}}}\n';

const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const OVERRIDES = [
  [],
  ['compose.override.yml'],
  ['compose.override.yaml'],
  ['docker-compose.override.yml'],
  ['docker-compose.override.yaml'],
  ['compose.override.yaml', 'compose.override.yml', 'docker-compose.override.yml'],
];
const ENVIRONMENTS: readonly ((name: string) => string | undefined)[] = [
  () => undefined,
  () => 'X=of the file\n',
  () => 'COMPOSE_FILE=prod.yml\n',
  (name) => `COMPOSE_FILE=${name}\n`,
  (name) => `COMPOSE_FILE="${name};./prod.yml"\nCOMPOSE_PATH_SEPARATOR=;\nX=1\n`,
  () => 'COMPOSE_PROFILES=dev\n',
];

/** Each override with each `.env`, the names in turn. */
function composeForms(): readonly DefinitionForm[] {
  const pairs = OVERRIDES.flatMap((overrides) =>
    ENVIRONMENTS.map((environment) => ({overrides, environment})),
  );
  return pairs.map(({overrides, environment}, index) => {
    const name = NAMES[(index + Math.floor(index / NAMES.length)) % NAMES.length] ?? '';
    const text = environment(name);
    const include = index % 2 === 0 ? '' : 'include: [more/compose.yml]\n';
    return {
      name: `${name}, ${overrides.join(' ') || 'no override'}, .env ${JSON.stringify(text ?? '')}`,
      files: {
        ...{...AROUND, 'prod.yml': OTHER, [name]: `${include}${SERVICES}`},
        ...Object.fromEntries(overrides.map((file) => [file, OVERRIDE])),
        ...(text === undefined ? {} : {'.env': text}),
      },
      ...{named: [], tool: 'compose'},
    };
  });
}

function namedForms(): readonly DefinitionForm[] {
  const files = {
    ...{...AROUND, '.env': 'X=root\n', 'prod.yml': OTHER},
    ...{'svc/.env': 'X=svc\n', 'more/.env': 'X=more\n', 'compose.yml': SERVICES},
    'svc/compose.yml':
      'services:\n  web: {build: {context: ., args: {X: "${X}"}}}\n  up: {build: {context: ..}}\n',
  };
  const choices = [['prod.yml'], ['svc/compose.yml'], ['more/compose.yml']].flatMap((first) =>
    [[], ['prod.yml'], ['svc/compose.yml'], ['more/compose.yml'], ['compose.yml']].map((second) => [
      ...new Set([...first, ...second]),
    ]),
  );
  const once = new Map(choices.map((named) => [named.join(' '), named]));
  return [...once].map(([name, named]) => ({name, files, named, tool: 'compose'}));
}

const HCL = [
  'variable "X" {default = "none"}',
  'group "default" {targets = ["app", "multi", "m-a"]}',
  'target "base" {\n args = {X = X}\n}',
  'target "app" {\n inherits = ["base"]\n contexts = {w = "target:worker"}\n target = "one"\n}',
  'target "worker" {\n dockerfile = "Dockerfile.worker"\n}',
  'target "multi" {\n context = "svc"\n platforms = ["linux/amd64,linux/arm64", "linux/s390x"]\n}',
  'target "m" {\n name = "m-${v}"\n matrix = {v = ["a", "b"]}\n args = {V = v}\n}',
  '',
].join('\n');
const JSON_FILE = JSON.stringify({
  target: {default: {context: 'svc'}, more: {dockerfile: 'Dockerfile.worker'}},
});
const OVER_HCL =
  'target "app" {\n args = {O = "hcl"}\n}\ntarget "default" {\n args = {O = "h"}\n}\n';
const OVER_JSON = JSON.stringify({
  target: {app: {args: {O: 'json', J: '1'}}, default: {args: {O: 'j'}}},
});

function bakeForms(): readonly DefinitionForm[] {
  const bases = {'docker-bake.hcl': HCL, 'docker-bake.json': JSON_FILE};
  const over = {'docker-bake.override.hcl': OVER_HCL, 'docker-bake.override.json': OVER_JSON};
  const overs = [[], ['hcl'], ['json'], ['hcl', 'json']].map((endings) =>
    Object.entries(over).filter(([name]) => endings.some((ending) => name.endsWith(ending))),
  );
  const besides = [{}, {'compose.yml': 'services:\n  web: {build: .}\n'}, {'.env': 'X=env\n'}];
  return Object.entries(bases).flatMap(([name, text]) =>
    overs.flatMap((overrides) =>
      besides.map((beside): DefinitionForm => {
        const more = {...Object.fromEntries(overrides), ...beside};
        const files = {...AROUND, [name]: text, ...more};
        return {
          ...{files, named: [], tool: 'bake'},
          name: [name, ...Object.keys(more)].join(', '),
        };
      }),
    ),
  );
}

export function definitionForms(): readonly DefinitionForm[] {
  return [...composeForms(), ...namedForms(), ...bakeForms()];
}
