/** What a repository holds as plain text: ignore files, Dockerfiles, bake and compose files. */
import {readFileSync} from 'node:fs';
import {parseExcludes, parseIgnore} from '../../../src/domain/context/ignore.ts';
import {usedPaths} from '../../../src/domain/context/uses.ts';
import {isFromScratch} from '../../../src/domain/findings/scan-coverage.ts';
import {instructionAt, parseDockerfile} from '../../../src/domain/dockerfile/dockerfile.ts';
import {splitInstructions} from '../../../src/domain/dockerfile/instructions.ts';
import {namedVariables} from '../../../src/domain/environment/job-secrets.ts';
import {isKnown} from '../../../src/domain/known.ts';
import {parseCompose} from '../../../src/domain/plan/compose-file.ts';
import {definedAt} from '../../../src/domain/plan/defined-at.ts';
import {inheritedNames} from '../../../src/domain/plan/discover.ts';
import {refuseWithheld} from '../../../src/domain/plan/withheld.ts';
import {cannotFail} from '../../../src/domain/policy/health-test/index.ts';
import {parseTrivyignore} from '../../../src/domain/policy/trivyignore.ts';
import {mutateText} from '../mutate.ts';
import {FalseAnswer, isAnswered, type Target} from '../target.ts';
import {yamlTarget} from '../yaml-target.ts';

const PATHS = ['a', 'src/a.ts', 'src/deep/b.ts', 'c++', 'constructor', 'a'.repeat(300)];

function textTarget(
  seeds: readonly string[],
  run: (text: string) => boolean | Promise<boolean>,
): Target {
  return {
    seeds: seeds.map((seed) => Buffer.from(seed)),
    mutate: (seed, random) => Buffer.from(mutateText(seed.toString(), random)),
    run: (mutant) => run(mutant.toString()),
  };
}

const REFUSED =
  /^line \d+ of (?:what it ignores is no pattern|the ignore file is longer than \d+ bytes)$/;

/** The builder refuses these too; who asks for a context says so. */
function isPattern(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Error && REFUSED.test(error.message)) return false;
    throw error;
  }
}

const ignore = textTarget(
  ['*\n!src\n**/*.ts\n# c\na{2}*|b\n', 'c++\na)\n[a-z]*\n\\d*\n[^b]?\n/x/**\n'],
  (text) => isPattern(() => PATHS.map(parseIgnore(text).ignores)),
);

const excludes = textTarget(['*.md\n**/x', '/src/*\n!a', 'src/*.ts\nb*\n[a-c]'], (text) => {
  const [pattern = '', ...rest] = text.split('\n');
  return isPattern(() => {
    PATHS.map(parseExcludes(rest).ignores);
    usedPaths(PATHS, {context: 'context', pattern, excludes: rest});
  });
});

const trivyignore = textTarget(
  ['# why\nCVE-2026-1 exp:2027-01-01\nDS002\n', 'CVE-2026-2\r\n\r\naws-access-key-id # no\n'],
  (text) => parseTrivyignore(text, '.trivyignore').ignores.length > 0,
);

const DOCKERFILE = `# syntax=docker/dockerfile:1
# escape=\\
ARG VERSION=22
FROM --platform=$BUILDPLATFORM node:\${VERSION} AS build
WORKDIR /app
COPY --chown=1:1 --exclude=*.md package.json package-lock.json ./
RUN --mount=type=secret,id=npm --mount=from=tools,target=/t npm ci \\
    # in between
    && npm run build
RUN <<EOF
#!/bin/sh
echo one
EOF
FROM scratch
COPY --from=build --link /app/dist /srv
USER 10001:10001
HEALTHCHECK --interval=30s CMD curl -f http://localhost/ || exit 1
ENTRYPOINT ["/srv/app"]
`;
const WINDOWS = 'FROM debian AS base\r\nONBUILD RUN true\r\n\r\nFROM base\r\nRUN a `\r\n  b\r\n';

const dockerfile = textTarget([DOCKERFILE, WINDOWS, 'from scratch\ncopy . /\n'], (text) => {
  const parsed = parseDockerfile(text, {args: new Map([['VERSION', '24']])});
  for (const {keyword, text: own} of splitInstructions(text).slice(0, 100))
    if (keyword === 'HEALTHCHECK') cannotFail(['CMD-SHELL', own.replace(/^.*?CMD\s/s, '')]);
  isFromScratch(parsed);
  definedAt({dockerfile: 'Dockerfile', dockerfileText: text, name: 'web'}, []);
  if (!isKnown(parsed)) return false;
  const {instructions} = parsed.value;
  for (const {startLine, endLine, text: own} of instructions)
    if (instructionAt(instructions, startLine)?.text !== own || endLine < startLine)
      throw new FalseAnswer(`line ${startLine} leads to another instruction`);
  return true;
});

const BAKE = `variable "TAG" { default = "1" }
target "a" {
  inherits = ["b", "c"]
  tags = ["x:\${TAG}"]
}
target "b" { dockerfile-inline = <<EOT
FROM scratch
EOT
}
`;
const prints = new URL('../prints/', import.meta.url);

const bakeFile = textTarget(
  [BAKE, readFileSync(new URL('bake.json', prints), 'utf8'), '{"target":{"a":{"inherits":["b"]}}}'],
  (text) => {
    inheritedNames(text);
    return passesAsDefinition(text, 'docker-bake.hcl');
  },
);

const COMPOSE = `name: shop
x-base: &base
  env_file: [.env]
services:
  web:
    <<: *base
    build: .
  b: !reset null
`;
const composeDocument = {
  name: 'shop',
  include: [
    'other.yml',
    {path: ['a.yml', 'b.yml'], project_directory: 'sub', env_file: 'sub/.env'},
  ],
  services: {
    web: {
      build: {context: '.', args: {A: '${A:-b}'}, dockerfile_inline: 'FROM scratch\nCOPY . /\n'},
      extends: {file: 'common.yml', service: 'web'},
      healthcheck: {test: ['CMD', 'true'], interval: '30s'},
      env_file: ['.env', 'more.env'],
    },
    db: {image: 'postgres:17', user: '${UID}:1', label_file: 'x', ports: ['80:80']},
  },
  volumes: {data: null},
};

const composeFile = yamlTarget(
  [composeDocument],
  async (text) => {
    await passesAsDefinition(text, 'compose.yaml');
    return isAnswered(() => {
      const printed = parseCompose(text, 'compose.yaml').print();
      if (parseCompose(printed, 'compose.yaml').print() !== printed)
        throw new FalseAnswer('what is printed for docker is read as something else');
    });
  },
  [COMPOSE],
);

/** What is done with the text of every definition. */
function passesAsDefinition(text: string, file: string): Promise<boolean> {
  namedVariables([text], {A: 'a value of the job', TAG: 'another value'});
  definedAt({name: 'a'}, [{file, text}]);
  return isAnswered(() => {
    refuseWithheld([{file, text}]);
  });
}

export const TEXTS = {
  ...{ignore, excludes, trivyignore, dockerfile},
  ...{'bake-file': bakeFile, 'compose-file': composeFile},
};
