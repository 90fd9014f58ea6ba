/** What a mirror of the database does wrong: the rows `db-...` of the fault matrix. */
import type {FaultId} from './fault-rows.ts';
import type {Artifact, Fault} from './registry.ts';

export type {Fault} from './registry.ts';

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Fault =>
  (_, response) => {
    response.writeHead(code, headers).end('<html>no</html>');
    return true;
  };

/** In place of the layer alone. */
const layer =
  (answer: (...args: Parameters<Fault>) => void): Fault =>
  (request, response) => {
    if (request.url?.includes('/blobs/') !== true) return false;
    answer(request, response);
    return true;
  };

function otherType({manifest}: Artifact): Fault {
  return (request, response) => {
    if (request.url?.includes('/manifests/') !== true) return false;
    response
      .setHeader('content-type', 'application/vnd.oci.image.manifest.v1+json')
      .end(manifest.toString().replace('db.layer.v1', 'image.layer.v1'));
    return true;
  };
}

/** All but the time in the header of gzip is as it was. */
function otherLayer({layer: bytes}: Artifact): Buffer {
  const other = Buffer.from(bytes);
  other[4] = 1;
  return other;
}

const half = ({layer: bytes}: Artifact): Buffer => bytes.subarray(0, bytes.length / 2);

export const DATABASE_FAULTS = [
  ['db-404', () => status(404)],
  ['db-429', () => status(429, {'retry-after': '600'})],
  ['db-503', () => status(503)],
  ['db-hang', () => () => true],
  ['db-type', otherType],
  [
    'db-truncated',
    (artifact) =>
      layer((_, response) => {
        response.setHeader('content-length', artifact.layer.length);
        response.write(half(artifact));
        setTimeout(() => response.destroy(), 20);
      }),
  ],
  ['db-short', (artifact) => layer((_, response) => response.end(half(artifact)))],
  ['db-other', (artifact) => layer((_, response) => response.end(otherLayer(artifact)))],
] as const satisfies readonly (readonly [FaultId, (artifact: Artifact) => Fault])[];
