import type {Running} from '../deps.ts';

export function liveRunning(): Running {
  const all = new Set<{readonly what: string | (() => readonly string[])}>();
  return {
    during: async (what, work) => {
      const one = {what};
      all.add(one);
      try {
        return await work();
      } finally {
        all.delete(one);
      }
    },
    names: () => [...all].flatMap(({what}) => (typeof what === 'string' ? [what] : what())),
  };
}
