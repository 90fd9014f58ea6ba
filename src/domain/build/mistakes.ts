/** Mistakes of a definition that BuildKit tells by half: which target it is, where, and what mends it. Pure. */
import {posix} from 'node:path';
import {defined} from '../defined.ts';
import type {Place} from '../../errors.ts';
import {ownProperty} from '../own-property.ts';
import type {Definition} from '../definition.ts';
import type {PlannedImage} from '../planned-image.ts';
import type {SourcePlace} from './facts.ts';
import {lastError, unsentPlace, unsentSentence, type Unsent} from './unsent.ts';

type BuiltImage = Pick<
  PlannedImage,
  | 'target'
  | 'stage'
  | 'contextPath'
  | 'namedContexts'
  | 'dockerfile'
  | 'dockerfilePath'
  | 'dockerfileText'
  | 'definedAt'
>;

export interface Built {
  readonly images: readonly BuiltImage[];
  readonly definition: Pick<Definition, 'kind' | 'folder'>;
  readonly unsent?: Unsent | undefined;
}

interface FailingBuild extends Partial<Built> {
  /** Of buildx, without what it says of steps. */
  readonly words: string;
  readonly excerpt: SourcePlace | undefined;
}

export interface Mistake {
  readonly message: string;
  readonly place?: SourcePlace;
}

export function mistakeIn(failing: FailingBuild): Mistake | undefined {
  const {words, excerpt, images = [], definition, unsent} = failing;
  if (definition === undefined) return undefined;
  const last = lastError(words);
  const target = /^ERROR: target (\S+?): /.exec(last)?.[1];
  const its = images.filter((image) => target === undefined || image.target === target);
  const around = {last, excerpt, images: its, folder: definition.folder, kind: definition.kind};
  if (unsent !== undefined) return notSent(unsent);
  return (
    missingStage(around) ??
    missingContext(around) ??
    missingDockerfile(around) ??
    misspeltFrom(around) ??
    missingSource(around)
  );
}

function notSent(unsent: Unsent): Mistake {
  const place = unsentPlace(unsent);
  return {message: unsentSentence(unsent), ...defined({place})};
}

interface MistakeContext {
  readonly last: string;
  readonly excerpt: SourcePlace | undefined;
  readonly images: readonly BuiltImage[];
  readonly folder: string;
  readonly kind: Definition['kind'];
}

function missingStage({last, images}: MistakeContext): Mistake | undefined {
  const stage = /target stage "([^"]{1,300})" could not be found/.exec(last)?.[1];
  const image = images.find((one) => one.stage === stage);
  if (stage === undefined || image === undefined) return undefined;
  const there = stagesOf(image.dockerfileText ?? '');
  const stages = there.length === 0 ? 'it names none' : `it has ${there.join(', ')}`;
  const file = image.dockerfile ?? 'its Dockerfile';
  return {
    message: `Target ${image.target} builds the stage ${stage}, which ${file} does not have (${stages}): correct one of the two.`,
    ...placeOf(image.definedAt),
  };
}

function stagesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const isNamed = words[0]?.toUpperCase() === 'FROM' && words.at(-2)?.toUpperCase() === 'AS';
    return isNamed ? (words.at(-1) ?? []) : [];
  });
}

/** Before it builds anything, buildx opens all folders. */
function missingContext({last, images, folder}: MistakeContext): Mistake | undefined {
  const main = /unable to prepare context: path "([^"]+)" not found/.exec(last)?.[1];
  const [, name, path] =
    /failed to get build context (\S+): stat (.+): no such file/.exec(last) ?? [];
  const wanted = posix.resolve(folder, main ?? path ?? '');
  if (main === undefined && path === undefined) return undefined;
  const image = images.find((one) =>
    name === undefined
      ? one.contextPath === wanted
      : ownProperty(one.namedContexts, name) === wanted,
  );
  if (image === undefined) return undefined;
  const what = name === undefined ? 'context' : `named context ${name}`;
  return {
    message: `The ${what} of target ${image.target} is not there: there is no folder ${main ?? path ?? ''}. Correct its path; it starts from the folder of the definition.`,
    ...placeOf(image.definedAt),
  };
}

function missingDockerfile({last, images}: MistakeContext): Mistake | undefined {
  const file = /failed to read dockerfile: open (.+): no such file/.exec(last)?.[1];
  if (file === undefined) return undefined;
  const image = images.find(
    (one) =>
      one.dockerfileText === undefined &&
      posix.basename(one.dockerfilePath ?? '') === posix.basename(file),
  );
  if (image === undefined) return undefined;
  return {
    message: `The Dockerfile of target ${image.target} is not there: ${image.dockerfile ?? file}. Correct its path; it starts from the target’s context.`,
    ...placeOf(image.definedAt),
  };
}

const UNRESOLVED =
  /(?:^|: )([^\s:]{1,200}): failed to resolve source metadata for \S+ .*\(did you mean (\S{1,200})\?\)/;

/** What BuildKit has a suggestion for is a stage's name, and not an image's. */
function misspeltFrom({last, excerpt}: MistakeContext): Mistake | undefined {
  const [, name, meant] = UNRESOLVED.exec(last) ?? [];
  if (name === undefined || meant === undefined || excerpt === undefined) return undefined;
  return {
    message: `There is neither a stage nor an image ${name}, which ${excerpt.file}:${excerpt.startLine} names; did you mean ${meant}?`,
  };
}

/** What a COPY or ADD wants is not in the context: which one was sent is half of the answer. */
function missingSource({last, excerpt, images, kind}: MistakeContext): Mistake | undefined {
  const path = /failed to calculate checksum of ref \S+: "([^"]+)": not found/.exec(last)?.[1];
  if (path === undefined || excerpt === undefined) return undefined;
  const [image] = images.filter(({dockerfile}) => dockerfile === excerpt.file);
  const context = image === undefined ? undefined : folderOf(image);
  if (image === undefined || context === undefined) return undefined;
  const why =
    kind === 'dockerfile'
      ? `the Dockerfile’s own folder. If it wants another one, the input set names it, from workdir on (${image.target}.context=.)`
      : 'as the definition says it';
  return {
    message: `${excerpt.file}:${excerpt.startLine} copies ${path}, which is not in the context, or left out of it by .dockerignore. The context is ${context}, ${why}.`,
  };
}

/** As the reader knows it: what leads to the Dockerfile leads to the repository too. */
function folderOf({contextPath, dockerfile, dockerfilePath}: BuiltImage): string | undefined {
  if (contextPath === undefined || dockerfile === undefined || dockerfilePath === undefined)
    return undefined;
  const root = dockerfilePath.slice(0, dockerfilePath.length - dockerfile.length);
  return posix.relative(root, contextPath) || 'the repository’s root';
}

function placeOf(place: Place | undefined): {place?: SourcePlace} {
  if (place?.startLine === undefined) return {};
  const {file, startLine, endLine = startLine} = place;
  return {place: {file, startLine, endLine}};
}
