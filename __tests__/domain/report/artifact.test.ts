import {describe, expect, it} from '@jest/globals';
import {
  artifactName,
  newestAttempts,
  parseArtifactName,
} from '../../../src/domain/report/artifact.ts';

const name = (changes: Partial<Parameters<typeof artifactName>[0]> = {}): string =>
  artifactName({images: ['web/linux/amd64'], key: undefined, attempt: '1', ...changes});

describe('artifactName', () => {
  it('is the same whatever the order of the images, and in each attempt but for its number', () => {
    expect(name({images: ['a', 'b']})).toBe(name({images: ['b', 'a']}));
    expect(name()).toMatch(/^plimsoll-[0-9a-f]{16}-1$/);
    expect(name({attempt: '2'})).toBe(name().replace(/1$/, '2'));
  });

  it('is another one for other images, another platform and another key', () => {
    const all = [
      name(),
      name({images: ['web/linux/arm64']}),
      name({images: ['web/linux/amd64', 'api/linux/amd64']}),
      name({key: 'a'}),
      name({images: [], key: 'a'}),
      name({images: []}),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('parseArtifactName', () => {
  it('knows its own', () => {
    expect(parseArtifactName(name({attempt: '12'}))).toMatchObject({attempt: 12});
  });

  it.each(['plimsoll-', 'plimsoll-1-1', 'x-plimsoll-0123456789abcdef-1', `${name()}/..`, ''])(
    'does not know %j',
    (other) => {
      expect(parseArtifactName(other)).toBeUndefined();
    },
  );
});

describe('newestAttempts', () => {
  it('keeps the last one of each job, by number, and what is called otherwise', () => {
    const all = [name({attempt: '9'}), name({attempt: '10'}), name({key: 'b'}), 'other'];
    expect(newestAttempts(all, (one) => one)).toEqual(all.slice(1));
  });
});
