/** Violations of the rule `vulnerabilities`, one row a package: twenty advisories of one are one thing to do. Pure. */
import {z} from 'zod';
import {defined} from '../defined.ts';
import {SEVERITIES, type Severity} from '../findings/facts.ts';
import type {Report, Violation} from './schema.ts';

const dataSchema = z.object({
  id: z.string(),
  severity: z.enum(SEVERITIES),
  package: z.string(),
  installed: z.array(z.object({version: z.string()})),
  fixed: z.string().optional(),
  upgrade: z.string().optional(),
  base: z.boolean().optional(),
});
type VulnerablePackageData = z.infer<typeof dataSchema>;

export interface VulnerablePackage {
  readonly image: string;
  readonly level: 'error' | 'warning';
  readonly package: string;
  readonly installed: string;
  /** The version that mends all of them; absent: there is none for some. */
  readonly fixed?: string;
  /** What is new first, then the most severe: `CVE-2024-1 (critical)`. */
  readonly advisories: readonly {
    readonly id: string;
    readonly severity: Severity;
    /** The baseline did not have it; false: it did, or that is not known. */
    readonly isNew: boolean;
  }[];
  readonly worst: Severity;
  /** One of them is. */
  readonly isNew: boolean;
  readonly base: boolean;
  readonly place?: NonNullable<Violation['place']>;
}

interface Sighting {
  readonly violation: Violation;
  readonly data: VulnerablePackageData;
}

/** Unwaived ones; what is new first, then what can be mended, own layers before the base, the most severe first. */
export function vulnerablePackages(report: Report): readonly VulnerablePackage[] {
  const sightings = report.violations.flatMap((violation): Sighting[] => {
    if (violation.rule !== 'vulnerabilities' || violation.waived !== undefined) return [];
    const parsed = dataSchema.safeParse(violation.data);
    return parsed.success ? [{violation, data: parsed.data}] : [];
  });
  const groups = Map.groupBy(sightings, keyOf);
  return [...groups.values()].flatMap(toPackage).sort(compare);
}

function keyOf({violation, data}: Sighting): string {
  return JSON.stringify([
    violation.image,
    violation.level,
    data.package,
    installedOf(data),
    violation.place,
  ]);
}

function installedOf(data: VulnerablePackageData): string {
  return [...new Set(data.installed.map((one) => one.version))].join(', ');
}

function toPackage(group: readonly Sighting[]): readonly VulnerablePackage[] {
  const [first] = group;
  if (first === undefined) return [];
  const {violation, data} = first;
  const fixes = group.flatMap(({data: {fixed, upgrade}}) => upgrade ?? fixed ?? []);
  // Several: a form that nobody could read is told as the advisories have it, for a fix is there.
  const fixed = [...new Set(fixes)].join('; ');
  const {place} = violation;
  const advisories = group
    .map((one) => ({
      id: one.data.id,
      severity: one.data.severity,
      isNew: one.violation.isNew === true,
    }))
    .sort((a, b) => Number(b.isNew) - Number(a.isNew) || bySeverity(a, b));
  return [
    {
      image: violation.image ?? '',
      level: violation.level,
      package: data.package,
      installed: installedOf(data),
      ...(fixes.length < group.length ? {} : {fixed}),
      advisories,
      worst: advisories.toSorted(bySeverity)[0]?.severity ?? 'unknown',
      isNew: advisories[0]?.isNew === true,
      base: data.base === true,
      ...defined({place}),
    },
  ];
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

type Severe = {readonly severity: Severity};

function bySeverity(a: Severe, b: Severe): number {
  return rank(b.severity) - rank(a.severity);
}

function compare(a: VulnerablePackage, b: VulnerablePackage): number {
  return (
    Number(b.isNew) - Number(a.isNew) ||
    Number(a.fixed === undefined) - Number(b.fixed === undefined) ||
    Number(a.base) - Number(b.base) ||
    rank(b.worst) - rank(a.worst) ||
    b.advisories.length - a.advisories.length
  );
}

/** `2 critical, 3 high: CVE-1, CVE-2, CVE-3 and 2 more`. */
export function advisoriesText({advisories}: VulnerablePackage): string {
  const counts = Map.groupBy(advisories.toSorted(bySeverity), ({severity}) => severity);
  const numbers = [...counts].map(([severity, all]) => `${all.length} ${severity}`).join(', ');
  const names = advisories.slice(0, NAMED).map(({id, isNew}) => `${id}${isNew ? ' (new)' : ''}`);
  const rest = advisories.slice(NAMED);
  const fresh = rest.filter(({isNew}) => isNew).length;
  const more = rest.length === 0 ? '' : ` and ${rest.length} more`;
  return `${numbers}: ${names.join(', ')}${more}${fresh === 0 ? '' : ` (${fresh} new)`}`;
}

const NAMED = 3;
