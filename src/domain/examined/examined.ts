import type {SentPaths} from '../provenance/sent-paths.ts';
import type {
  AttributedFinding,
  AttributedSecret,
  ScanFacts,
  SecretFacts,
} from '../findings/facts.ts';
import type {AttributedLayer, ImageFacts} from '../image/facts.ts';
import type {Line} from '../provenance/lines.ts';
import type {BuildStep} from '../provenance/steps.ts';
import type {DockerfileFacts} from '../dockerfile/dockerfile.ts';
import {known, mapKnown, unable, type Known} from '../known.ts';
import {toFileName, type ImageId} from '../image-id.ts';
import type {Share} from '../image/contents.ts';
import type {ProgramCount} from '../image/system-programs.ts';
import type {PlannedImage} from '../planned-image.ts';

/** A bigger thing that lies beside report.json, as `attachmentName` calls it. */
export type Attachment = {readonly image: ImageId} & (
  | {readonly kind: 'trivy' | 'sbom' | 'layers'; readonly text: string}
  | {readonly kind: 'files'; readonly gzip: Uint8Array}
);

const ENDINGS = {
  trivy: 'trivy.json',
  sbom: 'sbom.json',
  layers: 'layers.json',
  files: 'files.jsonl.gz',
} as const;

/** Documented in the README, and stable. */
export function attachmentName(image: ImageId, kind: Attachment['kind']): string {
  return `${toFileName(image)}.${ENDINGS[kind]}`;
}

/** What the scanner gave for one image. */
export interface Scanned {
  readonly facts: Known<ScanFacts>;
  readonly attachments: readonly Attachment[];
  /** What was found where there was no database to judge packages by: secrets need none. */
  readonly secretsAlone?: readonly SecretFacts[];
  /** Sentences for the report. */
  readonly notices: readonly string[];
  /** The version that the scanner names in its report. */
  readonly scanner?: string;
  /** An earlier run asked the same, and this is what was answered then. */
  readonly isRepeated?: boolean;
}

/** @param reason one sentence: why nothing is known of what is in it */
export function notScanned(reason: string): Scanned {
  return {facts: unable(reason), attachments: [], notices: []};
}

/** The scanner's secrets are known also where its database is not. */
export function scannedSecrets({
  facts,
  secretsAlone,
}: Pick<Scanned, 'facts' | 'secretsAlone'>): Known<readonly SecretFacts[]> {
  return secretsAlone === undefined ? mapKnown(facts, ({secrets}) => secrets) : known(secretsAlone);
}

/** One image as far as the run got with it. */
export interface Examined {
  readonly image: PlannedImage;
  /** `unable`: not built, or not readable (`state` tells which). */
  readonly state: 'built' | 'not-built' | 'unreadable';
  readonly facts: Known<ImageFacts>;
  readonly scanned: Scanned;
  /** Programs that no package brought, most bytes first. */
  readonly unowned: readonly Share[];
  /** Of the system's own folders, by layer; absent: no list tells whose files are. */
  readonly systemPrograms?: readonly ProgramCount[];
}

export type AttributedStep = BuildStep & Partial<Line>;

/** The same with lines and doers (stage attribute). */
export interface AttributedImage extends Examined {
  readonly dockerfile: Known<DockerfileFacts>;
  readonly layers: readonly AttributedLayer[];
  /** Everything that was done for it, with its lines. */
  readonly steps: Known<readonly AttributedStep[]>;
  readonly findings: readonly AttributedFinding[];
  readonly secrets: readonly AttributedSecret[];
  /** What of its contexts the build asks for; absent: it is not known. */
  readonly sentPaths?: SentPaths;
  /** Sentences: why places are not known. */
  readonly placesUnknown?: string;
}
