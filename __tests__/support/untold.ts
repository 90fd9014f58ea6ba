/** A process of its own, in which node tells nobody of the children that it starts; `__tests__/platform/exec-library.test.ts`. */
import diagnostics from 'node:diagnostics_channel';
import {syncBuiltinESMExports} from 'node:module';
import {Readable} from 'node:stream';

diagnostics.subscribe = () => undefined;
syncBuiltinESMExports();
const {liveExec} = await import('../../src/platform/exec.ts');

const env = {PATH: process.env['PATH'] ?? ''};
const exec = liveExec({env, signal: new AbortController().signal, runId: 'untold'});
const place = {cwd: '/', deadlineSeconds: 10};
const lines: string[] = [];
const onStderrLine = (line: string): number => lines.push(line);
const script = 'echo out; echo err >&2; exit 3';
const ran = await exec.run('sh', {args: ['-c', script], ...place, onStderrLine});
const late = await exec.run('sleep', {args: ['5'], ...place, deadlineSeconds: 1});
const fed = await exec.run('cat', {args: [], ...place, stdin: Readable.from([Buffer.from('x')])});
const {ended, exitCode, stdout, stderr} = ran;
const told = {
  gap: exec.gap,
  ran: {ended, exitCode, stdout, stderr, lines},
  late: late.ended,
  fed: {ended: fed.ended, stderr: fed.stderr},
};
process.stdout.write(JSON.stringify(told));
process.exit(0);
