/** A JSON document of a layout, of its schema, and read as the engine reads it. */
import type {z} from 'zod';
import {ambiguityIn, type Struct} from '../../domain/image/go-json.ts';
import {BadLayer} from './layer.ts';

export interface DocumentShape<T> {
  readonly schema: z.ZodType<T>;
  readonly struct: Struct;
  /** `manifest sha256:…` */
  readonly what: string;
}

/** @throws {BadLayer} when it is none, or means something else to the engine than to us */
export function parseDocument<T>(data: Uint8Array, {schema, struct, what}: DocumentShape<T>): T {
  // The engine refuses a byte order mark.
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(data);
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new BadLayer(`its ${what} is not of the shape that the OCI specification gives`);
  const ambiguity = ambiguityIn(text, struct);
  if (ambiguity !== undefined)
    throw new BadLayer(`its ${what} would mean something else to the engine: ${ambiguity}`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
