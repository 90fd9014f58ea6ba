import type {InstalledPackage} from '../image/package-owners.ts';
import type {Place} from '../../errors.ts';

export const SEVERITIES = ['unknown', 'low', 'medium', 'high', 'critical'] as const;
/** From least to most severe. */
export type Severity = (typeof SEVERITIES)[number];

/** What the scanner calls the vendor's answer. */
export const STATUSES = [
  'unknown',
  'not_affected',
  'affected',
  'fixed',
  'under_investigation',
  'will_not_fix',
  'fix_deferred',
  'end_of_life',
] as const;
export type Status = (typeof STATUSES)[number];

/** One installed package that an advisory names. */
export interface Member {
  /** The binary package, as installed: `libssl3`. */
  readonly package: string;
  readonly version: string;
  /** With version; absent where the scanner gives none. */
  readonly purl?: string;
  readonly fixedVersion?: string;
  readonly diffId?: string;
  /** In the image; foreign text. Only language packages have one. */
  readonly path?: string;
  /** What a VEX document answered: it is not judged. */
  readonly vex?: VexAnswer;
}

export interface VexAnswer {
  /** `not_affected`, `fixed`. */
  readonly status: string;
  /** The document's justification. */
  readonly reason?: string;
}

/** One (advisory, source package or package URL without version, image): architecture.md section 6. */
export interface Finding {
  /** Frozen: see identity.ts and its test vectors. */
  readonly identity: string;
  /** CVE-..., GHSA-..., ... */
  readonly id: string;
  /** The source package, or the language package's name. */
  readonly package: string;
  /** Without version; only for language packages. */
  readonly purl?: string;
  readonly severity: Severity;
  readonly status: Status;
  /**
   * The lowest known version that mends what is installed; several, joined by `, `, when several
   * lines are installed. Absent: no fix.
   */
  readonly fixed?: string;
  /** The advisory's first day, `YYYY-MM-DD`. */
  readonly published?: string;
  readonly members: readonly Member[];
}

/** A finding with its doer and its places. */
export interface AttributedFinding extends Finding {
  readonly base?: boolean;
  readonly places: readonly Place[];
  /** Of each member, in their order: what is left when some are suppressed. */
  readonly placesOf?: readonly MemberPlaces[];
}

export interface MemberPlaces {
  readonly base?: boolean;
  /** Lockfiles' lines. */
  readonly pins: readonly Place[];
  /** The Dockerfile's lines. */
  readonly lines: readonly Place[];
}

/** A secret that the scanner saw: never its value. */
export interface SecretFacts {
  /** The scanner's rule: `aws-access-key-id`. */
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  /** `environment` or `history` (image config), or `file` (a layer). */
  readonly where: 'environment' | 'history' | 'config' | 'file';
  /** In the image, for `file`; foreign text. */
  readonly path?: string;
  readonly diffId?: string;
  /** For `file`: where it begins. */
  readonly line?: number;
  /** For `environment`: the variable's name, never its value. */
  readonly variable?: string;
  /** From 2: there are others of its rule in the same place, before it. */
  readonly nth?: number;
}

export interface AttributedSecret extends SecretFacts {
  readonly base?: boolean;
  readonly place?: Place;
}

export interface Advisory {
  readonly title: string;
  /** CVSS base score of the severity's own source. */
  readonly score?: number;
  readonly url?: string;
  readonly text?: string;
  /** Who gave severity and score: `nvd`, `ghsa`, `debian`. */
  readonly source?: string;
  /** CVSS, of the score. */
  readonly vector?: string;
  readonly references?: readonly string[];
}

export interface PackageFacts extends InstalledPackage {
  readonly purl?: string;
  readonly diffId?: string;
  /** The diffID of the layer that removed its record, while files of it are still there; empty: not known. */
  readonly removedBy?: string;
}

/** A part that was not judged (a system without advisories, jars without Java's database): none found is not clean. */
export interface Gap {
  /** What, why, and what to do. */
  readonly sentence: string;
  /** What a waiver's `unjudged` accepts it by, `debian forky/sid`; absent: nothing does. */
  readonly unjudged?: string;
}

/** What one scan of one image gave. No lines yet. */
export interface ScanFacts {
  /** `debian 12.15`; absent: no system that the scanner knows. */
  readonly system?: string;
  /** End of life of that system, as the scanner says. */
  readonly endOfLife?: boolean;
  readonly packages: readonly PackageFacts[];
  readonly findings: readonly Finding[];
  readonly secrets: readonly SecretFacts[];
  /** By advisory id. */
  readonly advisories: ReadonlyMap<string, Advisory>;
  /** Sentences: what nobody looked at. */
  readonly notLookedAt: readonly string[];
  /** Absent: none. */
  readonly gaps?: readonly Gap[];
  /**
   * One sentence: no system and no package that the scanner knows, so vulnerabilities cannot be
   * judged at all (architecture.md section 7). Secrets were looked for all the same.
   */
  readonly nothingKnown?: string;
}
