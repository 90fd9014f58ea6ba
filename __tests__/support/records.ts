/** Records made by hand: a hash is told by a short word. */
import {type PolicyRecord} from '../../src/domain/record/policy.ts';
import {policyRecord} from '../../src/domain/policy/policy-record.ts';
import {policy} from './evidence.ts';
import {createHash} from 'node:crypto';
import type {RecordImage, RecordLayer} from '../../src/domain/record/schema.ts';
import type {RecordStep} from '../../src/domain/record/step-schema.ts';

export function hash(word: string): string {
  return createHash('sha256').update(word).digest('hex');
}

export function digest(word: string): string {
  return `sha256:${hash(word)}`;
}

/** A step whose hashes are of `input` unless told otherwise. */
export function step(input: string, change: Partial<RecordStep> = {}): RecordStep {
  return {
    kind: 'work',
    ...{input: hash(input), resolved: hash(input), text: hash(input), environment: hash('')},
    ...{isOpen: false, inputs: [], cached: true, instruction: `RUN ${input}`},
    ...change,
  };
}

/** A layer with these unpacked bytes, made by the step at this position. */
export function layer(
  content: string,
  bytes: number,
  change: Partial<RecordLayer> = {},
): RecordLayer {
  return {
    ...{diffId: digest(content), unpackedBytes: bytes, downloadBytes: Math.ceil(bytes / 2)},
    base: false,
    ...change,
  };
}

/** The totals are those of its layers. */
export function image(
  layers: readonly RecordLayer[],
  change: Partial<RecordImage> = {},
): RecordImage {
  const sum = (key: 'unpackedBytes' | 'downloadBytes'): number =>
    layers.reduce((total, one) => total + one[key], 0);
  return {
    ...{id: 'web/linux/amd64', name: 'web', platform: 'linux/amd64'},
    ...{digest: digest('manifest'), configDigest: digest('config')},
    ...{unpackedBytes: sum('unpackedBytes'), downloadBytes: sum('downloadBytes')},
    layers: [...layers],
    ...change,
  };
}

/** Of a run that asked for nothing. */
export const POLICY: PolicyRecord = policyRecord(policy(), {built: [], enforce: true});
