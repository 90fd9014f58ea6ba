/** What is read of Trivy's report, whoever wrote it. */
import {expect, it} from '@jest/globals';
import {readAnswer} from '../../../src/stages/scan/read-answer.ts';
import {testDeps} from '../../support/deps.ts';
import {imageFacts, planned} from '../../support/scan.ts';

const ABOUT = {
  layout: {image: planned(), path: '/nowhere'},
  facts: {value: imageFacts()},
  java: undefined,
  vex: [],
};

function read(version: string): ReturnType<typeof readAnswer> {
  const report = {SchemaVersion: 2, Trivy: {Version: version}, ArtifactName: 'app'};
  return readAnswer({json: JSON.stringify(report), log: '', artifact: 'app'}, ABOUT, testDeps());
}

it('says of which version the scanner was', () => {
  const {facts, scanner} = read('0.74.0');
  expect('value' in facts).toBe(true);
  expect(scanner).toBe('0.74.0');
});

it.each(['0.69.4', '0.69.5', '0.69.6'])('takes no word of %s, which attackers published', (bad) => {
  expect(read(bad)).toEqual({
    facts: {unable: expect.stringMatching(/^Trivy 0\.69\.\d .*GHSA.*: it is not used\.$/)},
    attachments: [],
    notices: [],
  });
});
