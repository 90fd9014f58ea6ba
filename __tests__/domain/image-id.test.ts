import {describe, expect, it} from '@jest/globals';
import {toFileName, imageId, folderImageName} from '../../src/domain/image-id.ts';

describe('imageId', () => {
  it('is made of key, name and platform and nothing else', () => {
    expect(imageId({name: 'web', platform: 'linux/amd64'})).toBe('web/linux/amd64');
    expect(imageId({key: 'nightly', name: 'web', platform: 'linux/arm64/v8'})).toBe(
      'nightly/web/linux/arm64/v8',
    );
  });

  it('keeps a slash in a part apart from the slash between parts', () => {
    expect(imageId({key: 'a/b', name: 'c', platform: 'p'})).not.toBe(
      imageId({key: 'a', name: 'b/c', platform: 'p'}),
    );
    expect(imageId({name: 'a%2Fb', platform: 'p'})).not.toBe(imageId({name: 'a/b', platform: 'p'}));
  });
});

describe('fileNameOf', () => {
  it('is readable, safe and different for ids that look alike', () => {
    const one = toFileName(imageId({name: 'a b', platform: 'linux/amd64'}));
    const other = toFileName(imageId({name: 'a|b', platform: 'linux/amd64'}));
    expect(one).toMatch(/^a-b-linux-amd64-[0-9a-f]{16}$/);
    expect(one).not.toBe(other);
  });
});

describe('nameOfFolder', () => {
  it.each([
    ['', 'default'],
    ['.', 'default'],
    ['apps/backend', 'apps-backend'],
    ['./apps/web/', 'apps-web'],
  ])('%p -> %p', (folder, name) => {
    expect(folderImageName(folder)).toBe(name);
  });
});
