/** One effective policy out of defaults, file, inline policy and inputs: architecture.md section 8. */
import {defined} from '../defined.ts';
import {UserError} from '../../errors.ts';
import {MIRRORS, type Mirror, type PolicyInputs} from './mirrored-inputs.ts';
import {errorAt, locationText} from './document.ts';
import {predicate} from './check-schema.ts';
import type {PolicyDocument} from './parse.ts';
import type {Policy, RuleSettings, Waiver} from './policy.ts';
import type {RuleOptions} from './rule.ts';
import {RULES, mapRules} from './rules/index.ts';
import {formatList, nearestFirst, formatValue} from './format.ts';

/** What one source says; absent keys say nothing. */
type Settings = Readonly<Partial<Record<string, Readonly<Record<string, unknown>> | undefined>>>;

interface Source {
  readonly rules: Settings;
  readonly images: ReadonlyMap<string, Settings>;
}

export interface Sources {
  /** From the least to the most important one: file, inline policy. */
  readonly documents: readonly PolicyDocument[];
  readonly mirrors: PolicyInputs;
  readonly images: readonly string[];
  /** The run was asked for some of the images only: a name may belong to another one. */
  readonly partial: boolean;
}

export interface Merged {
  readonly rules: RuleSettings;
  readonly images: Policy['images'];
  readonly waivers: readonly Waiver[];
  /** Sentences: names of images that this run does not have. */
  readonly notices: readonly string[];
}

/**
 * An input wins over the inline policy, that over the file, that over the default; within one
 * source, what is said for an image wins over what is said for all.
 * @throws {UserError} for an unknown image, and for an input with a value that its rule does not know
 */
export function mergePolicy(sources: Sources): Merged {
  const strangers = sources.documents.flatMap((document) =>
    unknownImages(document, sources.images),
  );
  const first = strangers[0];
  if (first !== undefined && !sources.partial)
    throw errorAt({...first, sentence: `${unknownImage(first.image, sources.images)}.`});
  const {input, notices} = inputSource(sources);
  const layers = [...sources.documents.map(documentSource), input];
  const named = new Set(layers.flatMap((layer) => [...layer.images.keys()]));
  return {
    rules: settingsOf(layers, undefined),
    images: new Map(
      sources.images
        .filter((image) => named.has(image))
        .map((image) => [image, settingsOf(layers, image)]),
    ),
    waivers: sources.documents.flatMap(waiversOf),
    notices: [
      ...strangers.map(
        ({file, line, image}) => `${locationText(file, line)}: ${notInThisRun(image)}`,
      ),
      ...notices,
    ],
  };
}

function settingsOf(layers: readonly Source[], image: string | undefined): RuleSettings {
  const layered = layers.flatMap((layer) => [
    layer.rules,
    image === undefined ? {} : (layer.images.get(image) ?? {}),
  ]);
  return mapRules((id) =>
    layered.reduce<RuleOptions>(
      (options, settings) => ({...options, ...settings[id]}),
      RULES[id].default,
    ),
  );
}

function documentSource({policy}: PolicyDocument): Source {
  return {
    rules: policy.rules ?? {},
    images: new Map(
      Object.entries(policy.images ?? {}).map(([image, {rules}]) => [image, rules ?? {}]),
    ),
  };
}

function waiversOf({policy, source}: PolicyDocument): readonly Waiver[] {
  return (policy.waivers ?? []).map((waiver, at) => ({
    rule: waiver.rule,
    ...defined({
      image: waiver.image,
      id: waiver.id,
      package: waiver.package,
      path: waiver.path,
      unjudged: waiver.unjudged,
    }),
    reason: waiver.reason,
    expires: waiver.expires,
    source: {file: source.file, line: source.lineOf(['waivers', at])},
  }));
}

/** An image that is named and not in this run. */
interface Stranger {
  readonly image: string;
  readonly file: string;
  readonly line: number;
}

function unknownImages(
  {policy, source}: PolicyDocument,
  known: readonly string[],
): readonly Stranger[] {
  const there = new Set(known);
  const named = [
    ...Object.keys(policy.images ?? {}).map((image) => ({image, path: ['images', image]})),
    ...(policy.waivers ?? []).flatMap(({image}, at) =>
      image === undefined ? [] : [{image, path: ['waivers', at, 'image']}],
    ),
  ];
  return named
    .filter(({image}) => !there.has(image))
    .map(({image, path}) => ({image, file: source.file, line: source.lineOf(path)}));
}

function unknownImage(image: string, known: readonly string[]): string {
  return `there is no image ${formatValue(image)} in this run: use ${formatList(nearestFirst(known, image))}`;
}

function notInThisRun(image: string): string {
  return `there is no image ${formatValue(image)} in this run, so what is said of it is not used.`;
}

function inputSource({mirrors, images, partial}: Sources): {
  readonly input: Source;
  readonly notices: readonly string[];
} {
  const rules: Record<string, Record<string, unknown>> = {};
  const perImage = new Map<string, Record<string, Record<string, unknown>>>();
  const notices: string[] = [];
  for (const mirror of MIRRORS) {
    const {all, images: byImage} = mirrors[mirror.input] ?? {};
    if (all !== undefined) rules[mirror.rule] = parsed(mirror, all);
    for (const [image, value] of byImage ?? []) {
      if (!images.includes(image)) {
        const input = `Input ${formatValue(mirror.input)}`;
        if (!partial) throw new UserError(`${input}: ${unknownImage(image, images)}.`);
        notices.push(`${input}: ${notInThisRun(image)}`);
      }
      perImage.set(image, {...perImage.get(image), [mirror.rule]: parsed(mirror, value)});
    }
  }
  return {input: {rules, images: perImage}, notices};
}

function parsed(mirror: Mirror, value: string): Record<string, unknown> {
  const result = RULES[mirror.rule].options
    .partial()
    .safeParse({[mirror.option]: value}, {error: predicate});
  if (result.success) return result.data;
  throw new UserError(
    `Input ${formatValue(mirror.input)} ${result.error.issues[0]?.message ?? ''}.`,
  );
}
