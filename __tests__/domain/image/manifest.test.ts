import {describe, expect, it} from '@jest/globals';
import {
  detectCompression,
  configSchema,
  parseHealthcheck,
  isAttestation,
  isIndex,
  formatPlatform,
} from '../../../src/domain/image/manifest.ts';

const DIGEST = `sha256:${'0'.repeat(64)}`;
const config = (settings?: object | null): ReturnType<typeof configSchema.parse> =>
  configSchema.parse({
    os: 'linux',
    architecture: 'amd64',
    rootfs: {diff_ids: []},
    config: settings,
  });

describe('a config', () => {
  it.each([
    [undefined, {declared: false}],
    [null, {declared: false}],
    [{}, {declared: false}],
    [{Healthcheck: null}, {declared: false}],
    [{Healthcheck: {Test: []}}, {declared: false}],
    [{Healthcheck: {Test: ['NONE']}}, {declared: false, test: ['NONE']}],
    [{Healthcheck: {Test: ['CMD', '/x']}}, {declared: true, test: ['CMD', '/x']}],
    [
      {Healthcheck: {Test: ['CMD', '/x'], Interval: 5e9, Retries: 0, StartPeriod: 'odd'}},
      {declared: true, test: ['CMD', '/x'], timing: {intervalSeconds: 5}},
    ],
    [
      {Healthcheck: {Test: ['CMD', '/x'], StartPeriod: 1500e6, Retries: 2}},
      {declared: true, test: ['CMD', '/x'], timing: {startPeriodSeconds: 1.5, retries: 2}},
    ],
    [
      {
        Healthcheck: {
          ...{Test: ['CMD', '/x'], StartPeriod: -1e18, Interval: -1, Timeout: 0},
          ...{Retries: -3},
        },
      },
      {declared: true, test: ['CMD', '/x']},
    ],
    [
      {Healthcheck: {Test: ['CMD', '/x'], Timeout: 1e18, Interval: 1e30, Retries: null}},
      {declared: true, test: ['CMD', '/x'], timing: {timeoutSeconds: 1e9, intervalSeconds: 1e21}},
    ],
  ])('with %j has the health check %j', (settings, facts) => {
    expect(parseHealthcheck(config(settings))).toEqual(facts);
  });

  it.each([
    [{os: 'linux', architecture: 'arm', variant: 'v7'}, 'linux/arm/v7'],
    [{os: 'linux', architecture: 'amd64', variant: ''}, 'linux/amd64'],
    [{os: 'linux', architecture: 'amd64'}, 'linux/amd64'],
  ])('for %j is of the platform %s', (named, platform) => {
    expect(formatPlatform(named)).toBe(platform);
  });
});

describe('a descriptor', () => {
  it.each([
    ['application/vnd.oci.image.index.v1+json', true],
    ['application/vnd.docker.distribution.manifest.list.v2+json', true],
    ['application/vnd.oci.image.manifest.v1+json', false],
    [undefined, false],
  ])('of %s is an index: %s', (mediaType, is) => {
    expect(isIndex({...(mediaType !== undefined && {mediaType}), digest: DIGEST, size: 1})).toBe(
      is,
    );
  });

  it('is an attestation by its annotation alone', () => {
    const type = (value: string): Record<string, string> => ({'vnd.docker.reference.type': value});
    expect(
      isAttestation({digest: DIGEST, size: 1, annotations: type('attestation-manifest')}),
    ).toBe(true);
    expect(isAttestation({digest: DIGEST, size: 1, annotations: type('else')})).toBe(false);
    expect(isAttestation({digest: DIGEST, size: 1})).toBe(false);
  });
});

describe('a blob', () => {
  it.each([
    [[0x1f, 0x8b, 8], 'gzip'],
    [[0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
    [[0x28, 0xb5, 0x2f, 0x00], 'none'],
    [[0x1f, 0x00], 'none'],
    [[0x00, 0x8b], 'none'],
    [[], 'none'],
  ])('that begins with %j is packed as %s', (head, packing) => {
    expect(detectCompression(new Uint8Array(head))).toBe(packing);
  });
});
