/**
 * The one writer of the log (design.md section 3). Foreign text is printed as data: without control
 * and escape characters, and under Actions with workflow commands switched off (threats.md rule 5).
 */
import {randomBytes} from 'node:crypto';
import {stripVTControlCharacters} from 'node:util';
import type {Door, Log, Secrets, Section} from '../deps.ts';
import {liveStatus} from './status.ts';

export interface LogOptions {
  readonly door: Door;
  readonly secrets: Secrets;
  readonly write: (text: string) => void;
  /** True when live lines can be drawn over. */
  readonly terminal: boolean;
}

interface Line {
  readonly foreign: boolean;
  readonly text: string;
}

const TASK_LINES = 2000;
const LINE_CHARACTERS = 4000;

export function liveLog(options: LogOptions): Log {
  const token = randomBytes(16).toString('hex');
  const status = liveStatus(options.terminal, options.write);
  let open: string | undefined;

  const put = (lines: readonly Line[]): void => {
    const text = lines.map((line) => render(line, {token, options})).join('');
    status.around(() => {
      options.write(text);
    });
  };
  const group = (title: string): void => {
    const words = clean(options.secrets.mask(title));
    put([{foreign: false, text: options.door === 'action' ? `::group::${words}` : `── ${words}`}]);
  };
  const endGroup = (): void => {
    if (options.door === 'action') put([{foreign: false, text: '::endgroup::'}]);
  };
  const whole = (title: string, lines: readonly Line[]): void => {
    if (open !== undefined) endGroup();
    group(title);
    put(lines);
    endGroup();
    if (open !== undefined) group(`${open} (continued)`);
  };

  return {
    line: (text) => {
      put([{foreign: false, text: quiet(text)}]);
    },
    foreign: (text) => {
      put([{foreign: true, text}]);
    },
    live: (title) => {
      open = title;
      group(title);
      return liveSection(put, () => {
        open = undefined;
        endGroup();
      });
    },
    task: (title) =>
      taskSection((lines) => {
        whole(title, lines);
      }),
    status: status.show,
  };
}

function liveSection(put: (lines: readonly Line[]) => void, end: () => void): Section {
  return {
    line: (text) => {
      put([{foreign: false, text: quiet(text)}]);
    },
    foreign: (text) => {
      put([{foreign: true, text}]);
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
      keep({foreign: false, text: quiet(text)});
    },
    foreign: (text) => {
      keep({foreign: true, text});
    },
    end: () => {
      const more =
        dropped === 0 ? [] : [{foreign: false, text: `(${dropped} more lines are not shown)`}];
      finish([...lines, ...more]);
    },
  };
}

/** Our own words hold names of images and files too: none of them may start a command. */
function quiet(text: string): string {
  return text.replace(/::/g, ':\u200b:').replace(/##\[/g, '##\u200b[');
}

function render(
  line: Line,
  context: {readonly token: string; readonly options: LogOptions},
): string {
  const {token, options} = context;
  const masked = options.secrets.mask(line.text);
  if (!line.foreign) return `${clean(masked)}\n`;
  const rows = masked.split(/\r\n|\r|\n/).map((row) => quietLegacy(clean(row)));
  if (options.door === 'command') return `${rows.join('\n')}\n`;
  return `::stop-commands::${token}\n${rows.join('\n')}\n::${token}::\n`;
}

/** The runner also knows the older `##[command]`, which stop-commands does not stop. */
function quietLegacy(text: string): string {
  return text.replace(/##\[/g, '##\u200b[');
}

/** Without escapes, control characters (tabs stay) and marks that change the direction of reading. */
function clean(text: string): string {
  return (
    stripVTControlCharacters(text)
      .slice(0, LINE_CHARACTERS)
      // eslint-disable-next-line no-control-regex -- these are what is removed
      .replace(
        /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
        '',
      )
  );
}
