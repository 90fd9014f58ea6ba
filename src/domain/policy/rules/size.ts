import {byteLimitRule} from '../byte-limit.ts';

export const size = byteLimitRule({
  id: 'size',
  what: 'The unpacked size',
  describe:
    'The most that the image may take on disk, as `500MB`, `1.5GiB` or plain bytes: the regular files of all its layers',
  measure: 'unpacked',
  summary: 'unpacked bytes of all layers: what a node’s disk pays',
  help: 'Every node that runs the image stores its layers unpacked. A file that a later layer deletes still counts: it lies in the layer that brought it. Build in an earlier stage, copy only the result, and clean up in the same `RUN` that makes the mess.',
});
