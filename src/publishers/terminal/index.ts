import type {Publisher} from '../publisher.ts';
import {renderTerminal} from './render.ts';

export const terminal: Publisher = {
  applies: (_, deps) => deps.workflow.invocation === 'command',
  publish: ({report, folder: place, isUnwritten, layouts, inputs}, deps) => {
    const {columns, env} = deps.workflow;
    const colours = columns !== undefined && (env['NO_COLOR'] ?? '') === '';
    const kept = inputs?.keep === true ? layouts : [];
    const paths = kept.map(({image, path}) => ({image: image.id, path}));
    const folder = isUnwritten === true ? undefined : place;
    const text = renderTerminal(report, {colours, folder, kept: paths});
    return deps.workflow.writeSummary(text);
  },
};
