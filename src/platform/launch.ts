/**
 * `@actions/exec` starts every program, and hands out no process: nobody could end it. Node tells of each child
 * before it is started, and the call that it belongs to is the one in whose asynchronous context it is made.
 * It tells so on the channel `child_process` in every release of node 24 (`tracing:child_process.spawn` came with
 * 24.21).
 */
import {AsyncLocalStorage} from 'node:async_hooks';
import {ChildProcess, type SpawnOptions} from 'node:child_process';
import {subscribe} from 'node:diagnostics_channel';

export interface Launch {
  /** Over what the library asks for. */
  readonly options: Pick<SpawnOptions, 'detached' | 'stdio'>;
  /** The child runs, and nothing of it was read. */
  readonly onStart: (child: ChildProcess) => void;
  /** It could not be started. */
  readonly onFailure: (error: Error) => void;
}

/** One call of the library. */
class Call {
  readonly launch: Launch;
  isTaken = false;

  constructor(launch: Launch) {
    this.launch = launch;
  }
}

const calls = new AsyncLocalStorage<Call>();
let isListening = false;

/** False where node does not tell: children run all the same, and nobody can end them. */
export function canLead(): boolean {
  if (!isListening) subscribe('child_process', take);
  isListening = true;
  const unheard = {options: {}, onStart: () => undefined, onFailure: () => undefined};
  const call = new Call(unheard);
  calls.run(call, () => new ChildProcess());
  return call.isTaken;
}

/** Runs a task; the first child that it starts is started as `launch` says, and told to it. */
export function launched<T>(launch: Launch, task: () => Promise<T>): Promise<T> {
  return calls.run(new Call(launch), task);
}

function take(told: unknown): void {
  const call = calls.getStore();
  // What listens to the child may start others in the same context.
  if (call === undefined || call.isTaken) return;
  if (typeof told !== 'object' || told === null || !('process' in told)) return;
  if (!(told.process instanceof ChildProcess)) return;
  const child = told.process;
  const spawn: unknown = Reflect.get(child, 'spawn');
  if (typeof spawn !== 'function') return;
  const {options, onStart, onFailure} = call.launch;
  call.isTaken = true;
  child.once('error', onFailure);
  child.once('spawn', () => {
    onStart(child);
  });
  const start = (asked: object): unknown => Reflect.apply(spawn, child, [{...asked, ...options}]);
  Object.assign(child, {spawn: (asked: object) => orTold(child, () => start(asked))});
}

/** What node throws in here (E2BIG) the library neither catches nor tells, and it would wait for ever. */
function orTold(child: ChildProcess, start: () => unknown): unknown {
  try {
    return start();
  } catch (error) {
    process.nextTick(() => child.emit('error', error));
    return undefined;
  }
}
