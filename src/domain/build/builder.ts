/** A builder as `docker buildx --debug inspect` tells of it, and the one that is made where none will do. Pure. */
import {withoutTrailing} from '../text/truncate.ts';
import type {BuilderFacts} from './facts.ts';

export interface InspectedBuilder {
  readonly facts: BuilderFacts;
  /** What it says that it can do, by buildx's own names; empty where it does not say. */
  readonly features: ReadonlyMap<string, boolean>;
  /** False only where none of its nodes runs, and it says so. */
  readonly isRunning: boolean;
}

/** Undefined for what is no such text. */
export function parseInspection(text: string): InspectedBuilder | undefined {
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(text)?.[1]?.trim();
  const name = field('Name');
  const driver = field('Driver');
  if (name === undefined || driver === undefined) return undefined;
  const buildkit = field('BuildKit version');
  // Some distributions build it without its version.
  const isVersion = buildkit !== undefined && !buildkit.startsWith('v0.0.0');
  const features = [...text.matchAll(/^ (\S[^:\n]*):[ \t]+(true|false)$/gm)].map(
    ([, feature = '', value]) => [feature, value === 'true'] as const,
  );
  return {
    facts: {name, driver, ...(isVersion ? {buildkit} : {})},
    features: new Map(features),
    isRunning: !(
      /^Status:[ \t]+(inactive|stopped)$/m.test(text) && !/^Status:[ \t]+running$/m.test(text)
    ),
  };
}

/** False only where it says so: an older buildx does not tell, and the build itself will. */
export function canExport({features}: InspectedBuilder): boolean {
  return features.get('OCI exporter') !== false;
}

export function canCache({features}: InspectedBuilder): boolean {
  return features.get('Cache export') !== false;
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;

export interface MadeBuilder {
  /** Options of `docker buildx create`. */
  readonly options: readonly string[];
  /** Its buildkitd.toml; undefined: none is needed. */
  readonly config?: string;
}

/**
 * A container builder that asks the same registries as the engine.
 * @param mirrors of Docker Hub, as the engine has them: `http://127.0.0.1:5000`
 */
export function containerBuilder(image: string, mirrors: readonly string[]): MadeBuilder {
  const hosts = mirrors.map((mirror) => ({
    host: withoutTrailing(mirror.replace(/^https?:\/\//, ''), '/'),
    isPlain: mirror.startsWith('http://'),
  }));
  // What the engine reaches on its own machine, a container reaches by the machine's network alone.
  const isLocal = hosts.some(({host}) => LOOPBACK.test(host));
  const config = [
    ...(hosts.length === 0
      ? []
      : ['[registry."docker.io"]', `  mirrors = ${JSON.stringify(hosts.map(({host}) => host))}`]),
    ...hosts
      .filter(({isPlain}) => isPlain)
      .flatMap(({host}) => [`[registry.${JSON.stringify(host)}]`, '  http = true']),
  ];
  return {
    options: [`image=${image}`, ...(isLocal ? ['network=host'] : [])],
    ...(config.length === 0 ? {} : {config: `${config.join('\n')}\n`}),
  };
}

/** BuildKit 0.31.0: facts.md, "Pinned". */
export const BUILDKIT_IMAGE =
  'moby/buildkit:v0.31.0@sha256:a095b3d11ce1a9a05b6064ef515dfca0291ec5bcf2ea8178da8f6461924294e1';

/** True for what a registry says when somebody pulls too often, or is out of order for a while. */
export function isTransientRegistryError(words: string): boolean {
  return /toomanyrequests|too many requests|\b429\b|\b50[234]\b|timeout|connection reset|EOF/i.test(
    words,
  );
}
