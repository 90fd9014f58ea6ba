import type {Deps} from '../deps.ts';
import type {Attachment} from '../domain/examined/examined.ts';
import type {Layout} from '../domain/layout.ts';
import type {RunRecord} from '../domain/record/schema.ts';
import type {Relayed} from '../domain/relay/relayed.ts';
import type {Report} from '../domain/report/schema.ts';
import type {ViolationIdentities} from '../domain/report/told.ts';
import type {Inputs} from '../inputs.ts';

export interface Publication {
  readonly report: Report;
  /** Absolute: the report folder. */
  readonly folder: string;
  /** The report could not be written there. */
  readonly isUnwritten?: boolean;
  readonly attachments: readonly Attachment[];
  readonly layouts: readonly Layout[];
  /** What a later run compares itself with. */
  readonly record?: RunRecord;
  /** bake's own metadata, as it came. */
  readonly metadata?: unknown;
  /** Absent when the inputs themselves were wrong. */
  readonly inputs?: Inputs;
  /** Of the report's violations, as they were before masks. */
  readonly identities?: ViolationIdentities;
  /** The report is a stranger's (`mode: relay`). */
  readonly relay?: Relayed;
}

/** Puts a report somewhere. One that fails costs a notice and never changes the verdict. */
export interface Publisher {
  readonly applies: (publication: Publication, deps: Deps) => boolean;
  /** May give the report back with what it has to say in it, for those that come after. */
  readonly publish: (publication: Publication, deps: Deps) => Promise<void> | Promise<Report>;
}
