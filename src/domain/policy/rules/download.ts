import {byteLimitRule} from '../byte-limit.ts';

export const download = byteLimitRule({
  id: 'download',
  what: 'The download size',
  describe:
    'The most that pulling the image may move, as `200MB`, `1.5GiB` or plain bytes: its compressed layers',
  measure: 'download',
  summary: 'compressed bytes of all layers: what a pull moves',
  help: 'A node without the image waits for its compressed layers before it can start it. Fewer and smaller files help; so does a base image that the nodes have already.',
});
