/** From all that a run found out to the one shape that publishers see. Pure. */
import {defined} from '../defined.ts';
import type {BuildFacts, BuildFailure} from '../build/facts.ts';
import type {AttributedImage} from '../examined/examined.ts';
import {isKnown} from '../known.ts';
import type {Plan} from '../plan/plan.ts';
import type {Notice} from '../notice.ts';
import type {GatheredImage} from '../policy/evaluate.ts';
import type {JudgedViolation, Judgement} from '../policy/judgement.ts';
import type {RunRecord} from '../record/schema.ts';
import {VERSION} from '../plimsoll-version.ts';
import {errorMessage, TimeOver, ToolError, UserError} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import {reportImage} from './image.ts';
import type {Job} from './job.ts';
import {ownRun, reportRequest, secondsBetween} from './own-run.ts';
import type {ReportDatabase} from './scanner-schema.ts';
import type {Report, ReportRun, Violation} from './schema.ts';
import {withUpgrades} from './upgrades.ts';

export const TOOL = {name: 'plimsoll', version: VERSION} as const;
const RUN = 'run';

export interface RunTools {
  readonly versions: Readonly<Record<string, string>>;
  readonly scanner?: ScannerFacts;
  readonly database?: ReportDatabase;
  readonly notices: readonly Notice[];
}

export interface ScannerFacts {
  /** Its digest, or its archive's, was known beforehand. */
  readonly verified: boolean;
  /** It ran in a container without a network. */
  readonly confined: boolean;
  /** The most that the container gave it. */
  readonly memoryBytes?: number;
}

export interface ReportParts extends Job {
  readonly plan: Plan;
  readonly inputs: Inputs;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly built: BuildFacts;
  /** Of leaving the build's steps in its cache; absent: none were left. */
  readonly cacheExportSeconds?: number | undefined;
  readonly images: readonly AttributedImage[];
  readonly gathered: readonly GatheredImage[];
  readonly judgement: Judgement;
  readonly tools: RunTools;
  readonly baseline: {readonly record: RunRecord; readonly back?: number} | undefined;
  /** Of stages that have no other way to say something. */
  readonly notices: readonly Notice[];
  /** Sentences: what the policy could not be compared with. */
  readonly uncompared?: readonly string[];
}

export function makeReport(parts: ReportParts): Report {
  const {plan, built, images, gathered, judgement} = parts;
  const made = images.map((image) => {
    const evidence = gathered.find(({id}) => id === image.image.id)?.evidence;
    return reportImage(image, {run: RUN, built, judgement, policy: plan.policy, evidence});
  });
  return withUpgrades({
    version: 0,
    tool: TOOL,
    verdict: judgement.verdict,
    runs: [runOf(parts)],
    images: made.map((one) => one.image),
    outcomes: judgement.outcomes.map(({excused, gaps: _gaps, ...outcome}) => ({
      ...outcome,
      ...defined({excused: excused && [...excused]}),
    })),
    violations: judgement.violations.map(violationOf),
    advisories: advisoriesOf(images),
    attachments: [],
    omitted: made.flatMap((one) => one.omitted),
  });
}

function violationOf({told, place, waived, isNew, ...about}: JudgedViolation): Violation {
  const {message, saves} = told.words;
  return {
    ...about,
    data: told.data,
    message,
    ...defined({savesBytes: saves, waived, isNew, place}),
  };
}

function runOf(parts: ReportParts): ReportRun {
  const {built, startedAt, endedAt, tools} = parts;
  return {
    id: RUN,
    ...defined({job: parts.job, workflow: parts.workflow}),
    startedAt: startedAt.toISOString(),
    seconds: secondsBetween(startedAt, endedAt),
    ...(isKnown(parts.plan.checkout) ? {commit: parts.plan.checkout.value.commit} : {}),
    request: reportRequest(parts.inputs),
    buildSeconds: built.buildSeconds,
    ...defined({builder: built.builder}),
    ...buildCacheOf(parts),
    tools: {plimsoll: VERSION, ...parts.plan.tools, ...buildxOf(built), ...tools.versions},
    ...defined({
      scanner: tools.scanner,
      database: tools.database,
      baseline: parts.baseline && baselineOf(parts.baseline),
      failure: built.failure && failureOf(built.failure),
    }),
    notices: noticesOf(parts),
    ...((parts.uncompared ?? []).length === 0 ? {} : {uncompared: [...(parts.uncompared ?? [])]}),
  };
}

function buildxOf({buildx}: BuildFacts): Readonly<Record<string, string>> {
  return buildx === undefined ? {} : {buildx};
}

function buildCacheOf({
  built: {cacheKind: kind, importSeconds},
  cacheExportSeconds: exportSeconds,
}: ReportParts): Pick<ReportRun, 'buildCache'> {
  if (kind === undefined) return {};
  return {
    buildCache: {kind, importSeconds, ...defined({exportSeconds})},
  };
}

function baselineOf({
  record: {madeAt, commit},
  back,
}: NonNullable<ReportParts['baseline']>): NonNullable<ReportRun['baseline']> {
  return {
    madeAt,
    ...defined({commit, commitsBack: back}),
  };
}

function failureOf({
  message,
  step,
  place,
  output,
}: BuildFailure): NonNullable<ReportRun['failure']> {
  return {
    message,
    ...defined({step, place: place && {...place}}),
    output: [...output],
  };
}

function noticesOf(parts: ReportParts): Notice[] {
  const {plan, built, images, gathered, judgement, tools, notices} = parts;
  const sent = gathered.flatMap(({id, evidence: {context}}) => {
    const folder = isKnown(context) ? context.value.reportFolder : undefined;
    if (folder === undefined) return [];
    const message = `${id}: the report folder ${folder} lies in the build context and is sent with it, so that every run changes what COPY sees. Add the line ${folder} to the ignore file, or name another folder with the input report-dir.`;
    return [{from: 'build-context', message}];
  });
  const scans = images.flatMap((image) =>
    image.scanned.notices.map((message) => ({
      from: 'scan',
      message: `${image.image.id}: ${message}`,
    })),
  );
  const places = images.flatMap((image) =>
    image.placesUnknown === undefined || image.state !== 'built'
      ? []
      : [{from: 'attribute', message: `${image.image.id}: ${image.placesUnknown}`}],
  );
  return [
    ...plan.notices,
    ...built.notices,
    ...tools.notices,
    ...scans,
    ...places,
    ...sent,
    ...notices,
    ...judgement.notices,
  ];
}

function advisoriesOf(images: readonly AttributedImage[]): Report['advisories'] {
  const all = images.flatMap(({scanned, findings}) => {
    if (!isKnown(scanned.facts)) return [];
    const {advisories} = scanned.facts.value;
    return findings.flatMap((finding) => {
      const advisory = advisories.get(finding.id);
      if (advisory === undefined) return [];
      const {references, ...rest} = advisory;
      const told = {
        ...rest,
        text: (advisory.text ?? '').slice(0, 1000),
        ...defined({references: references && [...references]}),
      };
      return [[finding.id, told] as const];
    });
  });
  return Object.fromEntries(all);
}

export interface FailureParts extends Job {
  readonly error: unknown;
  readonly inputs?: Inputs;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** That is checked out; absent: it is not known. */
  readonly commit?: string;
}

/** The report of a run that ended before its verdict. */
export function failureReport({error, ...own}: FailureParts): Report {
  const isOver = error instanceof TimeOver;
  const kind =
    error instanceof UserError
      ? 'user'
      : isOver || error instanceof ToolError
        ? 'tool'
        : 'internal';
  const place = error instanceof UserError || error instanceof ToolError ? error.place : undefined;
  const words = isOver ? error.message : errorMessage(error);
  const message = kind === 'internal' ? `Plimsoll itself failed: ${words}` : words;
  return emptyReport({
    error: {kind, message, ...defined({place: place && {...place}})},
    runs: [ownRun({id: RUN, ...own})],
  });
}

/** Of which nothing was judged. */
export function emptyReport(parts: Pick<Report, 'error' | 'runs'>): Report {
  return {
    version: 0,
    tool: TOOL,
    verdict: 'unable',
    ...parts,
    images: [],
    outcomes: [],
    violations: [],
    advisories: {},
    attachments: [],
    omitted: [],
  };
}
