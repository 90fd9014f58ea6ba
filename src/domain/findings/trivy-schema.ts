/** The part of Trivy's JSON report that is read. Go leaves empty fields out, or writes null. */
import {z} from 'zod';
import {defined} from '../defined.ts';
import {known, unable} from '../known.ts';
import type {Known} from '../known.ts';
import {isDeep} from '../text/json.ts';

const text = z.string().nullish();
const layer = z.object({Digest: text, DiffID: text}).nullish();
const identifier = z.object({PURL: text, UID: text}).nullish();

const packageSchema = z.object({
  ID: text,
  Name: z.string(),
  Identifier: identifier,
  Version: text,
  Release: text,
  Epoch: z.number().nullish(),
  SrcName: text,
  SrcVersion: text,
  SrcRelease: text,
  SrcEpoch: z.number().nullish(),
  Modularitylabel: text,
  Maintainer: text,
  Licenses: z.array(z.string()).nullish(),
  DependsOn: z.array(z.string()).nullish(),
  FilePath: text,
  InstalledFiles: z.array(z.string()).nullish(),
  Layer: layer,
  /** Ours: the diffID of the layer that removed its record; empty where nobody knows it. */
  RemovedBy: text,
});
export type TrivyPackage = z.infer<typeof packageSchema>;

const vulnerabilitySchema = z.object({
  VulnerabilityID: z.string(),
  PkgID: text,
  PkgName: z.string(),
  PkgPath: text,
  PkgIdentifier: identifier,
  InstalledVersion: text,
  FixedVersion: text,
  Status: text,
  Severity: text,
  SeveritySource: text,
  PrimaryURL: text,
  References: z.array(z.string()).nullish(),
  Title: text,
  Description: text,
  PublishedDate: text,
  CVSS: z
    .record(
      z.string(),
      z.object({
        V2Score: z.number().nullish(),
        V3Score: z.number().nullish(),
        V40Score: z.number().nullish(),
        V2Vector: text,
        V3Vector: text,
        V40Vector: text,
      }),
    )
    .nullish(),
  Layer: layer,
});
export type TrivyVulnerability = z.infer<typeof vulnerabilitySchema>;

const secretSchema = z.object({
  RuleID: z.string(),
  Title: text,
  Severity: text,
  StartLine: z.number().nullish(),
  /** Bytes from the file's beginning: what stands twice in one line has two. */
  Offset: z.number().nullish(),
  /** The line it stands in, with what matched written as asterisks. */
  Match: text,
  Layer: layer,
});
export type TrivySecret = z.infer<typeof secretSchema>;

const resultSchema = z.object({
  Target: z.string(),
  Class: text,
  Type: text,
  Packages: z.array(packageSchema).nullish(),
  Vulnerabilities: z.array(vulnerabilitySchema).nullish(),
  Secrets: z.array(secretSchema).nullish(),
  /** What VEX documents answered (`--show-suppressed`). */
  ExperimentalModifiedFindings: z
    .array(
      z.object({
        Type: z.literal('vulnerability'),
        Status: text,
        Statement: text,
        Finding: vulnerabilitySchema,
      }),
    )
    .nullish(),
});
export type TrivyResult = z.infer<typeof resultSchema>;

const reportSchema = z.object({
  SchemaVersion: z.literal(2),
  Trivy: z.object({Version: text}).nullish(),
  CreatedAt: text,
  ArtifactName: z.string(),
  Metadata: z
    .object({
      ImageID: text,
      DiffIDs: z.array(z.string()).nullish(),
      OS: z.object({Family: z.string(), Name: text, EOSL: z.boolean().nullish()}).nullish(),
      /** The image's config as it is, with environment and expanded history: to be masked, never kept. */
      ImageConfig: z.unknown().optional(),
    })
    .nullish(),
  Results: z.array(resultSchema).nullish(),
});
export type TrivyReport = z.infer<typeof reportSchema>;

export interface ParsedReport {
  readonly report: TrivyReport;
  /** The whole of it, unchecked: for keeping, never for judging. */
  readonly document: unknown;
}

/** Trivy's JSON as it came -> what is needed of it; `unable` says what is wrong with it. */
export function parseTrivyReport(json: string): Known<ParsedReport> {
  const document = parseJson(json);
  return document === undefined
    ? unable('what it wrote is not JSON')
    : parseTrivyDocument(document);
}

/** The same of what was JSON. */
export function parseTrivyDocument(document: unknown): Known<ParsedReport> {
  if (isDeep(document)) return unable('its JSON is nested too deeply for a report');
  const checked = reportSchema.safeParse(document);
  if (checked.success) return known({report: checked.data, document});
  const issue = checked.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  return unable(
    `its JSON is not a report that Plimsoll knows (${path === '' ? 'the whole' : path}: ${issue?.message ?? 'wrong'})`,
  );
}

const configSchema = z.object({config: z.object({Env: z.array(z.string())})});

/** The image's environment as `NAME=value`; empty where the report holds none. */
export function imageEnvironment(report: TrivyReport): readonly string[] {
  const checked = configSchema.safeParse(report.Metadata?.ImageConfig);
  return checked.success ? checked.data.config.Env : [];
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const databaseSchema = z.object({UpdatedAt: z.iso.datetime(), NextUpdate: z.iso.datetime()});

export interface DatabaseDates {
  readonly updatedAt?: string;
  readonly nextUpdate?: string;
}

/** `metadata.json` beside a database; a date that cannot be read is left out. */
export function parseDatabaseDates(json: string): DatabaseDates {
  const checked = databaseSchema.partial().safeParse(parseJson(json));
  if (!checked.success) return {};
  const {UpdatedAt, NextUpdate} = checked.data;
  return {
    ...defined({updatedAt: UpdatedAt, nextUpdate: NextUpdate}),
  };
}

/** `trivy version --format json`; undefined when it is something else. */
export function parseTrivyVersion(json: string): string | undefined {
  const checked = z.object({Version: z.string()}).safeParse(parseJson(json));
  return checked.success ? checked.data.Version : undefined;
}
