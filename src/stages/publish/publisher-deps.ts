import type {Deps} from '../../deps.ts';
import {isDocument} from '../../domain/text/mask-json.ts';

/**
 * What a publisher is given to write with: a text that it makes of masked ones is masked once more on its way
 * to a file, or as the body of what GitHub is asked, as live-deps.ts does on the way to log, summary and
 * annotations (threats.md rule 3). Its author need not think of it. What stays as it is: bytes, and JSON, whose
 * values are masked and whose names and identities may not be (rule 15).
 */
export function publisherDeps(deps: Deps): Deps {
  const {files, github, secrets} = deps;
  const swept = (data: string): string => (isDocument(data) ? data : secrets.sweep(data));
  return {
    ...deps,
    files: {
      ...files,
      write: (path, data) => files.write(path, typeof data === 'string' ? swept(data) : data),
    },
    github: (token) => {
      const api = github(token);
      return {
        request: ({parameters, ...ask}) => {
          const {body} = parameters;
          const told = typeof body === 'string' ? {body: secrets.sweep(body)} : {};
          return api.request({...ask, parameters: {...parameters, ...told}});
        },
      };
    },
  };
}
