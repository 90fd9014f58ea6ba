/** Disks that are full, through the whole gate. */
import {liveFiles} from '../../src/platform/files.ts';
import {fault} from '../support/faults.ts';
import {gateIn, WHOLE} from '../support/fault-gate.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {smallDisk} from '../support/small-disk.ts';

const {trivyPath} = lab();
const folder = folders();

fault('disk-full-export', async (place) => {
  place.after(smallDisk(place.temporary, '4m'));
  const args = [`--trivy-path=${trivyPath}`];
  const gated = await gateIn(place, {work: folder(WHOLE), args});
  return {...gated, on: 'a disk of 4 MB under RUNNER_TEMP'};
});

fault('disk-full-scan', async (place) => {
  const small = folder();
  place.after(smallDisk(small, '128k'));
  const gated = await gateIn(place, {
    work: folder(WHOLE),
    args: [`--trivy-path=${trivyPath}`],
    change: (deps) => {
      const onSmall = liveFiles({temporary: small, cleanup: deps.cleanup});
      const makeTemporary: typeof deps.files.makeTemporary = (prefix, life) =>
        (prefix === 'plimsoll-scan' ? onSmall : deps.files).makeTemporary(prefix, life);
      return {...deps, files: {...deps.files, makeTemporary}};
    },
  });
  return {...gated, on: 'a disk of 128 kB under the cache of Trivy'};
});
