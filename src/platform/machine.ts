import {defined} from '../domain/defined.ts';
import type {Machine} from '../deps.ts';

export function liveMachine(): Machine {
  const {platform: os, arch} = process;
  // Windows has neither.
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  return {
    os,
    arch,
    ...defined({uid, gid}),
  };
}
