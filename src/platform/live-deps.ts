import {randomBytes} from 'node:crypto';
import {defined} from '../domain/defined.ts';
import type {Annotation, Cleanup, Deps, Running, Secrets, Workflow} from '../deps.ts';
import {endedBy} from '../domain/report/run-end.ts';
import {maskDocument} from '../domain/text/mask-json.ts';
import {Interrupted, errorMessage} from '../errors.ts';
import {liveArtifacts} from './artifacts.ts';
import {liveCache} from './cache.ts';
import {liveCleanup, type Ownership} from './cleanup.ts';
import {liveClock} from './clock.ts';
import {WORKER_TASK} from './worker-task.ts';
import {liveExec} from './exec.ts';
import {liveFiles} from './files.ts';
import {maskJob} from './first-masks.ts';
import {liveGitHub} from './github.ts';
import {liveHttp} from './http.ts';
import {liveLog} from './log.ts';
import {liveMachine} from './machine.ts';
import {liveRunning} from './running.ts';
import {liveSecrets} from './secrets.ts';
import {stateSaver} from './saved-state.ts';
import {temporaryFolder} from './temporary.ts';
import {detectInvocation, liveProcessContext} from './process-context.ts';
import {liveWatchdog} from './watchdog.ts';
import {commandWorkflow} from './command-workflow.ts';

const STATE = 'ownership';

/** Everything real: the one place where the effects are put together. */
export async function liveDeps(): Promise<Deps> {
  // A reader that goes away (a pipe to head) ends the printing, and not the judging.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const around = liveProcessContext();
  const secrets = liveSecrets();
  const isAction = detectInvocation(around.env) === 'action';
  // @actions/core takes longer to load than the command's help takes to print.
  const action = isAction ? await import('./action-workflow.ts') : undefined;
  const save = action && stateSaver(around.env, action.saveState);
  const bare = action?.actionWorkflow(around) ?? commandWorkflow(around);
  const controller = new AbortController();
  const running = liveRunning();
  const {abort, arm} = listen(controller, running);
  const before = await ownership(around.env[`STATE_${STATE}`]);
  const {runId} = before;
  const cleanup = cleanupOf(before, around.env, save);
  const files = liveFiles({temporary: temporaryFolder(around.env), cleanup});
  await maskJob({workflow: bare, secrets, files});
  return {
    workflow: {...masked(bare, secrets), ...errandOf(around.env[WORKER_TASK])},
    log: liveLog({
      invocation: bare.invocation,
      secrets,
      write: (text) => (isAction ? process.stdout : process.stderr).write(text),
      terminal: !isAction && process.stderr.isTTY,
      columns: () => process.stderr.columns,
    }),
    secrets,
    ...reachOf(bare, {signal: controller.signal, runId}),
    files,
    machine: liveMachine(),
    clock: liveClock,
    running,
    cleanup,
    runId,
    signal: controller.signal,
    abort,
    watchdog: liveWatchdog(arm),
  };
}

function cleanupOf(
  before: Ownership,
  env: Workflow['env'],
  save: ReturnType<typeof stateSaver> | undefined,
): Cleanup {
  return liveCleanup({
    before,
    save: (ownership) => {
      save?.({isPost: 'true', [STATE]: JSON.stringify(ownership)});
    },
    // A run that was stopped still cleans up; the children that it ends are others.
    exec: liveExec({env, signal: new AbortController().signal, runId: `${before.runId}-end`}),
  });
}

/** What goes beyond this process: children, the network, the job's cache service. */
function reachOf(
  {invocation, env}: Workflow,
  run: {readonly signal: AbortSignal; readonly runId: string},
): Pick<Deps, 'exec' | 'http' | 'github' | 'cache' | 'artifacts'> {
  const exec = liveExec({env, ...run});
  const script = process.argv[1] ?? '';
  const job = {env, exec, script};
  const [cache, artifacts] =
    invocation === 'action' ? [liveCache(job), liveArtifacts(job)] : [undefined, undefined];
  return {
    exec,
    http: liveHttp({env, signal: run.signal}),
    github: (token) => liveGitHub(token, {env, signal: run.signal}),
    ...defined({cache, artifacts}),
  };
}

/** Only in a child of ours is anything asked so. */
function errandOf(asked: string | undefined): Pick<Workflow, 'workerTask'> {
  if (asked === undefined) return {};
  return {workerTask: async () => (await import('./worker-task-child.ts')).runWorkerTask(asked)};
}

/** A new run where nothing was saved. */
async function ownership(saved: string | undefined): Promise<Ownership> {
  if (saved === undefined || saved === '')
    return {runId: randomBytes(8).toString('hex'), owned: []};
  const {parseOwnership} = await import('./ownership.ts');
  return parseOwnership(saved);
}

/**
 * The first SIGINT or SIGTERM stops the run in order; the second ends it at once. Work that a stopped
 * run has abandoned fails when nobody awaits it any more: that must not end its clean-up.
 */
function listen(
  controller: AbortController,
  running: Running,
): {
  readonly abort: (reason: Error) => void;
  readonly arm: () => void;
} {
  const abort = (reason: Error): void => {
    if (!controller.signal.aborted) controller.abort(reason);
  };
  const arm = (): void => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.on(name, () => {
        if (controller.signal.aborted) process.exit(130);
        abort(new Interrupted(endedBy(`Stopped by ${name}`, running.names())));
      });
    }
  };
  arm();
  process.on('unhandledRejection', (reason) => {
    abort(reason instanceof Error ? reason : new Error(errorMessage(reason)));
  });
  return {abort, arm};
}

/** Whatever leaves by the workflow is masked, whoever wrote it. */
function masked(workflow: Workflow, secrets: Secrets): Workflow {
  const {sweep} = secrets;
  return {
    ...workflow,
    annotate: (annotation: Annotation) => {
      workflow.annotate({
        ...annotation,
        title: sweep(annotation.title),
        message: sweep(annotation.message),
      });
    },
    setOutput: (name, value) => {
      workflow.setOutput(name, maskDocument(value, sweep));
    },
    writeSummary: (text) => workflow.writeSummary(sweep(text)),
    writeStdout: (text) => workflow.writeStdout(maskDocument(text, sweep)),
  };
}
