/** What looks like a definition and is not built: said once, short, and with how to choose it. Pure. */
import {posix} from 'node:path';
import {ownProperty} from '../own-property.ts';

const DOCKERFILE_NAME = /^(Dockerfile|Containerfile)([.\-_].+)?$|\.(Dockerfile|Containerfile)$/i;
const COMPOSE_NAME = /^(docker-)?compose([.\-_].+)?\.ya?ml$/i;
const BAKE_NAME = /^docker-bake([.\-_].+)?\.(hcl|json)$/i;
/** What lies beside a Dockerfile, tells of one, or makes one. */
const NO_DOCKERFILE =
  /\.(dockerignore|rego|md|rst|html|j2|jinja2?|tmpl|tpl|template|erb|mustache|in)$/i;
const MOST_NAMED = 10;

export function isDockerfileName(name: string): boolean {
  return DOCKERFILE_NAME.test(name);
}

export function looksLikeDefinition(path: string): boolean {
  const name = posix.basename(path);
  const isDockerfile = isDockerfileName(name) && !NO_DOCKERFILE.test(name);
  return isDockerfile || COMPOSE_NAME.test(name) || BAKE_NAME.test(name);
}

/** `a, b and 3 more`: the nearest to the root first. */
export function renderSomePaths(paths: readonly string[]): string {
  const depth = (path: string): number => path.split('/').length;
  const sorted = paths.toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  const more = sorted.length > MOST_NAMED ? ` and ${sorted.length - MOST_NAMED} more` : '';
  return `${sorted.slice(0, MOST_NAMED).join(', ')}${more}`;
}

export interface Left {
  /** Of what is built: `compose file`; absent: Dockerfiles. */
  readonly first?: string;
  /** Relative to the folder that was looked at. */
  readonly paths: readonly string[];
  /** Files that the variable COMPOSE_FILE names, and who sets it. */
  readonly named?: ComposeFiles | undefined;
}

export interface ComposeFiles {
  readonly by: string;
  readonly paths: readonly string[];
}

export function leftOutSentences({first, paths, named}: Left): readonly string[] {
  const begin =
    first === undefined ? 'Not built by itself' : `Passed over, because a ${first} comes first`;
  return [
    ...(paths.length === 0
      ? []
      : [`${begin}: ${renderSomePaths(paths)}. The input files names what else to build.`]),
    ...(named === undefined
      ? []
      : [
          `COMPOSE_FILE in ${named.by} names ${named.paths.join(', ')}: docker compose builds that, and bake, as here, does not look at it. The input files builds it.`,
        ]),
  ];
}

/**
 * What compose reads where the variable names it (`compose/cli/options.go`): the environment comes before
 * `.env`, and an empty value is none.
 */
export function parseComposeFiles(
  environment: Readonly<Record<string, string | undefined>>,
  dotenv: Readonly<Record<string, string | undefined>>,
): ComposeFiles | undefined {
  const set = (name: string): string | undefined =>
    ownProperty(environment, name) ?? ownProperty(dotenv, name);
  const value = set('COMPOSE_FILE') ?? '';
  const separator = set('COMPOSE_PATH_SEPARATOR') ?? '';
  const paths = value.split(separator === '' ? ':' : separator).map((path) => path.trim());
  const named = paths.filter((path) => path !== '').map((path) => posix.normalize(path));
  if (named.length === 0) return undefined;
  return {by: environment['COMPOSE_FILE'] === undefined ? '.env' : 'the environment', paths: named};
}
