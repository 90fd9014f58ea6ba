/** What nobody looked at: "nothing there that the scanner understands" is never clean. */
import {defined} from '../defined.ts';
import {isKnown, type Known} from '../known.ts';
import type {DockerfileFacts} from '../dockerfile/dockerfile.ts';
import {lineage, parseStages} from '../dockerfile/stages.ts';
import type {SystemFacts} from '../image/system.ts';
import type {Gap, ScanFacts} from './facts.ts';
import {isReleaseKnown} from './releases.ts';
import {strangeSystem} from './strange-system.ts';

export interface ScanCoverage {
  /** As its own files have it. */
  readonly facts: SystemFacts;
  /** As the scanner names it. */
  readonly system: string | undefined;
  readonly packages: number;
  /** Those of the system itself. */
  readonly systemPackages: number;
  /** From our own look inside; undefined where the image could not be read. */
  readonly files: number | undefined;
  readonly jars: readonly string[];
  /** Those of which no package is known. */
  readonly namelessJars: readonly string[];
  /** Files that tell of packages, and that the scanner does not see. */
  readonly unseenRecords: readonly string[];
  /** Lines of the scanner's log. */
  readonly warnings: readonly string[];
  /** Names of what the database has advisories of; absent: nobody knows. */
  readonly buckets?: ReadonlySet<string>;
  /** Why archives of Java were left out; absent: they were not. */
  readonly withoutJava?: string;
}

/** The sentences that go with the facts of one image. */
export function scanLimits(
  look: ScanCoverage,
): Pick<ScanFacts, 'notLookedAt' | 'gaps' | 'nothingKnown'> {
  const strange = strangeSystem(look);
  const gaps = [
    ...[noPackageList(look), unsupported(look), unknownRelease(look)].flatMap((sentence) =>
      sentence === undefined ? [] : [{sentence, ...defined({unjudged: look.system})}],
    ),
    ...strange,
    ...archives(look),
    ...unseen(look),
  ];
  // Of a strange system it is said what is missing.
  const nothing = strange.length > 0 ? undefined : nothingKnown(look);
  return {
    notLookedAt: [
      ...gaps.map(({sentence}) => sentence),
      ...nameless(look),
      ...look.warnings.filter(isSkipped),
    ],
    ...(gaps.length > 0 && {gaps}),
    ...defined({nothingKnown: nothing}),
  };
}

/**
 * True when the Dockerfile says in so many words that the image starts from nothing: what BuildKit made of
 * it is asked first, and this is where nothing of that is known.
 */
export function isFromScratch(
  dockerfile: Known<Pick<DockerfileFacts, 'instructions' | 'usedStages'>>,
): boolean {
  if (!isKnown(dockerfile)) return false;
  const {instructions, usedStages} = dockerfile.value;
  const first = lineage(parseStages(instructions, new Map()), usedStages.at(-1) ?? 0).at(-1);
  return instructions.some(
    (instruction) =>
      instruction.keyword === 'FROM' &&
      instruction.stage === first &&
      /^FROM\s+(?:--\S+\s+)*scratch(?:\s|$)/i.test(instruction.text),
  );
}

function nothingKnown(look: ScanCoverage): string | undefined {
  const {system, packages, files, withoutJava} = look;
  if (system !== undefined || packages > 0 || files === 0) return undefined;
  // Said as what is missing.
  if (withoutJava !== undefined) return undefined;
  return 'There is nothing in the image that the scanner understands: no system that it knows and no package. Take a base that keeps its list of packages, or FROM scratch for a single binary.';
}

function noPackageList({system, systemPackages}: ScanCoverage): string | undefined {
  if (system === undefined || systemPackages > 0) return undefined;
  return `The packages of ${system} were not looked at: its list of packages is missing or empty. Keep it in the image (/var/lib/dpkg, /lib/apk/db or the rpm database).`;
}

function unsupported({system, warnings}: ScanCoverage): string | undefined {
  if (!warnings.some((line) => /\bUnsupported os\b/.test(line))) return undefined;
  return `The packages of ${system ?? 'the system'} were not judged: the scanner has no advisories for that system.`;
}

/**
 * There are then no findings at all. The scanner's only sign is that its program does not know the release;
 * of one that it knows, and its database does not, it says nothing.
 */
function unknownRelease({system, buckets, warnings}: ScanCoverage): string | undefined {
  const isOdd = warnings.some((line) => /\bOS version is not on the EOL list\b/i.test(line));
  const judgedAs = mixedWith(warnings) ?? system;
  const isMissing =
    judgedAs !== undefined && buckets !== undefined && isReleaseKnown(judgedAs, buckets) === false;
  if (!isOdd && !isMissing) return undefined;
  return `The packages of ${system ?? 'the system'} were not judged: the vulnerability database knows no such release. Take a base of a release that it knows, or accept it in the policy by a waiver with \`unjudged\`.`;
}

/** Alpine with a list of repositories of another release: the scanner goes by that one. */
function mixedWith(warnings: readonly string[]): string | undefined {
  const line = warnings.find((one) => /\bMixing Alpine versions\b/.test(one));
  const release = /\brepository="([^"]{1,100})"/.exec(line ?? '')?.[1];
  return release && `alpine ${release}`;
}

const NAMED = 3;

function archives({jars, withoutJava}: ScanCoverage): readonly Gap[] {
  if (withoutJava === undefined) return [];
  // The scanner may see some where we see none.
  const which = jars.length === 0 ? '' : ` (${firstOf(jars)})`;
  return [{sentence: `Java archives were not looked at${which}. ${withoutJava}`}];
}

/** Names of hard links, mostly: the scanner reads the first name alone, which may tell it nothing. */
function unseen({unseenRecords}: ScanCoverage): readonly Gap[] {
  if (unseenRecords.length === 0) return [];
  return [
    {
      sentence: `What is told by ${firstOf(unseenRecords)} was not judged: the scanner does not see these files as the engine does (hard links under another name, layers that replace folders). Copy them instead of linking them, or accept it in the policy by a waiver with \`unjudged: unseen files\`.`,
      unjudged: 'unseen files',
    },
  ];
}

/** Mostly those of one's own: they are in no list. What is packed into them has a name of its own. */
function nameless({namelessJars, withoutJava}: ScanCoverage): readonly string[] {
  if (namelessJars.length === 0 || withoutJava !== undefined) return [];
  return [`Java archives of which nobody knows what they are: ${firstOf(namelessJars)}.`];
}

function firstOf(jars: readonly string[]): string {
  const more = jars.length > NAMED ? ` and ${jars.length - NAMED} more` : '';
  return `${jars.slice(0, NAMED).join(', ')}${more}`;
}

/** Nobody promises packages in an image that is built upon nothing. */
export function onScratch(facts: ScanFacts): ScanFacts {
  if (facts.packages.length > 0 || facts.system !== undefined) return facts;
  const {nothingKnown: _nothing, ...rest} = facts;
  const words =
    'The files of the image: it is FROM scratch, and no package that the scanner knows is in it.';
  return {...rest, notLookedAt: [...facts.notLookedAt, words]};
}

function isSkipped(line: string): boolean {
  return /not supported for vulnerability|were skipped/i.test(line);
}
