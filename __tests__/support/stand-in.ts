/** A static program in the place of Trivy: nothing else runs in a container that holds nothing else. */
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';

export type Behaviour = 'look' | 'eat' | 'hang' | 'warn';

/** Builds it into a folder; Go is there wherever the lab is. */
export function buildStandIn(folder: string, behaviour: Behaviour): string {
  const program = join(folder, `stand-in-${behaviour}`);
  const built = spawnSync(
    'go',
    ['build', '-ldflags', `-s -w -X main.behaviour=${behaviour}`, '-o', program, 'main.go'],
    {
      cwd: join(import.meta.dirname, 'stand-in'),
      env: {...process.env, CGO_ENABLED: '0', GO111MODULE: 'off'},
      encoding: 'utf8',
    },
  );
  if (built.status !== 0) throw new Error(`The stand-in could not be built: ${built.stderr}`);
  return program;
}
