/**
 * JSON as Go's `encoding/json` reads it into structs: keys match in any case, and of several that match
 * the last one wins, or is merged. A document that we would read otherwise than the engine is refused.
 */
import {visit} from 'jsonc-parser';
import {ownProperty} from '../own-property.ts';

/** What a struct's keys are; `deeper` are structs, or lists of them. What is not named is an extension, or a map. */
export interface Struct {
  readonly keys: readonly string[];
  readonly deeper?: Readonly<Record<string, Struct>>;
}

const DESCRIPTOR_KEYS = ['mediaType', 'digest', 'size', 'urls', 'annotations', 'data', 'platform'];
const PLATFORM: Struct = {keys: ['architecture', 'os', 'os.version', 'os.features', 'variant']};
const DESCRIPTOR: Struct = {
  keys: [...DESCRIPTOR_KEYS, 'artifactType'],
  deeper: {platform: PLATFORM},
};
const DOCUMENT_KEYS = ['schemaVersion', 'mediaType', 'artifactType', 'subject', 'annotations'];

/** OCI image specification 1.1, "Image Manifest". */
export const MANIFEST: Struct = {
  keys: [...DOCUMENT_KEYS, 'config', 'layers'],
  deeper: {config: DESCRIPTOR, layers: DESCRIPTOR, subject: DESCRIPTOR},
};

/** "Image Index". */
export const INDEX: Struct = {
  keys: [...DOCUMENT_KEYS, 'manifests'],
  deeper: {manifests: DESCRIPTOR, subject: DESCRIPTOR},
};

/** "Image Configuration", and what the engine adds to it. */
export const CONFIG: Struct = {
  keys: [
    ...['created', 'author', 'architecture', 'os', 'os.version', 'os.features', 'variant'],
    ...['config', 'rootfs', 'history'],
  ],
  deeper: {
    config: {
      keys: [
        ...['User', 'ExposedPorts', 'Env', 'Entrypoint', 'Cmd', 'Volumes', 'WorkingDir', 'Labels'],
        ...['StopSignal', 'ArgsEscaped', 'Memory', 'MemorySwap', 'CpuShares', 'Healthcheck'],
        ...['OnBuild', 'Shell', 'Hostname', 'Domainname', 'MacAddress', 'NetworkDisabled', 'Image'],
        ...['StopTimeout', 'AttachStdin', 'AttachStdout', 'AttachStderr', 'Tty', 'OpenStdin'],
        'StdinOnce',
      ],
      deeper: {
        Healthcheck: {
          keys: ['Test', 'Interval', 'Timeout', 'StartPeriod', 'StartInterval', 'Retries'],
        },
      },
    },
    rootfs: {keys: ['type', 'diff_ids']},
    history: {keys: ['created', 'created_by', 'author', 'comment', 'empty_layer']},
  },
};

/** An object that is being read. */
interface Open {
  /** Undefined: a map, or an extension. */
  readonly struct: Struct | undefined;
  /** Known keys that were there, as Go spells them. */
  readonly seen: Set<string>;
  /** What the last key leads to. */
  next: Struct | undefined;
}

/**
 * Why the document would mean something else to the engine: two keys that are one to Go, or a known one
 * that is written otherwise. Undefined: nothing. The text must be JSON.
 */
export function ambiguityIn(text: string, root: Struct): string | undefined {
  const open: Open[] = [];
  let found: string | undefined;
  visit(text, {
    onObjectBegin: () => {
      open.push({
        struct: open.length === 0 ? root : open.at(-1)?.next,
        seen: new Set(),
        next: undefined,
      });
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name) => {
      const object = open.at(-1);
      const known = knownKey(object?.struct, name);
      if (object === undefined) return;
      object.next =
        known === undefined ? undefined : ownProperty(object.struct?.deeper ?? {}, known);
      if (known === undefined) return;
      if (object.seen.has(known)) found ??= `its key ${JSON.stringify(known)} stands in it twice`;
      else if (known !== name)
        found ??= `its key ${JSON.stringify(name)} is ${JSON.stringify(known)} to the engine`;
      object.seen.add(known);
    },
  });
  return found;
}

function knownKey(struct: Struct | undefined, name: string): string | undefined {
  const folded = fold(name);
  return struct?.keys.find((key) => fold(key) === folded);
}

/** All keys that are known are ASCII, and only two other characters fold to ASCII letters. */
function fold(key: string): string {
  return key
    .replaceAll('\u017f', 's')
    .replaceAll('\u212a', 'k')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
