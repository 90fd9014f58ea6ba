/** Trivy's log, read for its reasons and warnings. Foreign text. */
import {withoutEscapes} from '../text/plain-text.ts';

const LONGEST = 500;
/** Of this much of a message at most its end is told. */
const LONGEST_SAID = 10_000;
/** `2026-01-01T00:00:00Z\tWARN\t[prefix] words\tname="value"`. */
const LINE = /^\S+\s+(DEBUG|INFO|WARN|ERROR|FATAL)\s/;

interface LogLine {
  /** Undefined for a line that Trivy did not write as a log line. */
  readonly level: string | undefined;
  readonly text: string;
}

/**
 * Why Trivy failed: its last FATAL or ERROR with the lines that go on with it, else its last line.
 * Undefined when it said nothing.
 */
export function parseFailureReason(stderr: string): string | undefined {
  const lines = linesOf(stderr);
  const start = lines.findLastIndex(({level}) => level === 'FATAL');
  const fallback = lines.findLastIndex(({level}) => level === 'ERROR');
  const from = start >= 0 ? start : fallback >= 0 ? fallback : lines.length - 1;
  const [first, ...rest] = lines.slice(Math.max(from, 0));
  if (first === undefined) return undefined;
  const end = rest.findIndex(({level}) => level !== undefined);
  const goesOn = end < 0 ? rest : rest.slice(0, end);
  const reason = tidy([first, ...goesOn].map(({text}) => text).join(' '));
  return reason.includes('no space left on device') ? DISK_FULL : reason;
}

/** Trivy names the file of its own that it could not write, at the end of a chain of causes. */
const DISK_FULL =
  'the disk is full where it works, no space left on device; free some, or set TMPDIR (RUNNER_TEMP on a runner) to a larger one';

/** The texts of its WARN lines. */
export function parseWarnings(stderr: string): readonly string[] {
  return linesOf(stderr)
    .filter(({level}) => level === 'WARN')
    .map(({text}) => tidy(text));
}

function linesOf(stderr: string): readonly LogLine[] {
  return withoutEscapes(stderr)
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [head = '', level] = LINE.exec(line) ?? [];
      return {level, text: line.slice(head.length).trimStart()};
    });
}

/** One line, bounded, without the words that every failure starts with, and without secrets in URLs. */
function tidy(text: string): string {
  // The causes stand at the end.
  const tidied = text
    .slice(-LONGEST_SAID)
    .replace(/\s+/g, ' ')
    .replace(/^Fatal error\s*/, '')
    .replace(/^(?:(?:run|init|DB|flag|image scan|scan) error: )+/, '')
    .replace(/(:\/\/)[^\s/@]{0,500}@/g, '$1')
    .replace(/(:\/\/[^\s?]{0,2000})\?\S*/g, '$1')
    .replace(/ \* /g, ' ')
    .trim()
    .replace(/[.;]$/, '');
  return tidied.length <= LONGEST ? tidied : `...${tidied.slice(-LONGEST)}`;
}
