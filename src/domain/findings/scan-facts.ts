/** From Trivy's report to what one scan of one image gave. */
import {defined} from '../defined.ts';
import type {PlannedImage} from '../planned-image.ts';
import type {ImageFacts} from '../image/facts.ts';
import {valueOfVariable, valuesToMask} from '../text/secrets.ts';
import type {ScanFacts} from './facts.ts';
import {scanLimits} from './scan-coverage.ts';
import {countSystemPackages, toPackages} from './packages.ts';
import type {TrivyReport} from './trivy-schema.ts';
import {imageEnvironment} from './trivy-schema.ts';
import {toSecretFacts} from './secrets.ts';
import {toAdvisories, toFindings} from './vulnerabilities.ts';

export interface ScanContext {
  readonly image: PlannedImage;
  /** Our own look inside; undefined where the image could not be read. */
  readonly facts: ImageFacts | undefined;
  /** Lines of the scanner's log. */
  readonly warnings: readonly string[];
  /** Names of what the database has advisories of; absent: nobody knows. */
  readonly buckets?: ReadonlySet<string>;
  /** Why the Java database, which the image needs, was not there. */
  readonly withoutJava?: string;
}

export interface ParsedScan {
  /** Unmasked. */
  readonly facts: ScanFacts;
  /** To be masked before anything of the facts is written: threats.md rule 3. */
  readonly values: readonly string[];
}

export function parseScan(report: TrivyReport, context: ScanContext): ParsedScan {
  const {image, facts, warnings, buckets, withoutJava} = context;
  const system = systemOf(report);
  const packages = toPackages(report);
  const found = toSecretFacts(report, image.dockerfileText);
  const jars = facts?.contents.jars ?? [];
  const limits = scanLimits({
    system,
    facts: facts?.contents.system ?? {lists: [], files: []},
    packages: packages.length,
    systemPackages: countSystemPackages(report),
    files: facts?.contents.files,
    jars,
    namelessJars: namelessOf(jars, packages),
    unseenRecords: facts?.contents.unseenRecords ?? [],
    warnings,
    ...defined({buckets, withoutJava}),
  });
  const committed = image.dockerfileText === undefined ? [] : [image.dockerfileText];
  const environment = [...imageEnvironment(report), ...(facts?.env ?? [])].map(valueOfVariable);
  return {
    facts: {
      ...defined({system}),
      ...(report.Metadata?.OS?.EOSL === true && {endOfLife: true}),
      packages,
      findings: toFindings(report, image.id),
      secrets: found.secrets,
      advisories: toAdvisories(report),
      ...limits,
    },
    values: [...new Set([...found.values, ...valuesToMask(environment, committed)])],
  };
}

/** `debian 12.15`; `none` is Trivy's word for packages without a system. */
function systemOf(report: TrivyReport): string | undefined {
  const system = report.Metadata?.OS;
  if (system === null || system === undefined) return undefined;
  if (system.Family === '' || system.Family === 'none') return undefined;
  return `${system.Family} ${system.Name ?? ''}`.trim();
}

/** Archives without a package; one that is packed into another has the path `outer.war/inner.jar`. */
function namelessOf(
  jars: readonly string[],
  packages: readonly {readonly path?: string}[],
): readonly string[] {
  const left = new Set(jars);
  for (const path of new Set(packages.map((one) => one.path ?? ''))) {
    left.delete(path);
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
      left.delete(path.slice(0, end));
  }
  return [...left];
}
