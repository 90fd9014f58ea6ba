/** Trivy's report of one image as facts; what may not be kept is left out. Pure. */
import type {ImageId} from '../image-id.ts';
import type {ScanFacts, SecretFacts} from './facts.ts';
import {packagesOf} from './packages.ts';
import type {TrivyReport, TrivySecret} from './schema.ts';
import {advisoriesOf, findingsOf, severityOf} from './vulnerabilities.ts';

export interface Seen {
  readonly image: ImageId;
  /** Of the final tree; absent when the image could not be read. */
  readonly jars: number;
  /** The final stage is FROM scratch. */
  readonly fromScratch: boolean;
}

const NOTHING_KNOWN =
  'The scanner found no system and no package that it knows, so nothing says whether the image is vulnerable.';

/** What Trivy's report says of one image. */
export function scanFacts(report: TrivyReport, seen: Seen): ScanFacts {
  const packages = packagesOf(report);
  const system = report.Metadata?.OS;
  const noSystem = system === undefined || system === null;
  const jars = `${seen.jars} Java archives were not looked at: their database is not there`;
  return {
    ...(noSystem ? {} : {system: `${system.Family} ${system.Name ?? ''}`.trim()}),
    ...(system?.EOSL === true ? {endOfLife: true} : {}),
    packages,
    findings: findingsOf(report, seen.image),
    secrets: secretsOf(report),
    advisories: advisoriesOf(report),
    notLookedAt: [
      ...(seen.jars > 0 ? [`${jars}.`] : []),
      ...(noSystem ? ['System packages: the image has no system that the scanner knows.'] : []),
    ],
    ...(seen.jars > 0 ? {incomplete: `${jars}.`} : {}),
    ...(noSystem && packages.length === 0 && !seen.fromScratch
      ? {nothingKnown: NOTHING_KNOWN}
      : {}),
  };
}

/** A result whose target is the image itself is about its config; all others are files. */
function secretsOf(report: TrivyReport): readonly SecretFacts[] {
  return (report.Results ?? []).flatMap((result) =>
    (result.Secrets ?? []).map((secret) => {
      const isConfig = result.Target === report.ArtifactName;
      return isConfig
        ? configSecret(secret)
        : {...common(secret), where: 'file' as const, path: result.Target, ...layerOf(secret)};
    }),
  );
}

function common(secret: TrivySecret): Pick<SecretFacts, 'rule' | 'title' | 'severity'> {
  return {
    rule: secret.RuleID,
    title: secret.Title ?? secret.RuleID,
    severity: severityOf(secret.Severity),
  };
}

function layerOf(secret: TrivySecret): {diffId?: string} {
  const diffId = secret.Layer?.DiffID;
  return diffId === undefined || diffId === null ? {} : {diffId};
}

/** The line of the config that it stands in tells whether it is a variable or a step of the history. */
function configSecret(secret: TrivySecret): SecretFacts {
  const line = (secret.Match ?? '').trim();
  if (line.startsWith('"created_by"')) return {...common(secret), where: 'history'};
  const variable = /^"?([A-Za-z_][A-Za-z0-9_]*)=/.exec(line)?.[1];
  return variable === undefined
    ? {...common(secret), where: 'config'}
    : {...common(secret), where: 'environment', variable};
}

/**
 * What may be kept of Trivy's document: without the image's config (environment and expanded history),
 * without what a secret matched, and with the image's name where Trivy wrote the folder's.
 */
export function keepable(
  document: unknown,
  names: {readonly folder: string; readonly image: string},
): unknown {
  if (typeof document === 'string') {
    if (document === names.folder) return names.image;
    return document.startsWith(`${names.folder} (`)
      ? names.image + document.slice(names.folder.length)
      : document;
  }
  if (Array.isArray(document)) return document.map((item) => keepable(item, names));
  if (typeof document !== 'object' || document === null) return document;
  const entries = Object.entries(document).filter(([name]) => !DROPPED.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, keepable(value, names)]));
}

const DROPPED = ['ImageConfig', 'Match', 'Code', 'CreatedBy'];
