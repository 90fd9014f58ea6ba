/**
 * The one writer of the log (architecture.md section 3). Foreign text is printed as data: without control
 * and escape characters, and under Actions with workflow commands switched off (threats.md rule 5).
 */
import {randomBytes} from 'node:crypto';
import type {Invocation, Log, Secrets, Section} from '../deps.ts';
import {plainLine} from '../domain/text/plain-text.ts';
import {withoutUrlSecrets} from '../domain/text/urls.ts';
import {liveStatus, type Status} from './status.ts';

export interface LogOptions {
  readonly invocation: Invocation;
  readonly secrets: Secrets;
  readonly write: (text: string) => void;
  /** True when live lines can be drawn over. */
  readonly terminal: boolean;
  /** Of the terminal. */
  readonly columns?: () => number;
}

interface Line {
  readonly untrusted: boolean;
  readonly text: string;
}

const TASK_LINES = 2000;
const LINE_CHARACTERS = 4000;

/** Writes lines and groups; knows which live group is open. */
class Writer {
  readonly #options: LogOptions;
  readonly #status: Status;
  readonly #token = randomBytes(16).toString('hex');
  #open: string | undefined;

  constructor(options: LogOptions, status: Status) {
    this.#options = options;
    this.#status = status;
  }

  put(lines: readonly Line[]): void {
    const context = {token: this.#token, options: this.#options};
    const text = lines.map((line) => render(line, context)).join('');
    this.#status.around(() => {
      this.#options.write(text);
    });
  }

  openLive(title: string): void {
    this.#open = title;
    this.#group(title);
  }

  closeLive(): void {
    this.#open = undefined;
    this.#endGroup();
  }

  /** A group of its own; an open live group is closed before and goes on after it. */
  whole(title: string, lines: readonly Line[]): void {
    if (this.#open !== undefined) this.#endGroup();
    this.#group(title);
    this.put(lines);
    this.#endGroup();
    if (this.#open !== undefined) this.#group(`${this.#open} (continued)`);
  }

  #group(title: string): void {
    const words = quiet(title);
    this.put([
      {
        untrusted: false,
        text: this.#options.invocation === 'action' ? `::group::${words}` : `── ${words}`,
      },
    ]);
  }

  #endGroup(): void {
    if (this.#options.invocation === 'action') this.put([{untrusted: false, text: '::endgroup::'}]);
  }
}

export function liveLog(options: LogOptions): Log {
  const status = liveStatus(options.terminal, options.write, options.columns);
  const writer = new Writer(options, status);
  const put = (lines: readonly Line[]): void => {
    writer.put(lines);
  };
  return {
    line: (text) => {
      put([{untrusted: false, text: quiet(text)}]);
    },
    untrusted: (text) => {
      put([{untrusted: true, text}]);
    },
    live: (title) => {
      writer.openLive(title);
      return liveSection(put, () => {
        writer.closeLive();
      });
    },
    task: (title) =>
      taskSection((lines) => {
        writer.whole(title, lines);
      }),
    status: (name, text) => {
      status.show(clean(name), clean(options.secrets.mask(text)));
    },
  };
}

function liveSection(put: (lines: readonly Line[]) => void, end: () => void): Section {
  return {
    line: (text) => {
      put([{untrusted: false, text: quiet(text)}]);
    },
    untrusted: (text) => {
      put([{untrusted: true, text}]);
    },
    end,
  };
}

/** Keeps the first lines of a task until it ends; says how many there were more. */
function taskSection(finish: (lines: readonly Line[]) => void): Section {
  const lines: Line[] = [];
  let dropped = 0;
  const keep = (line: Line): void => {
    if (lines.length < TASK_LINES) lines.push(line);
    else dropped += 1;
  };
  return {
    line: (text) => {
      keep({untrusted: false, text: quiet(text)});
    },
    untrusted: (text) => {
      keep({untrusted: true, text});
    },
    end: () => {
      const more =
        dropped === 0 ? [] : [{untrusted: false, text: `(${dropped} more lines are not shown)`}];
      finish([...lines, ...more]);
    },
  };
}

/** Our own words hold names of images and files too: none of them may start a command. */
function quiet(text: string): string {
  return text.replaceAll('::', ': :').replaceAll('##[', '## [');
}

function render(
  line: Line,
  context: {readonly token: string; readonly options: LogOptions},
): string {
  const {token, options} = context;
  const masked = withoutUrlSecrets(options.secrets.mask(line.text));
  if (!line.untrusted) return `${clean(masked)}\n`;
  const rows = masked.split(/\r\n|\r|\n/).map((row) => quietLegacy(clean(row)));
  if (options.invocation === 'command') return `${rows.join('\n')}\n`;
  return `::stop-commands::${token}\n${rows.join('\n')}\n::${token}::\n`;
}

/** The runner also knows the older `##[command]`, which stop-commands does not stop. */
function quietLegacy(text: string): string {
  return text.replaceAll('##[', '## [');
}

/** Bounded, and without what could fool a terminal; indentation stays. */
function clean(text: string): string {
  return plainLine(text.slice(0, LINE_CHARACTERS).replaceAll('\t', '    '));
}
