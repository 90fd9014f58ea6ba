import {expect, it} from '@jest/globals';
import {ambiguityIn, CONFIG, INDEX, MANIFEST} from '../../../src/domain/image/go-json.ts';

const inConfig = (settings: string): string => `{"os":"linux","config":{${settings}}}`;

it.each([
  ['{"os":"linux","OS":"x"}', CONFIG, '"os" stands in it twice'],
  [inConfig('"User":"app","user":"root"'), CONFIG, '"User" stands in it twice'],
  [inConfig('"User":"app","User":"app"'), CONFIG, '"User" stands in it twice'],
  [inConfig('"user":"root"'), CONFIG, '"user" is "User" to the engine'],
  [inConfig('"u\\u017fer":"root"'), CONFIG, '"uſer" is "User" to the engine'],
  [inConfig('"healthcheck":{"Test":["NONE"]}'), CONFIG, '"healthcheck" is "Healthcheck"'],
  [inConfig('"Healthcheck":{"Test":[],"test":["NONE"]}'), CONFIG, '"Test" stands in it twice'],
  ['{"config":{},"\\u212aonfig":{}}', CONFIG, undefined],
  ['{"config":{},"Config":{}}', CONFIG, '"config" stands in it twice'],
  ['{"rootfs":{"Diff_IDs":[]}}', CONFIG, '"Diff_IDs" is "diff_ids" to the engine'],
  ['{"layers":[{"digest":"a"},{"digest":"a","Digest":"b"}]}', MANIFEST, '"digest" stands'],
  ['{"layers":[],"layers":[]}', MANIFEST, '"layers" stands in it twice'],
  ['{"manifests":[{"platform":{"OS":"linux"}}]}', INDEX, '"OS" is "os" to the engine'],
])('%s is refused: %#', (text, struct, words) => {
  if (words === undefined) expect(ambiguityIn(text, struct)).toBeUndefined();
  else expect(ambiguityIn(text, struct)).toContain(words);
});

it.each([
  inConfig('"Labels":{"Maintainer":"a","maintainer":"b","user":"c","User":"d"}'),
  inConfig(
    '"ExposedPorts":{"80/tcp":{},"80/TCP":{}},"Volumes":{"/a":{},"/A":{}},"Env":["a=1","A=2"]',
  ),
  '{"config":{"User":"a"},"container_config":{"user":"b","User":"c"},"x-own":{"os":1,"OS":2}}',
  '{"config":{"x-own":{"Test":1,"test":2}},"Own":1,"own":2}',
])('%s is compared exactly', (text) => {
  expect(ambiguityIn(text, CONFIG)).toBeUndefined();
});
