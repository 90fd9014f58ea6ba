/** What compose changes of an image at run time, against what the image says itself. Pure. */
import type {Report, ReportImage} from './schema.ts';

/** What compose sets where the image says something else: the image alone is judged. */
export function contradictions(report: Report): readonly string[] {
  return report.images.flatMap((image) =>
    (image.overrides ?? []).flatMap((override) => {
      const words = contradiction(image, override);
      return words === undefined
        ? []
        : [`${image.id}: ${words}. The image is judged as it is, without compose.`];
    }),
  );
}

type Override = NonNullable<ReportImage['overrides']>[number];

function contradiction({user, healthcheck}: ReportImage, override: Override): string | undefined {
  if (override.key === 'user') {
    if (user === undefined || user.declared === override.value) return undefined;
    const own = user.declared === '' ? 'names none' : `says ${user.declared}`;
    return `compose starts it as user ${override.value}, and the image ${own}`;
  }
  if (healthcheck === undefined) return undefined;
  if (override.value === 'disabled')
    return healthcheck.declared ? 'compose switches its health check off' : undefined;
  return healthcheck.declared
    ? 'compose replaces its health check by another test'
    : 'compose gives it a health check, and the image declares none';
}
