/** Live lines at the foot of a terminal, one per image; elsewhere nothing. */
export interface Status {
  show(name: string, text: string): void;
  /** Takes the live lines away, writes, and draws them again. */
  around(write: () => void): void;
}

const NOTHING: Status = {
  show: () => undefined,
  around: (write) => {
    write();
  },
};

const USUAL_COLUMNS = 80;

/** From here on a character may take two columns; one that takes fewer is cut a little early. */
const FIRST_WIDE = 0x1100;

/** A line that goes on in the next row would not be taken away as a whole. */
export function fitted(line: string, columns: number): string {
  let left = columns - 1;
  let end = 0;
  for (const character of line) {
    left -= (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? 2 : 1;
    if (left < 0) return line.slice(0, end);
    end += character.length;
  }
  return line;
}

/** @param columns of the terminal, which may change; 0: not known */
export function liveStatus(
  terminal: boolean,
  write: (text: string) => void,
  columns: () => number = () => 0,
): Status {
  if (!terminal) return NOTHING;
  const lines = new Map<string, string>();
  let drawn = 0;
  const erase = (): void => {
    // Up to the first live line, then everything below is cleared.
    if (drawn > 0) write(`\u001b[${drawn}A\u001b[J`);
    drawn = 0;
  };
  const draw = (): void => {
    const width = columns() || USUAL_COLUMNS;
    for (const [name, text] of lines) write(`${fitted(`${name}: ${text}`, width)}\n`);
    drawn = lines.size;
  };
  return {
    show: (name, text) => {
      erase();
      if (text === '') lines.delete(name);
      else lines.set(name, text);
      draw();
    },
    around: (own) => {
      erase();
      own();
      draw();
    },
  };
}
