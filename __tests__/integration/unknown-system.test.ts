/** A system that the vulnerability database does not know is not clean: the scanner finds nothing, whatever is in it. */
import {beforeAll, describe, expect, it} from '@jest/globals';
import {join} from 'node:path';
import type {Report, ReportImage} from '../../src/domain/report/schema.ts';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';

const folder = folders();

const FORKY = `printf 'NAME="Debian GNU/Linux"\\nID=debian\\n' >/etc/os-release && echo forky/sid >/etc/debian_version`;
/** What is done to Debian 12, and what is said of it; undefined: it is judged. */
const SYSTEMS = {
  plain: [':', undefined],
  forky: [FORKY, /debian forky\/sid.*database knows no such release/],
  accepted: [FORKY, /debian forky\/sid.*database knows no such release/],
  rolling: [
    `rm -f /etc/debian_version /usr/lib/os-release /etc/os-release && printf 'ID=arch\\nBUILD_ID=rolling\\n' >/etc/os-release`,
    /the arch were not judged: the scanner does not know that system/,
  ],
  unnamed: [
    'rm -f /etc/debian_version /usr/lib/os-release /etc/os-release /etc/lsb-release',
    /the unnamed system were not judged: it keeps a list of packages \(dpkg\)/,
  ],
  alpine: [
    `rm -f /etc/debian_version /usr/lib/os-release /etc/os-release && echo 3.20.1 >/etc/alpine-release && printf 'ID=alpine\\nVERSION_ID=3.20.1\\n' >/etc/os-release`,
    /alpine 3\.20\.1 were not judged: its list of packages is one of dpkg/,
  ],
  next: [
    `sed -i s/12/13/ /etc/os-release /etc/debian_version`,
    /debian 13\S* were not judged: Dockerfile:\d+ changes \/\S+, by which the system is told, and not its package base-files/,
  ],
  // The scanner's program knows it, and the database has nothing on it.
  older: [
    `sed -i s/12/11/ /etc/os-release /etc/debian_version`,
    /debian 11\S* were not judged: the vulnerability database knows no such release/,
  ],
  cut: [
    `awk 'BEGIN{RS="";ORS="\\n\\n"} /^Package: (base-files|libc6)\\n/' /var/lib/dpkg/status >/tmp/s && mv /tmp/s /var/lib/dpkg/status && cd /var/lib/dpkg/info && ls | grep -v '^base-files\\.\\|^libc6' | xargs rm -f`,
    /debian 12\S* were not judged: \d+ of the \d+ programs in its own folders .* belong to no package/,
  ],
  copied: [':', undefined],
} satisfies Record<string, readonly [string, RegExp | undefined]>;
const NAMES = Object.keys(SYSTEMS) as (keyof typeof SYSTEMS)[];

const SQUASHED: readonly string[] = ['rolling', 'unnamed', 'older', 'cut', 'copied'];

let report: Report;
beforeAll(() => {
  const dockerfile = NAMES.map((name) => {
    const made = `FROM debian:bookworm-slim AS made-${name}\nRUN ${SYSTEMS[name][0]}\n`;
    // The scanner remembers the system of a layer below, whatever was removed.
    const final = SQUASHED.includes(name)
      ? `FROM scratch AS ${name}\nCOPY --from=made-${name} / /\n`
      : `FROM made-${name} AS ${name}\n`;
    return `${made}${final}USER 1000\n`;
  });
  const targets = NAMES.map(
    (name) => `target "${name}" {\n  target = "${name}"\n  tags = ["${name}"]\n}\n`,
  );
  const repository = folder({
    Dockerfile: dockerfile.join('\n'),
    'docker-bake.hcl': `group "default" { targets = ${JSON.stringify(NAMES)} }\n${targets.join('')}`,
    '.github/plimsoll.yml': [
      'version: 1',
      'rules: {healthcheck: {level: off}, vulnerabilities: {unfixed: ignore, fail-on: critical}}',
      'waivers:',
      '  - {rule: vulnerabilities, image: accepted, unjudged: debian forky, reason: We try it, expires: 2099-01-01}',
    ].join('\n'),
  });
  const ran = runCommand({args: ['--report-dir', join(repository, 'out'), repository]});
  expect({status: ran.status, stderr: ran.stderr}).toMatchObject({status: 2});
  report = readReport(join(repository, 'out'));
}, 300_000);

const imageOf = (name: string): ReportImage => {
  const found = report.images.find((image) => image.name === name);
  if (found === undefined) throw new Error(`There is no image ${name}.`);
  return found;
};
const outcomeOf = (name: string) =>
  report.outcomes.find(({rule, image}) => rule === 'vulnerabilities' && image === imageOf(name).id);

describe.each(NAMES.filter((name) => name !== 'accepted'))('%s', (name) => {
  it('is judged where the database knows it, else unable and said', () => {
    const [, words] = SYSTEMS[name];
    const {outcome, reason} = outcomeOf(name) ?? {};
    expect(outcome).toBe(words === undefined ? 'pass' : 'unable');
    if (words === undefined) expect(imageOf(name).unjudged).toBeUndefined();
    else expect(reason).toMatch(words);
  });
});

it('is let pass by a waiver that names it, and shown as not judged', () => {
  expect(outcomeOf('accepted')).toMatchObject({outcome: 'pass'});
  expect(imageOf('accepted').unjudged).toEqual([
    {part: 'debian forky/sid', accepted: {reason: 'We try it', expires: '2099-01-01'}},
  ]);
});
