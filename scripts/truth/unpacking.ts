/** What a real unpacking makes of layers where it departs from the image specification, as layers of its own. */
import {pathParts} from '../../src/domain/image/names.ts';
import type {Subject} from './subject.ts';

const MOST_HOPS = 1000;
const OPAQUE = '.wh..wh..opq';
const WHITEOUT = '.wh.';

export const OPAQUE_ROOT = {
  name: 'an opaque root',
  reason:
    'overlayfs does not look for the mark of an opaque folder on the root of a layer, so an engine still ' +
    'shows what an opaque root hides; umoci removes it, as the image specification says, and so do we.',
};

export const THROUGH_LOWER_LINK = {
  name: 'through a link of a lower layer',
  reason:
    'umoci unpacks all layers into one folder and writes through a symbolic link that a lower layer brought. ' +
    'An engine unpacks each layer on its own, and a folder of the upper one covers the link, as with us.',
};

export function withoutOpaqueRoots(layers: Subject['layers']): Subject['layers'] {
  return layers.map((layer) => layer.filter(({name}) => pathParts(name).join('/') !== OPAQUE));
}

/** With the names that umoci writes to. */
export function throughLowerLinks(layers: Subject['layers']): Subject['layers'] {
  const links = new Map<string, string>();
  return layers.map((layer) =>
    layer.map((entry) => {
      const name = followed(entry.name, links);
      // A folder over a folder keeps what is in it.
      if (entry.kind === 'folder') links.delete(name);
      else for (const gone of replacedBy(name)) forget(links, gone);
      if (entry.kind === 'symlink') links.set(name, entry.target ?? '');
      return {...entry, name};
    }),
  );
}

/** What an entry of that name takes away: what stood there, what a whiteout names, or all of a folder. */
function replacedBy(name: string): readonly string[] {
  const [, folder = '', last = ''] = /^(.*?)([^/]*)$/s.exec(name) ?? [];
  if (last === OPAQUE) return [folder];
  return [last.startsWith(WHITEOUT) ? folder + last.slice(WHITEOUT.length) : name];
}

function forget(links: Map<string, string>, path: string): void {
  for (const link of [...links.keys()])
    if (link === path || link.startsWith(path.replace(/\/?$/, '/'))) links.delete(link);
}

/** `link/two` -> `real/two`; the last part is what the entry itself is. */
function followed(name: string, links: ReadonlyMap<string, string>): string {
  const parts = [...pathParts(name)];
  const last = parts.pop() ?? '';
  let folder: string[] = [];
  for (let hops = 0; parts.length > 0 && hops < MOST_HOPS; hops += 1) {
    const part = parts.shift() ?? '';
    const target = links.get([...folder, part].join('/'));
    if (part === '..') folder.pop();
    else if (target === undefined) folder.push(part);
    else {
      if (target.startsWith('/')) folder = [];
      parts.unshift(...target.split('/').filter((one) => one !== '' && one !== '.'));
    }
  }
  return [...folder, last].join('/');
}
