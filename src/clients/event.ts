/** The document of the event that started the workflow (GITHUB_EVENT_PATH). */
import type {Deps} from '../deps.ts';

const LARGEST_EVENT = 32 * 1024 * 1024;

/** Empty where there is none that can be read. */
export async function readEventText({
  files,
  workflow,
}: Pick<Deps, 'files' | 'workflow'>): Promise<string> {
  const path = workflow.env['GITHUB_EVENT_PATH'] ?? '';
  if (path === '') return '';
  return files.readText(path, LARGEST_EVENT).catch(() => '');
}

/** Foreign; undefined where it is none. */
export async function readEvent(deps: Pick<Deps, 'files' | 'workflow'>): Promise<unknown> {
  try {
    const event: unknown = JSON.parse(await readEventText(deps));
    return event;
  } catch {
    return undefined;
  }
}
