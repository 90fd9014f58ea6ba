/** The small interfaces through which every effect goes. Types only: `platform/` implements them. */
import type {Files, Lifetime} from './deps-files.ts';
import type {Artifacts, Cache, Http, Watchdog} from './deps-services.ts';
import type {GitHub} from './domain/github/api.ts';

export type * from './deps-files.ts';
export type * from './deps-services.ts';

/** How it was started: as a step of GitHub Actions, or as the command `plimsoll`. */
export type Invocation = 'action' | 'command';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  /** Relative to the repository's root. */
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

/** What the surroundings of a run offer: GitHub Actions, or a terminal. */
export interface Workflow {
  readonly invocation: Invocation;
  /** The job's environment as it was at the start, with everything in it. Never given to a child. */
  readonly env: Readonly<Record<string, string>>;
  /** Arguments of the command; empty under Actions. */
  readonly args: readonly string[];
  /** Absolute: where the run was started. */
  readonly cwd: string;
  /** True in the action's post step. */
  readonly isPost: boolean;
  /** In a child of ours: does the one thing that it was started for. */
  readonly workerTask?: () => Promise<void>;
  /** Columns of the terminal; absent when nobody looks. */
  readonly columns?: number;
  annotate(annotation: Annotation): void;
  setOutput(name: string, value: string): void;
  /** The step summary, or the terminal of a laptop. */
  writeSummary(markdown: string): Promise<void>;
  /** Standard output of the command (`--json`); nothing under Actions. */
  writeStdout(text: string): Promise<void>;
  /** Ends the process with this status; the step fails unless it is 0. */
  end(status: number): void;
}

/** A piece of the log that belongs to one task. */
export interface Section {
  /** Our own words. */
  line(text: string): void;
  /** Text of a build, an image, a tool or a file name: printed as data, never as a command. */
  untrusted(text: string): void;
  end(): void;
}

/** The one writer of the log. Every line is masked. */
export interface Log {
  /** Our own words, outside of any group. */
  line(text: string): void;
  /** Foreign text outside of any group. */
  untrusted(text: string): void;
  /** The one live group (the build): its lines appear as they come. */
  live(title: string): Section;
  /** A group whose lines are kept (bounded) and written together when it ends. */
  task(title: string): Section;
  /** On a terminal the live line of one image; elsewhere nothing. */
  status(name: string, text: string): void;
}

/** Values that must appear in no output. Shorter than 8 characters they are not taken: no figure would be readable. */
export interface Secrets {
  readonly add: (values: Iterable<string>) => void;
  /** Values of the job's environment that may be secrets; masked too, until `clear` shows better. */
  readonly suspect: (values: Iterable<string>) => void;
  /** Of what was suspected. What was added stays. */
  readonly clear: (isOpen: (value: string) => boolean) => void;
  /** Of free text. */
  readonly mask: (text: string) => string;
  /** What identifies is never masked: `sweep` leaves what stands in one of these. */
  readonly spare: (identities: Iterable<string>) => void;
  /** The second line, of texts that were made of masked ones and of identities. */
  readonly sweep: (text: string) => string;
}

export interface RunOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  /** Added to the cleaned environment of the job (threats.md rule 1). */
  readonly addEnv?: Readonly<Record<string, string>>;
  /** The whole environment of the child; nothing of the job's is given. */
  readonly onlyEnv?: Readonly<Record<string, string>>;
  readonly deadlineSeconds: number;
  /** Ends this child alone. */
  readonly signal?: AbortSignal;
  /** Per stream; what comes after is dropped and `truncated` says so. Default 64 MiB. */
  readonly maxOutputBytes?: number;
  /** How standard output becomes text: `latin1` keeps each byte as one character. Default utf8. */
  readonly encoding?: 'utf8' | 'latin1';
  /** Called for each whole line of standard error as it comes, without its line end. */
  readonly onStderrLine?: (line: string) => void;
  /** What the child reads from its standard input; absent: nothing. When it breaks off, the child is ended. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

export interface RunResult {
  /**
   * How it ended. `missing`: there is no such program or folder; `signal`: also what could not be started, for the
   * reason that `stderr` says; `aborted`: by its own signal; `stopped`: with the run.
   */
  readonly ended: 'exit' | 'signal' | 'deadline' | 'aborted' | 'stopped' | 'missing';
  /** -1 unless `ended` is `exit`. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly truncated: boolean;
  readonly seconds: number;
}

/** Starts programs, without a shell, each in a process group that is ended as a whole. Never throws. */
export interface Exec {
  /** What they are started without, in a sentence; absent: nothing. */
  readonly gap?: string;
  run(program: string, options: RunOptions): Promise<RunResult>;
}

/** What the run is on, as node names it (`linux`, `x64`), and as whom; no ids where there are none. */
export interface Machine {
  readonly os: string;
  readonly arch: string;
  readonly uid?: number;
  readonly gid?: number;
}

export interface Clock {
  now(): Date;
  /** Monotonic seconds. */
  seconds(): number;
  sleep(seconds: number, signal?: AbortSignal): Promise<void>;
}

/** What is under way, for the one sentence of a run that is ended. */
export interface Running {
  /** @param what `scan of web/linux/amd64`; asked for when the run is ended where it changes */
  readonly during: <T>(
    what: string | (() => readonly string[]),
    work: () => Promise<T>,
  ) => Promise<T>;
  /** The oldest first. */
  readonly names: () => readonly string[];
}

/** What a run makes outside of itself. */
export type Owned = OwnedFolder | OwnedByEngine;

interface OwnedFolder {
  readonly kind: 'folder';
  readonly path: string;
  readonly life: Lifetime;
}

/**
 * An image goes by a tag of its own, and only that tag is taken away. A builder is buildx's, with its
 * container and its cache. A volume is taken away when no container has it any more.
 */
export interface OwnedByEngine {
  readonly kind: 'container' | 'image' | 'builder' | 'volume';
  readonly name: string;
  readonly life: Lifetime;
}

export interface Cleanup {
  /**
   * Registered before the thing is made; survives a hard kill (saved for the post step).
   * @throws after `run`, so that nothing is made that would stay
   */
  own(thing: Owned): void;
  /** Removes one thing before its time; what could not be removed is tried again at its end. */
  remove(thing: Owned): Promise<void>;
  /** Removes what lives that long or shorter. Never throws: what could not be removed is returned in words. */
  run(life: Lifetime): Promise<readonly string[]>;
}

export interface Deps {
  readonly workflow: Workflow;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly exec: Exec;
  readonly files: Files;
  readonly http: Http;
  /** Absent outside of Actions. */
  readonly cache?: Cache;
  /** Absent outside of Actions. */
  readonly artifacts?: Artifacts;
  readonly github: (token: string) => GitHub;
  readonly machine: Machine;
  readonly clock: Clock;
  readonly running: Running;
  readonly cleanup: Cleanup;
  /** In the environment of every child and in the label of every container: whose it is. */
  readonly runId: string;
  /** The run's one abort signal: SIGINT, SIGTERM, or the deadline of the whole run. */
  readonly signal: AbortSignal;
  /** Aborts the signal, once; the reason is the error that the run ends with. */
  readonly abort: (reason: Error) => void;
  /** Absent in tests that have no process of their own. */
  readonly watchdog?: Watchdog;
}
