/**
 * The steps of a build as provenance tells them: what each one does, what it takes from the build
 * context and what it is built upon. Pure; the shapes are BuildKit's (solver/pb/ops.proto).
 */
import {defined} from '../defined.ts';
import {z} from 'zod';
import type {StepPlace} from './step-place.ts';
import type {Predicate, Step} from './schema.ts';

/** What a step takes from a context that is a folder. */
export interface ContextUse {
  /** `context`, or the name of a named one. */
  readonly context: string;
  /** As BuildKit has them: `/app/*.txt`, `/` for all of it. */
  readonly pattern: string;
  /** Of `COPY --exclude`. */
  readonly excludes: readonly string[];
}

export interface BuildStep {
  /** `stepN`: in this provenance alone. */
  readonly id: string;
  /** `cacheable work`, or where something comes from. */
  readonly kind: 'work' | 'image' | 'other source';
  /** What it does, the same text for the same work. */
  readonly text: string;
  /** `NAME=value` that the Dockerfile or a build argument gives it; hashed before anybody keeps it. */
  readonly environment: readonly string[];
  /** Of an image: its reference as written, and the digest that it led to. */
  readonly reference?: string;
  readonly digest?: string;
  readonly uses: readonly ContextUse[];
  /** Ids of the steps that it is built upon; folders of the disk are in `uses`. */
  readonly inputs: readonly string[];
  readonly places: readonly StepPlace[];
  /** Its digest in the progress stream. */
  readonly vertex?: string;
}

export interface StepContext {
  /** Where each step stands. */
  readonly places: (id: string) => readonly StepPlace[];
  /** Names of variables that the Dockerfiles or the build arguments set: all others are the base's. */
  readonly declared: ReadonlySet<string>;
  /** Digests that the user wrote. */
  readonly written: ReadonlySet<string>;
}

const sourceSchema = z.object({identifier: z.string()});
const mountSchema = z.looseObject({input: z.int().optional(), selector: z.string().optional()});
const execSchema = z.looseObject({
  meta: z.looseObject({env: z.array(z.string()).optional()}),
  mounts: z.array(mountSchema).optional(),
});
const copySchema = z.looseObject({
  src: z.string(),
  excludePatterns: z.array(z.string()).optional(),
});
const actionSchema = z.looseObject({
  input: z.int().optional(),
  secondaryInput: z.int().optional(),
  Action: z.looseObject({copy: copySchema.optional()}).optional(),
});
const fileSchema = z.looseObject({actions: z.array(actionSchema)});

/** In the order of the provenance: a step comes after what it is built upon. */
export function buildSteps(predicate: Predicate, context: StepContext): readonly BuildStep[] {
  const locals = new Map(
    predicate.steps.flatMap((step) => {
      const name = /^local:\/\/(.+)$/.exec(identifierOf(step) ?? '')?.[1];
      return name === undefined ? [] : [[step.id, name] as const];
    }),
  );
  const vertexes = new Map(Object.entries(predicate.vertexes).map(([digest, id]) => [id, digest]));
  // The last one has no work of its own: it says which output is the image.
  return predicate.steps.slice(0, -1).flatMap((step) => {
    if (locals.has(step.id)) return [];
    const ids = (step.inputs ?? []).map((input) => input.split(':')[0] ?? input);
    const vertex = vertexes.get(step.id);
    return [
      {
        id: step.id,
        ...workOf(step, context),
        uses: ids.flatMap((id, index) => usesOf(step, {index, name: locals.get(id)})),
        inputs: ids.filter((id) => !locals.has(id)),
        places: context.places(step.id),
        ...defined({vertex}),
      },
    ];
  });
}

function identifierOf(step: Step): string | undefined {
  const source = sourceSchema.safeParse(step.op?.Op?.['source']);
  return source.success ? source.data.identifier : undefined;
}

type Work = Pick<BuildStep, 'kind' | 'text' | 'environment' | 'reference' | 'digest'>;

function workOf(step: Step, {declared, written}: StepContext): Work {
  const identifier = identifierOf(step);
  if (identifier !== undefined) return sourceOf(identifier, written);
  const exec = execSchema.safeParse(step.op?.Op?.['exec']);
  if (!exec.success)
    return {kind: 'work', text: JSON.stringify(step.op?.Op ?? {}), environment: []};
  const {env = [], ...meta} = exec.data.meta;
  // A base image brings variables of its own: when they change, it is the base that moved.
  const environment = env.filter((entry) => declared.has(entry.split('=')[0] ?? ''));
  return {kind: 'work', text: JSON.stringify({exec: {...exec.data, meta}}), environment};
}

/** `docker-image://docker.io/library/python:3.11-slim@sha256:...` */
function sourceOf(identifier: string, written: ReadonlySet<string>): Work {
  const image = /^(?:docker-image|oci-layout):\/\/(.+?)(?:@(sha256:[0-9a-f]{64}))?$/.exec(
    identifier,
  );
  if (image === null) return {kind: 'other source', text: identifier, environment: []};
  const [, name = '', digest] = image;
  const isWritten = digest !== undefined && written.has(digest);
  const reference = isWritten ? `${name}@${digest}` : name;
  return {
    kind: 'image',
    text: reference,
    environment: [],
    reference,
    ...defined({digest}),
  };
}

/** What a step takes from its input at `index`, where that is a folder of the disk. */
function usesOf(
  step: Step,
  {index, name}: {readonly index: number; readonly name: string | undefined},
): readonly ContextUse[] {
  if (name === undefined) return [];
  const all = {context: name, pattern: '/', excludes: []};
  const exec = execSchema.safeParse(step.op?.Op?.['exec']);
  if (exec.success)
    return (exec.data.mounts ?? [])
      .filter(({input = 0}) => input === index)
      .map(({selector = '/'}) => ({...all, pattern: selector}));
  const file = fileSchema.safeParse(step.op?.Op?.['file']);
  if (!file.success) return [all];
  return file.data.actions.flatMap(({input, secondaryInput, Action}) => {
    if (input === index) return [all];
    const copy = Action?.copy;
    if (secondaryInput !== index || copy === undefined) return [];
    return [{context: name, pattern: copy.src, excludes: copy.excludePatterns ?? []}];
  });
}
