/**
 * A compose file as docker gets to read it: written anew from what was read here, so that both read the
 * same, without `env_file` and `label_file` of services, and with its references to other files moved. Pure.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  visit,
  type Alias,
  type Document,
  type Node,
  YAMLMap,
} from 'yaml';
import {defined} from '../defined.ts';
import {UserError} from '../../errors.ts';
import {BadYaml, soundDocuments} from '../text/yaml.ts';

export interface Reference {
  /** As it is written. */
  readonly path: string;
  readonly line: number;
  /** Writes another path in its place. */
  readonly move: (path: string) => void;
}

export interface Include {
  readonly paths: readonly Reference[];
  readonly folder?: Reference;
  readonly environment: readonly Reference[];
  /** Names the folder that its paths start from, where it has none. */
  readonly setFolder: (path: string) => void;
}

export interface ComposeFile {
  /** Names of its services. */
  readonly services: readonly string[];
  readonly includes: readonly Include[];
  readonly extended: readonly Reference[];
  /** With what was moved. */
  readonly print: () => string;
}

/** Scalars stay as they are written: what is octal or a date to docker is none of our business. */
const READ = {schema: 'failsafe', version: '1.2', uniqueKeys: false, prettyErrors: false} as const;
const PRINT = {lineWidth: 0, verifyAliasOrder: false, directives: false} as const;
const TAGS = /^(?:!reset|!override|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|merge))$/;
const NOT_NEEDED = ['env_file', 'label_file'];

/** @throws {UserError} for what is no YAML, and for a file that is named through a variable */
export function parseCompose(text: string, file: string): ComposeFile {
  try {
    return new Reader(text, file).read();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file} is no YAML that can be read: it is nested too deeply.`);
  }
}

class Reader {
  readonly #text: string;
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #targets = new Map<Alias, Node>();

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  read(): ComposeFile {
    const documents = this.#documents();
    for (const document of documents) this.#prepare(document);
    const roots = documents.flatMap((document) => this.#map(document.contents));
    const items = roots
      .flatMap((root) => this.#values(root, 'services'))
      .flatMap((node) => this.#map(node))
      .flatMap((map) => this.#merged(map).flatMap((each) => each.items));
    const services = items.flatMap(({value}) => this.#map(value));
    for (const service of services) this.#strip(service);
    return {
      services: items.map(({key}) => this.#word(key)),
      includes: roots
        .flatMap((root) => this.#values(root, 'include'))
        .flatMap((node) => this.#includes(node)),
      extended: services
        .flatMap((service) => this.#values(service, 'extends'))
        .flatMap((node) => this.#map(node))
        .flatMap((map) => this.#values(map, 'file'))
        .flatMap((node) => this.#references(node)),
      print: () => documents.map((document) => `---\n${document.toString(PRINT)}`).join(''),
    };
  }

  #documents(): readonly Document[] {
    try {
      return [...soundDocuments(this.#text, READ, this.#lines)];
    } catch (error) {
      if (!(error instanceof BadYaml)) throw error;
      throw this.#mistake(error.offset, `is no YAML that can be read: ${error.message}`);
    }
  }

  /** What an alias stands for is the last anchor of that name before it. */
  #prepare(document: Document): void {
    const anchors = new Map<string, Node>();
    visit(document, {
      Node: (_, node) => {
        const tag = textIn(node, 'tag');
        if (tag !== undefined && !TAGS.test(tag))
          throw this.#mistake(
            node.range?.[0],
            `uses the YAML tag ${tag}, which compose does not need`,
          );
        if (isAlias(node)) {
          const target = anchors.get(node.source);
          if (target !== undefined) this.#targets.set(node, target);
        } else {
          const anchor = textIn(node, 'anchor');
          if (anchor !== undefined) anchors.set(anchor, node);
        }
        // `KEY:` is null, not an empty text.
        if (isScalar(node) && node.type === 'PLAIN' && node.value === '') node.value = 'null';
      },
    });
  }

  /** `- other.yml` becomes a map, so that its folder can be said. */
  #includes(node: Node): Include[] {
    const list = this.#resolve(node);
    if (!isSeq(list)) return [];
    list.items = list.items.map((item) => {
      const found = this.#resolve(item);
      if (!isScalar(found)) return item;
      const map = new YAMLMap();
      map.range = found.range ?? null;
      map.set('path', found.clone());
      return map;
    });
    return list.items.flatMap((item) => this.#map(item)).map((map) => this.#include(map));
  }

  #include(map: YAMLMap): Include {
    const of = (key: string): Reference[] =>
      this.#values(map, key)
        .flatMap((value) => this.#each(value))
        .flatMap((value) => this.#references(value));
    const [folder] = of('project_directory');
    return {
      paths: of('path'),
      environment: of('env_file'),
      ...defined({folder}),
      setFolder: (path) => {
        map.set('project_directory', path);
      },
    };
  }

  #references(node: Node | null): Reference[] {
    const scalar = this.#resolve(node);
    if (!isScalar(scalar)) return [];
    const path = String(scalar.value);
    const offset = (node ?? scalar).range?.[0];
    if (path.includes('$'))
      throw this.#mistake(offset, 'names another file through a variable: write its path');
    const move = (to: string): void => {
      scalar.value = to;
      scalar.type = 'QUOTE_DOUBLE';
    };
    return [{path, line: this.#line(offset), move}];
  }

  #strip(service: YAMLMap): void {
    for (const map of this.#merged(service))
      map.items = map.items.filter(({key}) => !NOT_NEEDED.includes(this.#word(key)));
  }

  #resolve(node: unknown): Node | undefined {
    let at = node as Node | undefined;
    for (let steps = 0; isAlias(at) && steps < 100; steps += 1) at = this.#targets.get(at);
    return at ?? undefined;
  }

  #word(node: unknown): string {
    if (typeof node === 'string') return node;
    const scalar = this.#resolve(node);
    return isScalar(scalar) ? String(scalar.value) : '';
  }

  #map(node: unknown): YAMLMap[] {
    const found = this.#resolve(node);
    return isMap(found) ? [found] : [];
  }

  #each(node: Node): Node[] {
    const found = this.#resolve(node);
    return isSeq(found) ? (found.items as Node[]) : found === undefined ? [] : [found];
  }

  /** The map itself and what it merges by `<<`. */
  #merged(map: YAMLMap, seen = new Set<YAMLMap>()): YAMLMap[] {
    if (seen.has(map)) return [];
    seen.add(map);
    const others = map.items
      .filter(({key}) => this.#word(key) === '<<')
      .flatMap(({value}) => this.#each(value as Node))
      .flatMap((node) => this.#map(node));
    return [map, ...others.flatMap((other) => this.#merged(other, seen))];
  }

  #values(map: YAMLMap, name: string): Node[] {
    return this.#merged(map).flatMap(({items}) =>
      items.flatMap(({key, value}) =>
        this.#word(key) === name && value !== null ? [value as Node] : [],
      ),
    );
  }

  #line(offset: number | undefined): number {
    return Math.max(1, this.#lines.linePos(offset ?? 0).line);
  }

  #mistake(offset: number | undefined, sentence: string): UserError {
    const line = this.#line(offset);
    return new UserError(`${this.#file}:${line} ${sentence}.`, {
      place: {file: this.#file, startLine: line},
    });
  }
}

/** The library's types say that it is there wherever it may be. */
function textIn(node: object, key: 'tag' | 'anchor'): string | undefined {
  const value: unknown = Reflect.get(node, key);
  return typeof value === 'string' ? value : undefined;
}
