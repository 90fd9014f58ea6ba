import type {Deps} from '../deps.ts';
import {parseEvent, type EventDocument} from '../domain/keep/event.ts';

const LARGEST_EVENT = 32 * 1024 * 1024;

/** Empty where there is none. */
export async function readEvent({
  workflow,
  files,
}: Pick<Deps, 'workflow' | 'files'>): Promise<EventDocument> {
  const path = workflow.env['GITHUB_EVENT_PATH'] ?? '';
  if (path === '') return {};
  return parseEvent(await files.readText(path, LARGEST_EVENT).catch(() => ''));
}
