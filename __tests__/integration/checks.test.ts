/** BuildKit's own checks come with the build: the same that `bake --call=check` gives. */
import {spawnSync} from 'node:child_process';
import {describe, expect, it} from '@jest/globals';
import {z} from 'zod';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();

const CHECKED =
  'from busybox AS Base\nENV TOKEN=abc\nRUN echo a \\\n\n  && echo b\nFROM base\nMAINTAINER me\nWORKDIR rel\nUSER 1\n';
const FILES = {
  'compose.yml':
    'services:\n  odd: {build: {context: .}}\n  same: {build: {context: .}}\n  good: {build: {context: ., dockerfile: Dockerfile.good}}\n',
  Dockerfile: CHECKED,
  'Dockerfile.good': 'FROM scratch\nCOPY Dockerfile.good /x\nUSER 1\n',
  '.github/plimsoll.yml':
    'version: 1\nrules: {healthcheck: {level: off}, vulnerabilities: {level: off}, build-tools: {level: off}, secrets: {level: off}}\n',
};

const callSchema = z.object({
  target: z.record(
    z.string(),
    z.object({
      check: z.object({
        warnings: z
          .array(
            z.object({
              ruleName: z.string(),
              detail: z.string(),
              location: z.object({ranges: z.array(z.object({start: z.object({line: z.int()})}))}),
            }),
          )
          .optional(),
      }),
    }),
  ),
});

/** `rule line: detail` of a target, as `--call=check` has them. */
function called(work: string, target: string): readonly string[] {
  const args = ['buildx', 'bake', '-f', 'compose.yml', '--call=check,format=json', target];
  const {stdout} = spawnSync('docker', args, {cwd: work, encoding: 'utf8'});
  const {check} = callSchema.parse(JSON.parse(stdout)).target[target] ?? {check: {}};
  return (check.warnings ?? [])
    .map(
      ({ruleName, detail, location}) => `${ruleName} ${location.ranges[0]?.start.line}: ${detail}`,
    )
    .sort();
}

const dataSchema = z.object({check: z.string(), message: z.string(), url: z.string()});

describe("BuildKit's checks", () => {
  it('are warnings on their lines, also when every step is cached', () => {
    const work = folder(FILES);
    const env = {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined};
    runCommand({args: ['--report-dir', folder(), work], env});
    const reports = folder();
    const {status} = runCommand({args: ['--report-dir', reports, work], env});
    expect(status).toBe(0);
    const told = (name: string): readonly string[] =>
      readReport(reports)
        .violations.filter(
          ({rule, image}) => rule === 'build-checks' && image === `${name}/linux/amd64`,
        )
        .map(({data, place}) => {
          const {check, message} = dataSchema.parse(data);
          return `${check} ${place?.startLine ?? 0}: ${message}`;
        })
        .sort();
    expect(told('odd').length).toBeGreaterThanOrEqual(5);
    expect(told('odd')).toEqual(called(work, 'odd'));
    expect(told('same')).toEqual(told('odd'));
    expect(told('good')).toEqual([]);
  });
});
