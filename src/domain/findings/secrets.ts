/** Secrets of Trivy's report: where they are, and their values, so that they can be masked everywhere. */
import type {SecretFacts} from './facts.ts';
import {secretKey} from './identity.ts';
import {given, optional} from './packages.ts';
import type {TrivyReport, TrivySecret} from './trivy-schema.ts';
import {parseSeverity} from './vulnerabilities.ts';

export interface FoundSecrets {
  readonly secrets: readonly SecretFacts[];
  /** What matched, as far as the config or the Dockerfile's text shows it: to be masked, never kept. */
  readonly values: readonly string[];
}

/** A secret and the text that it was found to be. */
interface Sighting {
  readonly secret: SecretFacts;
  readonly values: readonly string[];
  /** Tells it from others of its rule in the same place. */
  readonly mark: string;
}

/**
 * Trivy writes asterisks for what matched. The value is found again where the same line is at hand:
 * in the image's config for the environment and the history, in the Dockerfile for a heredoc.
 */
export function toSecretFacts(
  report: TrivyReport,
  dockerfileText: string | undefined,
): FoundSecrets {
  const config = configLines(report.Metadata?.ImageConfig);
  const dockerfile = (dockerfileText ?? '').split(/\r?\n/);
  const sightings = (report.Results ?? []).flatMap(({Target, Secrets}) =>
    (Secrets ?? []).map((found) =>
      // What is in the config has the artifact itself as its place.
      Target === report.ArtifactName
        ? inConfig(found, config)
        : {
            secret: inFile(found, Target),
            values: reveal(found.Match, dockerfile),
            mark: `${found.StartLine ?? ''} ${found.Offset ?? ''}`,
          },
    ),
  );
  const places = Map.groupBy(withoutEchoes(sightings), ({secret}) => placeOf(secret));
  return {
    secrets: [...places].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, all]) => numbered(all)),
    values: [...new Set(sightings.flatMap(({values}) => values))],
  };
}

function placeOf(secret: SecretFacts): string {
  return `${secretKey(secret)} ${secret.diffId ?? ''}`;
}

/**
 * All of one rule and one place, which only their order tells apart. A build argument stands in the
 * history of every later step: what has the same value there is one secret.
 */
function numbered(sightings: readonly Sighting[]): readonly SecretFacts[] {
  const different = Map.groupBy(sightings, ({mark}) => mark);
  return [...different.values()]
    .flatMap(([first]) => (first === undefined ? [] : [first.secret]))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map((secret, index) => (index === 0 ? secret : {...secret, nth: index + 1}));
}

/** An instruction that sets a variable is in the history too: said once, as the environment. */
function withoutEchoes(sightings: readonly Sighting[]): readonly Sighting[] {
  const environment = sightings
    .filter(({secret}) => secret.where === 'environment')
    .flatMap(({values}) => values);
  const known = new Set(environment);
  return sightings.filter(
    ({secret, values}) =>
      secret.where !== 'history' ||
      values.length === 0 ||
      !values.every((value) => known.has(value)),
  );
}

function inFile(found: TrivySecret, target: string): SecretFacts {
  return {
    ...saidOf(found),
    where: 'file',
    path: target.replace(/^\/+/, ''),
    ...(found.StartLine === undefined || found.StartLine === null || found.StartLine < 1
      ? {}
      : {line: found.StartLine}),
    ...optional('diffId', found.Layer?.DiffID),
  };
}

function inConfig(found: TrivySecret, config: readonly string[]): Sighting {
  const line = config[(found.StartLine ?? 0) - 1] ?? '';
  const exact = reveal(found.Match, [`  ${line}`]).map(unescape);
  const values = exact.length > 0 ? exact : [wholeOf(line)];
  const told = {values, mark: JSON.stringify(values)};
  if (line.startsWith('"created_by": "'))
    return {secret: {...saidOf(found), where: 'history'}, ...told};
  const variable = /^"([A-Za-z_]\w*)=/.exec(line)?.[1];
  if (variable === undefined) return {secret: {...saidOf(found), where: 'config'}, ...told};
  return {secret: {...saidOf(found), where: 'environment', variable}, ...told};
}

function saidOf(found: TrivySecret): Pick<SecretFacts, 'rule' | 'title' | 'severity'> {
  return {
    rule: found.RuleID,
    title: given(found.Title) ?? found.RuleID,
    severity: parseSeverity(found.Severity),
  };
}

/** The lines that Trivy counted: Go's `json.MarshalIndent(config, "  ", "")`, without the prefix. */
function configLines(config: unknown): readonly string[] {
  // `undefined` for a report without a config.
  const text: unknown = JSON.stringify(config, null, 1);
  if (typeof text !== 'string') return [];
  return text.split('\n').map((line) => line.trim().replace(/[<>&\u2028\u2029]/g, goEscape));
}

function goEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Trivy shows a hundred characters of a line at most. */
const LONGEST_MATCH = 500;

/** `token = "****"` and `token = "abcd"` -> `abcd`: asterisks stand for as many characters. */
function reveal(match: string | null | undefined, lines: readonly string[]): readonly string[] {
  if (match === null || match === undefined || !match.includes('****')) return [];
  if (match.length > LONGEST_MATCH) return [];
  const pieces = match.match(/\*{4,}|[^*]+|\*/g) ?? [];
  const literal = pieces.reduce(
    (long, piece) => (piece.startsWith('*') || piece.length < long.length ? long : piece),
    '',
  );
  const pattern = new RegExp(
    pieces
      .map((piece) =>
        piece.startsWith('****') ? `(.{${piece.length}})` : piece.replace(/[^\w ]/g, '\\$&'),
      )
      .join(''),
  );
  return lines
    .filter((line) => line.includes(literal))
    .flatMap((line) => pattern.exec(line)?.slice(1) ?? [])
    .filter((value) => !/^\*+$/.test(value));
}

/** A piece of a JSON string -> what it says. */
function unescape(piece: string): string {
  try {
    const text: unknown = JSON.parse(`"${piece}"`);
    return typeof text === 'string' ? text : piece;
  } catch {
    return piece;
  }
}

/** What a line of the config says in all, or behind a variable's name. */
function wholeOf(line: string): string {
  const text = /^(?:"[^"]*": )?"(.*)",?$/.exec(line)?.[1] ?? '';
  return unescape(text).replace(/^[A-Za-z_]\w*=/, '');
}
