/** Why a bake failed, in one sentence with what to do. Pure. */
import {dirname} from 'node:path';
import {basename} from 'node:path/posix';
import {defined} from '../defined.ts';
import {truncate} from '../text/truncate.ts';
import {withoutEscapes} from '../text/plain-text.ts';
import type {BuildFailure, SourcePlace} from './facts.ts';
import {denialIn} from './build-policy.ts';
import {type Denial} from './denial.ts';
import type {Step} from './progress.ts';
import {mistakeIn, type Built} from './mistakes.ts';
import {classifyStepEnd, ownWords} from './step-end.ts';

interface Said {
  /** ` at FILE:LINE`, or nothing. */
  readonly at: string;
  /** The variable that names the engine. */
  readonly chosenBy: string | undefined;
}

interface Known {
  readonly pattern: RegExp;
  readonly says: (match: RegExpExecArray, said: Said) => string;
}

/** The first that matches wins. */
const KNOWN: readonly Known[] = [
  {
    pattern: /no space left on device/i,
    says: () =>
      'The disk is full: no space left on device. Free some (docker system prune, docker buildx prune), or use a larger runner.',
  },
  {
    pattern:
      /permission denied while trying to connect to the docker|dial unix \S+: connect: permission denied/i,
    says: () =>
      'This user may not talk to the container engine: permission denied on docker’s socket. Add the user to the group docker (sudo usermod -aG docker USER, then log in again; on a self-hosted runner start its service again), or use a rootless engine and set DOCKER_HOST to its socket.',
  },
  {
    pattern:
      /cannot connect to the docker daemon at (\S{1,300}?)\.? |is the docker daemon running|dial unix \S+: connect/i,
    says: (_, {chosenBy}) =>
      `The container engine${chosenBy === undefined ? '' : ` that ${chosenBy} names`} is not running: docker cannot connect to its daemon. Start it, or set ${chosenBy ?? 'DOCKER_HOST'} to the one to use.`,
  },
  {
    // Buildx looks for a builder of the context's name.
    pattern: /^ERROR: no builder "" found$/m,
    says: (_, {chosenBy}) =>
      chosenBy === 'DOCKER_CONTEXT'
        ? 'There is no context of the name that DOCKER_CONTEXT has. docker context ls lists those that are there.'
        : 'The builder that docker’s configuration names is not there. docker buildx ls lists those that are; docker buildx use NAME chooses one.',
  },
  {
    pattern:
      /failed to receive status: rpc error: code = Unavailable|error reading from server: EOF/i,
    says: () =>
      'The engine, or the builder in it, ended during the build: its connection broke off. Look at its log (a lack of memory does that), start it, and run again.',
  },
  {
    pattern:
      /(OCI exporter|Attestations?|Cache export|Multi-platform build|docker exporter)[^.\n]{0,200} (is|are) not supported for the docker driver/i,
    says: (match) =>
      `This engine cannot export what is needed ("${match[1] ?? 'OCI exporter'} is not supported for the docker driver"). There are two ways out: make a builder that can (docker buildx create --use --driver docker-container), or switch on the engine's containerd image store ("features": {"containerd-snapshotter": true} in its daemon.json).`,
  },
  {
    pattern: /exec format error|no match for platform in manifest/i,
    says: (match) => noEmulator(match[0]),
  },
  {
    pattern: /additional privileges requested|entitlement \S+ is not allowed|--allow=?\s?fs\.\S+/i,
    says: () =>
      'The definition asks for more than its working directory gives. Name what it needs with the input allow (fs.read=PATH, network.host, ssh).',
  },
  {
    pattern:
      /failed to resolve source metadata for (\S{1,300}?):? .{0,500}?(not found|denied|unauthorized|no such host)/i,
    says: (match, {at}) =>
      `The base image ${match[1] ?? ''} cannot be had${at} (${match[2] ?? ''}): check its name and tag, and docker login for a private registry.`,
  },
];

export interface FailedBake {
  readonly stderr: string;
  readonly steps: readonly Step[];
  /** How it ended when it was not an exit status: `the run was stopped`. */
  readonly ending?: string;
  /** Dockerfiles by target, relative to the repository. */
  readonly dockerfiles: ReadonlyMap<string, string>;
  /** Some image is for another processor than this machine's: its programs need an emulator. */
  readonly isForeign?: boolean;
  /** Absolute: where the images are written. */
  readonly folder?: string;
  /** The variable of the user's that names the engine. */
  readonly chosenBy?: string | undefined;
  readonly built?: Built;
}

export function describeFailure(bake: FailedBake): BuildFailure {
  const words = withoutEscapes(bake.stderr)
    .split('\n')
    .filter((line) => !line.startsWith('{'))
    .join('\n');
  const denied = bake.ending === undefined ? denialIn(words) : undefined;
  if (denied !== undefined) return {message: deniedSentence(denied), denied, output: []};
  const step = firstFailed(bake.steps);
  const isAbout = step?.error === undefined || words.includes(step.error);
  const excerpt = isAbout ? placeIn(words, bake) : undefined;
  const mistake =
    classifyStepEnd(step?.error) === 'process'
      ? undefined
      : mistakeIn({words, excerpt, ...bake.built});
  const place = excerpt ?? mistake?.place;
  const name = step === undefined ? undefined : [...step.names].at(-1);
  const {chosenBy} = bake;
  const told = mistake?.message ?? sentence(isAbout ? words : '', {step, place, chosenBy});
  return {
    message:
      bake.ending === undefined
        ? (foreignSentence(bake, step) ?? fullFolder(bake, step) ?? told)
        : `The build did not finish: ${bake.ending}.`,
    ...defined({step: name, place}),
    output: step?.output ?? [],
  };
}

/** The words of the policy are the cause, and not the line that named the source. */
function deniedSentence({source, messages}: Denial): string {
  const why = messages.length === 0 ? '' : `: ${messages.join('; ').replace(/\.$/, '')}`;
  return `A build policy does not allow ${source}${why}.`;
}

const NO_EMULATOR = 'exec format error';

/** The runtime says it in place of the program, and so as the step's only words. */
function foreignSentence({isForeign}: FailedBake, step: Step | undefined): string | undefined {
  const [line = '', ...others] = step?.output ?? [];
  const isRuntime = others.length === 0 && line.startsWith('exec ') && line.endsWith(NO_EMULATOR);
  if (isForeign !== true || classifyStepEnd(step?.error) !== 'process' || !isRuntime)
    return undefined;
  return noEmulator(NO_EMULATOR);
}

/** The disk of the engine, or of the builder in it, is another one, and BuildKit names what it wrote. */
function fullFolder({folder}: FailedBake, step: Step | undefined): string | undefined {
  const {error = ''} = step ?? {};
  const isOurs = folder !== undefined && error.includes(`write ${folder}/`);
  if (
    !isOurs ||
    classifyStepEnd(error) !== 'engine' ||
    !error.trimEnd().endsWith('no space left on device')
  )
    return undefined;
  return `The disk is full where the images are written (${dirname(folder)}): no space left on device. Free some, or set TMPDIR (RUNNER_TEMP on a runner) to a larger one.`;
}

function noEmulator(words: string): string {
  return `A platform cannot be built here (${words}): the machine has no emulator for it, or the base image is not made for it. Set one up (docker run --privileged tonistiigi/binfmt --install all), or leave the platform out.`;
}

/** What was ended because of it comes later. */
function firstFailed(steps: readonly Step[]): Step | undefined {
  const failed = steps.filter(({error}) => ['process', 'engine'].includes(classifyStepEnd(error)));
  const end = ({interval}: Step): number => interval?.end ?? Number.POSITIVE_INFINITY;
  return failed.reduce<Step | undefined>(
    (first, one) => (first === undefined || end(one) < end(first) ? one : first),
    undefined,
  );
}

/** BuildKit's own words, no line of a Dockerfile and nothing that a step said or was called with. */
function engineWords(words: string, step: Step | undefined): string {
  const lines = words.split('\n').filter((line) => !/^\s*\d+ \|/.test(line));
  return ownWords([...lines, step?.error].join('\n'));
}

interface FailureContext {
  readonly step: Step | undefined;
  readonly place: SourcePlace | undefined;
  readonly chosenBy: string | undefined;
}

function sentence(words: string, {step, place, chosenBy}: FailureContext): string {
  // What a program of the build says is no word on the engine.
  const known = classifyStepEnd(step?.error) === 'process' ? [] : KNOWN;
  const text = engineWords(words, step);
  const at = place === undefined ? '' : ` at ${place.file}:${place.startLine}`;
  for (const {pattern, says} of known) {
    const match = pattern.exec(text);
    if (match !== null) return says(match, {at, chosenBy});
  }
  return `The build failed${at}: ${reason(words, step)}.`;
}

/** `ERROR: target web: failed to solve: process "..." did not complete successfully: exit code: 3`. */
function reason(words: string, step: Step | undefined): string {
  const last = words
    .split('\n')
    .filter((line) => line.startsWith('ERROR:'))
    .at(-1);
  const text =
    last?.replace(/^ERROR: (target \S+: )?(failed to solve: )?/, '') ??
    step?.error ??
    'buildx gave no reason';
  return truncate(text.replace(/\.$/, ''), 500);
}

const HEAD = /^(\S+):(\d+)$/;

/** buildx prints the place as `BASENAME:LINE`, a rule, and the lines with `>>>` before the failing ones. */
function placeIn(
  words: string,
  {dockerfiles}: Pick<FailedBake, 'dockerfiles'>,
): SourcePlace | undefined {
  const lines = words.split('\n');
  const start = lines.findIndex(
    (line, index) => /^-{5,}$/.test(line) && HEAD.test(lines[index - 1] ?? ''),
  );
  const [, file = '', number] = HEAD.exec(lines[start - 1] ?? '') ?? [];
  const excerpt = lines.slice(start + 1);
  const end = excerpt.findIndex((line) => line.startsWith('-----'));
  if (number === undefined || end < 0) return undefined;
  const marked = excerpt
    .slice(0, end)
    .flatMap((text) => /^\s*(\d+) \| >>>/.exec(text)?.[1] ?? [])
    .map(Number);
  const line = Number(number);
  const target = /^ERROR: target (\S+?): /m.exec(words)?.[1];
  // Without a target's name it is one of those that are called so.
  const named = [...new Set(dockerfiles.values())].filter((path) => basename(path) === file);
  const [only] = dockerfiles.size === 1 ? dockerfiles.values() : named.length === 1 ? named : [];
  return {
    file: (target === undefined ? only : dockerfiles.get(target)) ?? file,
    startLine: marked[0] ?? line,
    endLine: marked.at(-1) ?? line,
  };
}
