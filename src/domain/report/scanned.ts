/** What the scanner found in one image, as the report has it. Pure. */
import {defined} from '../defined.ts';
import {scannedSecrets, type AttributedImage} from '../examined/examined.ts';
import type {PackageFacts} from '../findings/facts.ts';
import {secretKey} from '../findings/identity.ts';
import type {ImageId} from '../image-id.ts';
import {isKnown} from '../known.ts';
import type {Suppression} from '../policy/judgement.ts';
import {placeText} from '../text/place.ts';
import {findingCauses} from './report-build.ts';
import type {CappedList, ImageContext} from './image-context.ts';
import type {ReportImage} from './schema.ts';

/** Of one finding. */
const MOST = {members: 1000, places: 100} as const;

/** Absent lists: nobody looked. */
export function reportScan(
  image: AttributedImage,
  context: ImageContext,
  cap: <T>(list: readonly T[], key: CappedList) => T[],
): Pick<ReportImage, 'packages' | 'findings' | 'secrets'> {
  const {facts} = image.scanned;
  return {
    ...(isKnown(facts) && {
      packages: cap(packagesOf(image, facts.value.packages), 'packages'),
      findings: cap(findingsOf(image, context), 'findings'),
    }),
    ...(isKnown(scannedSecrets(image.scanned)) && {
      secrets: cap(secretsOf(image, context), 'secrets'),
    }),
  };
}

const MOST_NAMED = 3;

/** Packages that are judged although nothing tells of them any more: the line that removed it is named. */
export function unrecordedLines({scanned, layers}: AttributedImage): readonly string[] {
  if (!isKnown(scanned.facts)) return [];
  const unrecorded = scanned.facts.value.packages.filter(({removedBy}) => removedBy !== undefined);
  return [...Map.groupBy(unrecorded, ({removedBy}) => removedBy)].map(([diffId, packages]) => {
    const layer = layers.find((one) => one.diffId === diffId);
    const line = placeText(layer ?? {});
    const who = line === '' ? 'A layer' : line;
    const names = packages.slice(0, MOST_NAMED).map(({name, version}) => `${name} ${version}`);
    const more = packages.length > MOST_NAMED ? ` and ${packages.length - MOST_NAMED} more` : '';
    return `${who} removes the record of packages whose files are still there, so they are judged as installed: ${names.join(', ')}${more}.`;
  });
}

function packagesOf(
  image: AttributedImage,
  packages: readonly PackageFacts[],
): NonNullable<ReportImage['packages']> {
  return packages.map(({name, version, purl, diffId}) => ({
    name,
    version,
    ...defined({purl}),
    ...baseOf(image, diffId),
  }));
}

function baseOf(image: AttributedImage, diffId: string | undefined): {base?: boolean} {
  const base = image.layers.find((layer) => layer.diffId === diffId)?.base;
  return base === undefined ? {} : {base};
}

function suppressionOf(
  context: ImageContext,
  image: ImageId,
  key: string,
): {suppressed?: Suppression} {
  const suppressed = context.judgement.suppressed.get(image)?.get(key);
  return suppressed === undefined ? {} : {suppressed};
}

function findingsOf(
  image: AttributedImage,
  context: ImageContext,
): NonNullable<ReportImage['findings']> {
  const causes = findingCauses(context);
  const judged = context.judgement.findings.get(image.image.id) ?? [];
  const left = new Map(judged.map((finding) => [finding.identity, finding]));
  return image.findings.map((found) => {
    const {placesOf: _, ...finding} = left.get(found.identity) ?? found;
    return {
      ...finding,
      ...causes.get(finding.identity),
      places: finding.places.slice(0, MOST.places).map((place) => ({...place})),
      members: finding.members.slice(0, MOST.members).map((member) => ({...member})),
      ...suppressionOf(context, image.image.id, finding.identity),
    };
  });
}

function secretsOf(
  image: AttributedImage,
  context: ImageContext,
): NonNullable<ReportImage['secrets']> {
  return image.secrets.map((secret) => {
    const {rule, title, severity, where, path, line, variable, nth, base, place} = secret;
    return {
      rule,
      title,
      severity,
      where,
      ...defined({path, line, nth, variable, base, place: place && {...place}}),
      ...suppressionOf(context, image.image.id, secretKey(secret)),
    };
  });
}
