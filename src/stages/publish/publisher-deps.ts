import type {Deps} from '../../deps.ts';
import {mapStrings} from '../../domain/text/map-strings.ts';
import {maskDocument} from '../../domain/text/mask-json.ts';

/**
 * What a publisher is given to write with: whatever it makes of masked texts is masked once more on its way
 * to a file or to GitHub, as live-deps.ts does on the way to log, summary, annotations and outputs
 * (threats.md rule 3). Its author need not think of it; bytes are the one thing that is left as it is.
 */
export function publisherDeps(deps: Deps): Deps {
  const {files, github, secrets} = deps;
  const {sweep} = secrets;
  return {
    ...deps,
    files: {
      ...files,
      write: (path, data) =>
        files.write(path, typeof data === 'string' ? maskDocument(data, sweep) : data),
    },
    github: (token) => {
      const api = github(token);
      return {
        request: ({parameters, ...ask}) =>
          api.request({...ask, parameters: mapStrings(parameters, sweep)}),
      };
    },
  };
}
