/** Mutants that mostly still parse: parts of a seed repeated, swapped, left out, or replaced by odd text. */
const ODD = [
  ...['', '\0', '\uFEFF', '\u202E', '__proto__', 'constructor', '-1', '1e999', 'null', '[]', '{}'],
  ...['**/', '[', '\\', '{1000}', '|', '\r\n', '# ', '&a ', '*a', '"', '  ', '9999999999999999999'],
];

export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function mutate(seed: string, random: Random): string {
  let text = seed;
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) text = once(text, random);
  return text.slice(0, 1_000_000);
}

function once(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const end = Math.min(text.length, at + Math.floor(random() * 20));
  const [before, part, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  const odd = ODD[Math.floor(random() * ODD.length)] ?? '';
  const kind = random();
  if (kind < 0.25) return before + odd + after;
  if (kind < 0.5) return before + odd + part + after;
  if (kind < 0.7) return before + part + part + after;
  if (kind < 0.75) return before + part.repeat(Math.floor(random() * 20_000)) + after;
  if (kind < 0.85) return before + after;
  return before + part.replace(/[0-9a-z]/i, (found) => (found === '0' ? 'z' : '0')) + after;
}
