import type {Publisher} from '../publisher.ts';
import {renderTerminal} from './render.ts';

export const terminal: Publisher = {
  applies: (_, deps) => deps.workflow.door === 'command',
  publish: ({report, folder}, deps) => {
    const {columns, env} = deps.workflow;
    const colours = columns !== undefined && (env['NO_COLOR'] ?? '') === '';
    return deps.workflow.writeSummary(deps.secrets.mask(renderTerminal(report, {colours, folder})));
  },
};
