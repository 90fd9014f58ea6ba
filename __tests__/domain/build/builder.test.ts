import {describe, expect, it} from '@jest/globals';
import {
  canCache,
  canExport,
  containerBuilder,
  isTransientRegistryError,
  parseInspection,
} from '../../../src/domain/build/builder.ts';

const inspected = (driver: string, features: readonly string[], version = 'v0.31.0'): string =>
  [
    'Name:          default',
    `Driver:        ${driver}`,
    'Last Activity: 2026-11-24 23:29:53 +0000 UTC',
    '',
    'Nodes:',
    'Name:             node0',
    'Status:           running',
    `BuildKit version: ${version}`,
    ...(features.length === 0 ? [] : ['Features:', ...features.map((line) => ` ${line}`)]),
    'Labels:',
    ' org.mobyproject.buildkit.worker.selinux.enabled:      false',
    '',
  ].join('\n');

describe('a builder', () => {
  it('is its name, driver and BuildKit, as far as that is told', () => {
    expect(parseInspection(inspected('docker', []))?.facts).toEqual({
      ...{name: 'default', driver: 'docker', buildkit: 'v0.31.0'},
    });
    expect(parseInspection(inspected('docker', [], 'v0.0.0+unknown'))?.facts).toEqual({
      ...{name: 'default', driver: 'docker'},
    });
    expect(parseInspection('ERROR: no builder')).toBeUndefined();
  });

  it.each([
    ['says so', ['Cache export:   false', 'OCI exporter:      false'], false],
    ['says that it can', ['Cache export: true', 'OCI exporter:  true'], true],
    ['does not say', [], true],
  ])('cannot export only where it %s', (_, features, can) => {
    const found = parseInspection(inspected('docker', features));
    if (found === undefined) throw new Error('not read');
    expect(canExport(found)).toBe(can);
    expect(canCache(found)).toBe(can);
  });
});

it.each([
  ['running', true],
  ['inactive', false],
  ['stopped', false],
])('a builder whose node is %s runs: %p', (status, runs) => {
  const text = inspected('docker-container', []).replace('running', status);
  expect(parseInspection(text)?.isRunning).toBe(runs);
  const [, second = ''] = inspected('docker-container', []).split('Nodes:');
  expect(parseInspection(`${text}\n${second}`)?.isRunning).toBe(true);
});

describe('a container builder of our own', () => {
  it('needs no config without mirrors', () => {
    expect(containerBuilder('moby/buildkit:x', [])).toEqual({options: ['image=moby/buildkit:x']});
  });

  it('asks the engine’s mirrors, by the machine’s network where they are on it', () => {
    expect(containerBuilder('i', ['https://mirror.example/'])).toEqual({
      options: ['image=i'],
      config: '[registry."docker.io"]\n  mirrors = ["mirror.example"]\n',
    });
    expect(containerBuilder('i', ['http://127.0.0.1:5000/'])).toEqual({
      options: ['image=i', 'network=host'],
      config:
        '[registry."docker.io"]\n  mirrors = ["127.0.0.1:5000"]\n[registry."127.0.0.1:5000"]\n  http = true\n',
    });
  });
});

it.each([
  ['toomanyrequests: You have reached your pull rate limit', true],
  ['unexpected status: 503 Service Unavailable', true],
  ['net/http: TLS handshake timeout', true],
  ['manifest unknown', false],
  ['pull access denied', false],
])('%s: worth another try: %s', (words, isWorth) => {
  expect(isTransientRegistryError(words)).toBe(isWorth);
});
