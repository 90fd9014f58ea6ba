/** A small real registry on loopback: what a pull of an artifact needs, and its faults. */
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {IncomingMessage, ServerResponse} from 'node:http';
import zlib from 'node:zlib';
import {pack} from 'tar-stream';
import type {TestServer} from './http.ts';

export const DATABASE_TYPE = 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip';
export const JAVA_TYPE = 'application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip';
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';

export interface Artifact {
  readonly layer: Buffer;
  readonly manifest: Buffer;
  readonly layerDigest: string;
  readonly digest: string;
}

export interface Entry {
  readonly name: string;
  readonly content?: Buffer | string;
  readonly type?: 'file' | 'symlink';
  readonly linkname?: string;
}

export function digestOf(data: Buffer | string): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`;
}

/** An artifact of one gzipped tar. */
export async function artifactOf(
  entries: readonly Entry[],
  mediaType = DATABASE_TYPE,
): Promise<Artifact> {
  const tar = pack();
  for (const {name, content = '', type = 'file', linkname} of entries)
    tar.entry({name, type, ...(linkname !== undefined && {linkname})}, content);
  tar.finalize();
  const parts: Buffer[] = [];
  for await (const part of tar) parts.push(part as Buffer);
  const layer = zlib.gzipSync(Buffer.concat(parts));
  const layerDigest = digestOf(layer);
  const empty = '{}';
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      config: {
        mediaType: 'application/vnd.oci.empty.v1+json',
        digest: digestOf(empty),
        size: empty.length,
      },
      layers: [{mediaType, digest: layerDigest, size: layer.length}],
    }),
  );
  return {layer, manifest, layerDigest, digest: digestOf(manifest)};
}

export interface Dates {
  readonly updatedAt: Date;
  readonly nextUpdate: Date;
}

const HOUR = 3_600_000;

/** Made an hour ago, and good for another day. */
export function fresh(): Dates {
  return {
    updatedAt: new Date(Date.now() - HOUR),
    nextUpdate: new Date(Date.now() + 23 * HOUR),
  };
}

/** @param folder with the lab's `trivy.db` in it */
export function databaseOf(folder: string, {updatedAt, nextUpdate} = fresh()): Promise<Artifact> {
  return artifactOf([
    {name: 'trivy.db', content: readFileSync(join(folder, 'trivy.db'))},
    {name: 'metadata.json', content: metadata({updatedAt, nextUpdate})},
  ]);
}

export function metadata({updatedAt, nextUpdate}: Dates): string {
  return JSON.stringify({
    Version: 2,
    ...{UpdatedAt: updatedAt.toISOString(), NextUpdate: nextUpdate.toISOString()},
    DownloadedAt: '0001-01-01T00:00:00Z',
  });
}

export interface Serving {
  /** By name of the repository. */
  readonly artifacts: ReadonlyMap<string, Artifact>;
  /** Answers in its place, and says so with true. */
  readonly fault?: Fault;
}

export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Any tag leads to the one artifact of a repository. */
export function serve({artifacts, fault}: Serving) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (fault?.(request, response) === true) return;
    const [, name = '', kind, version] =
      /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(request.url ?? '') ?? [];
    const artifact = artifacts.get(name);
    if (artifact !== undefined && kind === 'manifests')
      response.setHeader('content-type', MANIFEST_TYPE).end(artifact.manifest);
    else if (artifact !== undefined && version === artifact.layerDigest)
      response.setHeader('content-length', artifact.layer.length).end(artifact.layer);
    else
      response
        .writeHead(404, {'content-type': 'application/json'})
        .end('{"errors": [{"code": "MANIFEST_UNKNOWN", "message": "manifest unknown"}]}');
  };
}

/** `http://127.0.0.1:1` -> `127.0.0.1:1/trivy-db:2`. */
export function repositoryAt({url}: TestServer, name = 'trivy-db:2'): string {
  return `${url.replace('http://', '')}/${name}`;
}
