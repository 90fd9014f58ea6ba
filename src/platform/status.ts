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

export function liveStatus(terminal: boolean, write: (text: string) => void): Status {
  if (!terminal) return NOTHING;
  const lines = new Map<string, string>();
  let drawn = 0;
  const erase = (): void => {
    // Up to the first live line, then everything below is cleared.
    if (drawn > 0) write(`\u001b[${drawn}A\u001b[J`);
    drawn = 0;
  };
  const draw = (): void => {
    for (const [name, text] of lines) write(`${name}: ${text}\n`);
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
