import type {Deps} from '../deps.ts';

const LARGEST_EVENT = 32 * 1024 * 1024;

/** The event's own document, foreign until it is parsed; undefined where there is none. */
export async function readEvent({
  files,
  workflow,
}: Pick<Deps, 'files' | 'workflow'>): Promise<unknown> {
  const path = workflow.env['GITHUB_EVENT_PATH'];
  if (path === undefined || path === '') return undefined;
  try {
    const event: unknown = JSON.parse(await files.readText(path, LARGEST_EVENT));
    return event;
  } catch {
    return undefined;
  }
}
