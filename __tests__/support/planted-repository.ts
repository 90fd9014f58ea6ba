/** A repository, and an environment of a job, with a canary in every place where one can enter. */
import {execFileSync} from 'node:child_process';
import {runtimeToken} from './runtime-token.ts';
import {planted, plantedIn, spillOf, type Planted} from './planted.ts';

export const COMMITTED = 'visible-committed-value';
export const LITERAL_ARG = 'visible-build-arg';
/** Too short to be a secret. */
export const SHORT = 'seven-7';

const nameOf = (letter: string, {kind}: Planted): string => `${letter}_${kind}`;

/** What a variable of the job holds. */
const DECLARED = plantedIn('secret by env');
const ARGUMENTS = plantedIn('build arg');
const LABELS = plantedIn('label');
const NAMED = plantedIn('variable whose name says secret');
const WITHHELD = plantedIn('withheld variable');
const PASSWORDS = plantedIn('password in a URL');
/** A file of the repository that git does not know. */
const FILES = plantedIn('secret by file');
/** What neither parser of such files would take to be the same. */
const ENVIRONMENT = plantedIn('.env', ['marks', 'lines']);
/** Of an input, one a line. */
const SET = plantedIn('input set', ['lines']);
/** These travel in headers. */
export const TOKEN = planted('input token', 'plain');
const RUNTIME = planted('runtime token', 'plain');
export const RUNTIME_TOKEN = `${runtimeToken()}${RUNTIME.value}`;
const HEADERS = [TOKEN, {...RUNTIME, value: RUNTIME_TOKEN}];
/** What Trivy knows is told with its place; the value stands in no line of its report that we keep. */
const FOUND = planted('file with a secret', 'plain');
const PAT = `ghp_${FOUND.needles.join('').padEnd(36, 'aB3')}`;

/** What a build may print. */
const SPILT = [
  ...[DECLARED, ARGUMENTS, LABELS, NAMED, WITHHELD, PASSWORDS, FILES, ENVIRONMENT, SET],
  HEADERS,
].flat();

export const PLANTED: readonly Planted[] = [...SPILT, FOUND];

function variables(letter: string, all: readonly Planted[]): Readonly<Record<string, string>> {
  return Object.fromEntries(all.map((one) => [nameOf(letter, one), one.value]));
}

export const ENV: Readonly<Record<string, string>> = {
  ...variables('SE', DECLARED),
  ...variables('A', ARGUMENTS),
  ...variables('L', LABELS),
  ...variables('MY_TOKEN', NAMED),
  ...Object.fromEntries(
    WITHHELD.map(({kind, value}) => [`ACTIONS_ID_TOKEN_REQUEST_${kind.toUpperCase()}`, value]),
  ),
  ...Object.fromEntries(
    PASSWORDS.map(({kind, value}) => [`U_${kind}`, `https://me:${encodeURIComponent(value)}@h/x`]),
  ),
  ...{NOT_A_TOKEN: COMMITTED, SHORT_TOKEN: SHORT},
};

export const SETTINGS: readonly string[] = SET.map(
  (one) => `*.args.${nameOf('S', one)}=${one.value}`,
);

/** A name in a file system. */
const NAMES = ARGUMENTS.filter(({kind}) => !['long', 'base64', 'lines'].includes(kind));

const mounts = [
  ...DECLARED.map((one) => nameOf('se', one)),
  ...FILES.map((one) => nameOf('sf', one)),
]
  .map((id) => `--mount=type=secret,id=${id}`)
  .join(' ');
const START = [
  ...[
    'FROM busybox',
    'ARG OPEN',
    `ENV VISIBLE=${COMMITTED}`,
    'COPY leak.txt /',
    'COPY node_modules /app/node_modules',
  ],
  ...[...ARGUMENTS.map((one) => nameOf('A', one)), ...SET.map((one) => nameOf('S', one))].map(
    (name) => `ARG ${name}`,
  ),
];
const SPILL = '--mount=type=bind,source=spill.txt,target=/tmp/spill.txt';
const PRINT = `RUN ${mounts} ${SPILL} cat /run/secrets/*; cat /tmp/spill.txt; echo "$VISIBLE $OPEN ${SHORT}"`;
const DOCKERFILE = [
  ...START,
  PRINT,
  ...ARGUMENTS.map((one) => `ENV E_${one.kind}=$${nameOf('A', one)}`),
  ...NAMES.map(
    (one) => `RUN mkdir -p /data && head -c 300000 /dev/urandom >"/data/$${nameOf('A', one)}"`,
  ),
  'WORKDIR /work/$A_plain',
  'USER nobody',
  'CMD ["sh", "-c", "env | while read -r one; do echo \\"${one#*=}\\"; done | grep -v PATH; exit 3"]',
  'HEALTHCHECK CMD test -e /nothing',
];

/** Its neighbour's image is complete before it fails: bake cancels what is not. */
const FAIL = `${PRINT}; sleep 6; exit 1`;

const LABEL_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LABELS.map((one) => [`org.example.${one.kind}`, nameOf('L', one)])),
  ...{version: 'L_plain', name: 'L_marks', ref: 'L_unicode'},
};

function args(value: (name: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(ARGUMENTS.map((one) => [nameOf('A', one), value(nameOf('A', one))]));
}

function labels(value: (name: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(LABEL_NAMES).map(([label, name]) => [label, value(name)]),
  );
}

/** As bake and as compose write that a variable's value belongs there. */
const reference = (name: string): string => `\${${name}}`;

const variableBlocks = [...ARGUMENTS.map((one) => nameOf('A', one)), ...Object.values(LABEL_NAMES)];

const BAKE = {
  variable: Object.fromEntries(variableBlocks.map((name) => [name, {default: ''}])),
  group: {default: {targets: ['web', 'bad']}},
  target: {
    web: {
      args: {...args(reference), OPEN: LITERAL_ARG},
      labels: labels(reference),
      secret: [
        ...DECLARED.map((one) => `id=${nameOf('se', one)},env=${nameOf('SE', one)}`),
        ...FILES.map((one) => `id=${nameOf('sf', one)},src=private/${one.kind}`),
      ],
    },
    bad: {inherits: ['web'], dockerfile: 'Dockerfile.bad'},
  },
};

const service = (dockerfile: string): object => ({
  user: reference('A_plain'),
  environment: args(reference),
  build: {
    ...{context: '.', dockerfile, labels: labels(reference)},
    args: {...args(reference), OPEN: LITERAL_ARG},
    secrets: [
      ...DECLARED.map((one) => nameOf('se', one)),
      ...FILES.map((one) => nameOf('sf', one)),
    ],
  },
});

const COMPOSE = {
  services: {web: service('Dockerfile'), bad: service('Dockerfile.bad')},
  secrets: {
    ...Object.fromEntries(
      DECLARED.map((one) => [nameOf('se', one), {environment: nameOf('SE', one)}]),
    ),
    ...Object.fromEntries(FILES.map((one) => [nameOf('sf', one), {file: `./private/${one.kind}`}])),
  },
};

const all = ARGUMENTS.map((one) => reference(nameOf('A', one))).join(' ');

/** Definitions that no tool takes, with a value in what it says about them. */
const MISTAKEN = {
  validation: {
    variable: {
      ...BAKE.variable,
      A_plain: {
        default: '',
        validation: {condition: '${A_plain == ""}', error_message: `no ${all}`},
      },
    },
    target: {web: {}},
  },
  reference: {
    variable: BAKE.variable,
    target: {
      web: {args: {ALL: all}, 'dockerfile-inline': 'ARG ALL\nFROM busybox\nCOPY --from=$ALL / /\n'},
      default: {args: {ALL: all}, 'dockerfile-inline': 'ARG ALL\nFROM $ALL\n'},
    },
  },
};

export const MISTAKES = {
  'docker-bake.validation.json': 'bake: a condition of a variable',
  'docker-bake.reference.json': 'BuildKit: an image',
  'compose.mistake.yaml': 'compose: a switch',
} as const;

const POLICY = 'version: 1\nrules: {healthcheck: {require: passing}, user: {require: numeric}}\n';

const TRACKED: Readonly<Record<string, string>> = {
  Dockerfile: DOCKERFILE.join('\n'),
  'Dockerfile.bad': [...START, FAIL].join('\n'),
  'docker-bake.json': JSON.stringify(BAKE, null, 2),
  'compose.yaml': JSON.stringify(COMPOSE, null, 2),
  'docker-bake.validation.json': JSON.stringify(MISTAKEN.validation),
  'docker-bake.reference.json': JSON.stringify(MISTAKEN.reference),
  'compose.mistake.yaml': JSON.stringify({
    services: {web: {build: {context: '.'}, privileged: all}},
  }),
  'node_modules/semver/package.json': '{"name": "semver", "version": "7.3.0"}',
  '.github/plimsoll.yml': POLICY,
  '.gitignore': 'private\nspill.txt\nleak.txt\n.env\n',
};

const UNTRACKED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FILES.map(({kind, value}) => [`private/${kind}`, value])),
  'spill.txt': spillOf(SPILT),
  'leak.txt': `before\ntoken = "${PAT}"\n`,
  '.env': ENVIRONMENT.map((one) => `${nameOf('D', one)}='${one.value}'\n`).join(''),
};

export const REPOSITORY: Readonly<Record<string, string>> = {...TRACKED, ...UNTRACKED};

/** Its head. */
export function commitIn(folder: string): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Lab', '-c', 'user.email=lab@lab.example', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'It');
  return git('rev-parse', 'HEAD');
}
