import type {Deps} from '../deps.ts';
import type {Report} from '../domain/report/schema.ts';
import {UserError} from '../errors.ts';
import type {Inputs} from '../inputs.ts';

export function relay(_inputs: Inputs, _deps: Deps): Promise<Report> {
  throw new UserError('relay is not there yet.');
}
