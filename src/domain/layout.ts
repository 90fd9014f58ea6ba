import type {PlannedImage} from './planned-image.ts';

/** A folder that holds one image as an OCI layout with exactly one manifest; no `@` or `:` in its path. */
export interface Layout {
  readonly image: PlannedImage;
  readonly path: string;
}
