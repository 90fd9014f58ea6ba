import {parseDockerfile} from '../../../src/domain/dockerfile/dockerfile.ts';
import {unable} from '../../../src/domain/known.ts';
import {placeOfInstruction, placeOfLayer} from '../../../src/domain/policy/places.ts';

const place = (text: string, stage?: string): unknown =>
  placeOfInstruction(
    parseDockerfile(text, {file: 'Dockerfile', ...(stage !== undefined && {stage})}),
    'USER',
  );

test.each([
  ['the last one of the built stage', 'FROM a\nUSER 1\nUSER 2\nRUN x', 3],
  ['the FROM line where there is none', 'FROM a AS b\nUSER 1\nFROM c\nRUN x', 3],
  [
    'the one that is inherited from a stage',
    'FROM a AS Base\nUSER 1\nFROM --platform=linux/amd64 base AS c\nRUN x',
    2,
  ],
  ['its own before the inherited one', 'FROM a AS base\nUSER 1\nFROM base\nUSER 2', 4],
  [
    'not that of a stage that is copied from',
    'FROM a AS b\nUSER 1\nFROM c\nCOPY --from=b /x /x',
    3,
  ],
  ['over two stages', 'FROM a AS b\nUSER 1\nFROM b AS c\nFROM c\nRUN x', 2],
  ['not one of an image that only has the name of a later stage', 'FROM b\nRUN x\nFROM b AS b', 3],
])('the line of USER is %s', (_what, text, line) => {
  expect(place(text)).toEqual({file: 'Dockerfile', startLine: line, endLine: line});
});

test('a stage that is not built is not looked at', () => {
  expect(place('FROM a AS one\nUSER 1\nFROM b AS two\nUSER 2', 'one')).toEqual({
    file: 'Dockerfile',
    startLine: 2,
    endLine: 2,
  });
});

test('without a file there is no place', () => {
  expect(placeOfInstruction(parseDockerfile('FROM a', {}), 'USER')).toBeUndefined();
  expect(placeOfInstruction(unable('remote'), 'USER')).toBeUndefined();
  expect(placeOfLayer(undefined)).toBeUndefined();
  expect(placeOfLayer({base: true})).toBeUndefined();
  expect(placeOfLayer({base: true, file: 'Dockerfile', startLine: 3})).toEqual({
    file: 'Dockerfile',
    startLine: 3,
  });
});
