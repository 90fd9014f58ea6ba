/** One figure of one image, as a tool that others wrote has it and as we have it. */
import type {Tool} from './tools.ts';

export type Outcome = 'equal' | 'explained' | 'DIFFERENT' | 'DID NOT RUN';

export interface Row {
  readonly image: string;
  readonly figure: string;
  /** With its version. */
  readonly tool: string;
  readonly theirs: string;
  readonly ours: string;
  readonly outcome: Outcome;
  /** Names of the explained differences with what each amounts to, or what differs. */
  readonly note: string;
  readonly explained: readonly Explanation[];
}

/** What a check found, before it is known whose it is. */
export interface Finding {
  readonly figure: string;
  readonly theirs: number | string;
  readonly ours: number | string;
  /** Where `theirs` and `ours` only sum up what was compared: what differs in the details. */
  readonly differing?: readonly string[];
  /** By what theirs must differ from ours, to the byte. */
  readonly explained?: readonly Explanation[];
}

/** One explained difference, worked out for one image. */
export interface Explanation {
  readonly name: string;
  readonly reason: string;
  /** Theirs minus ours; what is 0 does not apply. */
  readonly amount: number;
}

export interface Place {
  readonly image: string;
  readonly tool: string;
}

export function judge(found: Finding, {image, tool}: Place): Row {
  const {figure, theirs, ours, differing = []} = found;
  const parts = (found.explained ?? []).filter(({amount}) => amount !== 0);
  const row = {image, figure, tool, theirs: String(theirs), ours: String(ours), explained: parts};
  if (differing.length === 0 && agree(theirs, ours, parts))
    return {
      ...row,
      outcome: parts.length > 0 ? 'explained' : 'equal',
      note: told(parts).join('; '),
    };
  const whole = `theirs ${row.theirs}, ours ${row.ours}`;
  const note = [whole, ...differing.slice(0, 5), ...told(parts)].join('; ');
  return {...row, outcome: 'DIFFERENT', note};
}

/** No tolerance: the parts make exactly the difference. */
function agree(
  theirs: number | string,
  ours: number | string,
  parts: readonly Explanation[],
): boolean {
  if (typeof theirs === 'string' || typeof ours === 'string') return theirs === ours;
  return theirs - ours === parts.reduce((sum, {amount}) => sum + amount, 0);
}

function told(parts: readonly Explanation[]): readonly string[] {
  return parts.map(({name, amount}) => `${name} (${amount > 0 ? '+' : ''}${amount})`);
}

export function didNotRun(image: string, tool: Tool, why: string): Row {
  return {
    ...{image, figure: '-', tool, theirs: '-', ours: '-', explained: []},
    outcome: 'DID NOT RUN',
    note: why.replace(/\s+/g, ' ').slice(-400),
  };
}

/** A tool that cannot read the image, in the words that were written down for it. */
export function refused({image, tool}: Place, words: string): Row {
  const name = `refused by ${tool}`;
  const reason = 'The tool cannot read such an image at all, and says so in these words.';
  return {
    ...{image, figure: 'all of it', tool, theirs: 'refused', ours: 'read'},
    ...{outcome: 'explained', note: words, explained: [{name, reason, amount: 1}]},
  };
}

export function isFailure({outcome}: Row): boolean {
  return outcome === 'DIFFERENT' || outcome === 'DID NOT RUN';
}

/** A line of the table. */
export function renderRow({image, figure, tool, theirs, ours, outcome, note}: Row): string {
  const cells = [image.padEnd(26), figure.padEnd(24), tool.padEnd(15)];
  const raw = `${shortened(theirs).padStart(20)} ${shortened(ours).padStart(20)}`;
  return `${cells.join(' ')} ${raw}  ${outcome}${note === '' ? '' : `: ${note}`}`;
}

function shortened(text: string): string {
  return text.length <= 20 ? text : `${text.slice(0, 19)}…`;
}

export function renderTotals(rows: readonly Row[]): string {
  const count = (outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length;
  const images = new Set(rows.map(({image}) => image)).size;
  return (
    `${rows.length} rows, ${images} images: ${count('equal')} equal, ${count('explained')} explained, ` +
    `${count('DIFFERENT')} different, ${count('DID NOT RUN')} did not run`
  );
}

/** Why what is explained differs, each reason once. */
export function renderReasons(rows: readonly Row[]): string {
  const reasons = new Map(
    rows.flatMap(({explained}) => explained.map(({name, reason}) => [name, reason] as const)),
  );
  return [...reasons].map(([name, reason]) => `  ${name}: ${reason}`).join('\n');
}
