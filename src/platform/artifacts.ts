/** The run's artifacts, by @actions/artifact in a child process of our own (`worker-task.ts`). */
import type {Artifacts} from '../deps.ts';
import {lastLine, sendWorkerTask, type WorkerTaskOptions} from './worker-task.ts';

/** Undefined where the job has no artifacts. */
export function liveArtifacts(options: WorkerTaskOptions): Artifacts | undefined {
  const {ACTIONS_RUNTIME_TOKEN: token = '', ACTIONS_RESULTS_URL: url = ''} = options.env;
  if (token === '' || url === '') return undefined;
  return {
    upload: async ({name, folder, files, deadlineSeconds}) => {
      const task = {verb: 'upload', name, folder, files} as const;
      const call = {task, cwd: folder, addEnv: {}, deadlineSeconds};
      const {exitCode, stderr} = await sendWorkerTask(call, options);
      if (exitCode !== 0) throw new Error(lastLine(stderr) ?? `it ended with status ${exitCode}`);
    },
  };
}
