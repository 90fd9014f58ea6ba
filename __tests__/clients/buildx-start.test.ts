/** Why buildx does not start, in the words of the line that says it. */
import {chmodSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {requireBuildx} from '../../src/clients/buildx-version.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
const HELP = `docker: 'buildx' is not a docker command.\nSee 'docker --help'`;

function client(script: string): Promise<string> {
  const tools = folder();
  writeFileSync(join(tools, 'docker'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(tools, 'docker'), 0o755);
  const deps = testDeps({env: {PATH: `${tools}:/usr/bin:/bin`}});
  return requireBuildx(deps, tools);
}

const says = (text: string): string => `cat >&2 <<'END'\n${text}\nEND\nexit 1`;

describe('buildx that does not start', () => {
  it.each([
    {
      name: 'a configuration of root',
      script: says(
        `WARNING: Error loading config file: open /home/me/.docker/config.json: permission denied\n${HELP}`,
      ),
      why: /could not start buildx: WARNING: .*config\.json: permission denied\.$/,
    },
    {
      name: 'a context that is not there',
      script: says(
        `unable to resolve docker endpoint: context "gone": context not found: open /x/meta.json: no such file or directory\n${HELP}`,
      ),
      why: /could not start buildx: unable to resolve docker endpoint: context "gone"/,
    },
    {
      name: 'too few open files',
      script: says(`fork/exec /usr/bin/docker-buildx: too many open files\nexit status 1`),
      why: /could not start buildx: fork\/exec .* too many open files\.$/,
    },
    {name: 'a killed child', script: 'kill -9 $$', why: /could not start buildx: it was killed\.$/},
    {name: 'no plugin', script: says(HELP), why: /has no buildx \(needed: .*install the plugin/},
  ])('is told by its reason: $name', async ({script, why}) => {
    await expect(client(script)).rejects.toThrow(why);
  });
});
