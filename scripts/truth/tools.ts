/** Programs that others wrote, run to their end, and which version each is. */
import {spawn} from 'node:child_process';
import {resolve} from 'node:path';

/** Parts of the lab that the comparison alone needs. */
const PARTS = ['skopeo', 'crane', 'umoci', 'dive', 'zstd', 'oracle'];

export async function bringUpTools(): Promise<void> {
  const up = resolve(import.meta.dirname, '../../lab/up');
  await run({program: 'bash', args: [up, ...PARTS]});
}

export interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What it wrote to standard output. @throws with its last words when it does not exit with 0 */
export function run({program, args, cwd, env}: Call): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-1000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new Error(`${program} ended with ${String(code)}: ${words.trim()}`));
    });
  });
}

/** Owners and devices can only be made by root; elsewhere sudo is asked, without a question. */
export function runAsRoot(call: Call): Promise<Buffer> {
  if (process.getuid?.() === 0) return run(call);
  return run({...call, program: 'sudo', args: ['-n', call.program, ...call.args]});
}

/** How each is asked for its version. */
const VERSIONS = {
  'GNU tar': ['tar', '--version'],
  crane: ['crane', 'version'],
  skopeo: ['skopeo', '--version'],
  umoci: ['umoci', '--version'],
  dive: ['dive', '--version'],
  trivy: ['trivy', '--version'],
  buildx: ['docker', 'buildx', 'version'],
  docker: ['docker', '--version'],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type Tool = keyof typeof VERSIONS;

const asked = new Map<Tool, Promise<string>>();

/** `umoci 0.6.0`. @throws when it is not there */
export function named(tool: Tool): Promise<string> {
  const known = asked.get(tool) ?? askVersion(tool);
  asked.set(tool, known);
  return known;
}

async function askVersion(tool: Tool): Promise<string> {
  const [program, ...args] = VERSIONS[tool];
  const words = (await run({program, args})).toString();
  const version = /\d+(\.\d+)+/.exec(words)?.[0];
  if (version === undefined) throw new Error(`${tool} does not tell its version: ${words}`);
  return `${tool} ${version}`;
}
