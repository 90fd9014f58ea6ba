/** From Trivy's report to what the run knows and keeps of it. */
import {defined} from '../../domain/defined.ts';
import type {Scanning} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import {notScanned, type Attachment, type Scanned} from '../../domain/examined/examined.ts';
import {type Layout} from '../../domain/layout.ts';
import {keptReport} from '../../domain/findings/kept-report.ts';
import {parseWarnings} from '../../domain/findings/trivy-log.ts';
import {renderSbom} from '../../domain/findings/sbom.ts';
import {parseScan} from '../../domain/findings/scan-facts.ts';
import {parseTrivyDocument, parseTrivyReport} from '../../domain/findings/trivy-schema.ts';
import type {ImageFacts} from '../../domain/image/facts.ts';
import type {ImageId} from '../../domain/image-id.ts';
import {isKnown, known, type Known} from '../../domain/known.ts';
import {withImageAnswers} from '../../domain/policy/vex-images.ts';
import type {Ran, ScanCall} from './scan-call.ts';
import {versionRefusal} from './scanner/index.ts';

export interface About extends Pick<Ran, 'java' | 'withoutDatabase'> {
  readonly layout: Layout;
  readonly facts: Known<ImageFacts>;
  readonly vex: ScanCall['vex'];
  /** Of the database that was asked. */
  readonly buckets?: ReadonlySet<string> | undefined;
}

/** Its secrets are known to the log before this returns. `unable` where it is no report. */
export function readAnswer(
  {json, log, artifact}: Scanning,
  {layout: {image}, facts, vex, java, withoutDatabase, buckets}: About,
  deps: Pick<Deps, 'secrets'>,
): Scanned {
  const parsed = parseTrivyReport(json);
  if (!isKnown(parsed)) return notScanned(`Trivy could not scan the image: ${parsed.unable}.`);
  const {report, document} = parsed.value;
  const version = report.Trivy?.Version ?? undefined;
  const refusal = version === undefined ? undefined : versionRefusal(version);
  if (refusal !== undefined) return notScanned(`${refusal}.`);
  const seen = isKnown(facts) ? facts.value : undefined;
  const reading = parseScan(report, {
    image,
    facts: seen,
    warnings: parseWarnings(log),
    ...defined({buckets}),
    ...(java !== undefined && !isKnown(java) && {withoutJava: java.unable}),
  });
  // Before anything of the report is written: publishers mask what is known by then.
  deps.secrets.add(reading.values);
  const by = version === undefined ? {} : {scanner: version};
  if (withoutDatabase !== undefined)
    return {...notScanned(withoutDatabase), secretsAlone: reading.facts.secrets, ...by};
  const digests = new Map((seen?.layers ?? []).map(({diffId, digest}) => [diffId, digest]));
  const kept = keptReport(document, {artifact, name: image.name, digests});
  const called = {...image, digest: seen?.digest};
  const findings = withImageAnswers(reading.facts.findings, vex, called);
  return {
    facts: known({...reading.facts, findings}),
    ...attachmentsOf(kept, image.id),
    ...by,
  };
}

/** The SBOM is made of what may be kept, so it holds nothing else. */
function attachmentsOf(
  document: unknown,
  image: ImageId,
): Pick<Scanned, 'attachments' | 'notices'> {
  const report: Attachment = {image, kind: 'trivy', text: JSON.stringify(document)};
  const kept = parseTrivyDocument(document);
  return isKnown(kept)
    ? {
        attachments: [report, {image, kind: 'sbom', text: renderSbom(kept.value.report)}],
        notices: [],
      }
    : {attachments: [report], notices: [`There is no SBOM: ${kept.unable}.`]};
}
