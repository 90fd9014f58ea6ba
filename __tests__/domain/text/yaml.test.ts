import {expect, it} from '@jest/globals';
import {parseCompose} from '../../../src/domain/plan/compose-file.ts';
import {UserError} from '../../../src/errors.ts';

/** A sound line many times: each but the first is a mistake, and the library makes an error of every token in it. */
const LINE = '{"services":{"a":{"build":{"context":".","args":{"A":"b"}},"ports":["80:80"]}}}\n';

it('is read up to its first mistake, however many there are', () => {
  const text = LINE.repeat(20_000);
  expect(() => parseCompose(text, 'compose.yaml')).toThrow(UserError);
  expect(() => parseCompose(text, 'compose.yaml')).toThrow(/^compose\.yaml:2 is no YAML that can/);
});

it('is known by its line where the mistake is one of meaning', () => {
  expect(() => parseCompose('services:\n  a: *nobody\n', 'compose.yaml')).not.toThrow(TypeError);
  expect(() => parseCompose('a: b\nc: [d\n', 'compose.yaml')).toThrow(/^compose\.yaml:\d+ is no/);
});
