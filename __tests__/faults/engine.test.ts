/** Faults of the engine, through the whole gate. */
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {expect} from '@jest/globals';
import {startEngine} from '../support/engine.ts';
import {fault} from '../support/faults.ts';
import {FILES, gateIn, WHOLE} from '../support/fault-gate.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();

fault('engine-down', async (place) => {
  const host = `unix://${join(folder(), 'nobody.sock')}`;
  const gated = await gateIn(place, {work: folder(FILES), env: {DOCKER_HOST: host}});
  return {...gated, on: 'a socket that is not there'};
});

fault('engine-dies', async (place) => {
  const engine = await startEngine();
  place.after(engine.kill);
  let killed: Promise<void> | undefined;
  const gated = await gateIn(place, {
    work: folder({...FILES, Dockerfile: 'FROM busybox\nRUN echo it-has-begun && sleep 60\n'}),
    env: {DOCKER_HOST: engine.host, BUILDX_CONFIG: folder()},
    change: (deps) => ({
      ...deps,
      exec: {
        run: (program, options) =>
          deps.exec.run(program, {
            ...options,
            onStderrLine: (line) => {
              // The build's own words, in Base64.
              if (line.includes(Buffer.from('it-has-begun\n').toString('base64')))
                killed ??= pause(200).then(engine.kill);
              options.onStderrLine?.(line);
            },
          }),
      },
    }),
  });
  expect(killed).toBeDefined();
  await killed;
  return {...gated, on: 'a dockerd that was killed while it built'};
});

fault(
  'engine-other-disk',
  async (place) => {
    const engine = await startEngine({hasOtherDisk: true});
    place.after(engine.kill);
    const gated = await gateIn(place, {
      work: folder(WHOLE),
      env: {DOCKER_HOST: engine.host, BUILDX_CONFIG: folder()},
    });
    expect(gated.report.runs[0]?.scanner).toMatchObject({verified: true, confined: true});
    expect(gated.report.images[0]?.packages?.length).toBeGreaterThan(50);
    return {...gated, on: 'a dockerd with a /tmp of its own', hosts: [engine.host]};
  },
  120,
);
