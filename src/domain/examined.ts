import type {AttributedFinding, AttributedSecret, ScanFacts} from './findings/facts.ts';
import type {AttributedLayer, ImageFacts} from './image/facts.ts';
import type {DockerfileFacts} from './image/dockerfile.ts';
import type {Known} from './known.ts';
import type {PlannedImage} from './plan.ts';

/** A folder that holds one image as an OCI layout with exactly one manifest; no `@` or `:` in its path. */
export interface Layout {
  readonly image: PlannedImage;
  readonly path: string;
}

/** A bigger thing that lies beside report.json. */
export interface Attachment {
  readonly image: string;
  /** File name is `<fileNameOf(image)>.<kind>.json`. */
  readonly kind: 'trivy' | 'sbom' | 'layers';
  readonly text: string;
}

/** What the scanner gave for one image. */
export interface Scanned {
  readonly facts: Known<ScanFacts>;
  readonly attachments: readonly Attachment[];
  /** Sentences for the report. */
  readonly notices: readonly string[];
}

/** One image as far as the run got with it. */
export interface Examined {
  readonly image: PlannedImage;
  /** `unable`: not built, or not readable (`state` tells which). */
  readonly state: 'built' | 'not-built' | 'unreadable';
  readonly facts: Known<ImageFacts>;
  readonly scanned: Scanned;
}

/** The same with lines and doers (stage attribute). */
export interface AttributedImage extends Examined {
  readonly dockerfile: Known<DockerfileFacts>;
  readonly layers: readonly AttributedLayer[];
  readonly findings: readonly AttributedFinding[];
  readonly secrets: readonly AttributedSecret[];
  /** Sentences: why places are not known. */
  readonly placesUnknown?: string;
}
