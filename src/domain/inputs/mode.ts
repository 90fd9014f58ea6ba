/** What a run is to do, and with which reports. Pure. */
import {UserError} from '../../errors.ts';
import {parseChoice} from './values.ts';

export const MODE_IDS = ['check', 'collect', 'relay'] as const;
export type Mode = (typeof MODE_IDS)[number];

export const ARTIFACT_MODES = ['auto', 'always', 'off'] as const;
export type ArtifactMode = (typeof ARTIFACT_MODES)[number];

export interface ModeInputs {
  readonly mode: Mode;
  /** Of `collect`: folders, files or patterns, as written; empty: what download-artifact leaves. */
  readonly reports: readonly string[];
  /** Of `collect`: ids of images, or keys. */
  readonly expect: readonly string[];
  /** Of `relay`; undefined: the event's. */
  readonly runId: string | undefined;
  /** When the report folder is kept as an artifact of the run. */
  readonly artifact: ArtifactMode;
}

/**
 * @param text of one value; undefined for an empty one
 * @param list of one that takes several
 * @throws {UserError}
 */
export function parseModeInputs(
  text: (name: 'mode' | 'run-id' | 'artifact') => string | undefined,
  list: (name: 'reports' | 'expect') => readonly string[],
): ModeInputs {
  const runId = text('run-id');
  if (runId !== undefined && !/^[1-9]\d{0,19}$/.test(runId))
    throw new UserError(
      `Input run-id is "${runId}"; it takes the number of a workflow run, such as \${{ github.event.workflow_run.id }}.`,
    );
  return {
    mode: parseChoice('mode', text('mode') ?? '', MODE_IDS),
    reports: list('reports'),
    expect: list('expect'),
    runId,
    artifact: parseChoice('artifact', text('artifact') ?? '', ARTIFACT_MODES),
  };
}
