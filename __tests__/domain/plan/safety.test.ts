/** threats.md rule 1. */
import {describe, expect, it} from '@jest/globals';
import {refuseWithheld, refuseWithheldNames} from '../../../src/domain/plan/withheld.ts';
import {childEnvironment} from '../../../src/domain/environment/withheld.ts';

describe('withheld variables', () => {
  it("are in no child's environment", () => {
    const env = {
      PATH: '/bin',
      INPUT_TOKEN: 'a',
      ACTIONS_RUNTIME_TOKEN: 'b',
      ACTIONS_CACHE_URL: 'c',
      ACTIONS_RESULTS_URL: 'd',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'e',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'f',
      NPM_TOKEN: 'g',
    };
    expect(childEnvironment(env)).toMatchObject({PATH: '/bin', NPM_TOKEN: 'g'});
    expect(Object.values(childEnvironment(env)).join(' ')).not.toMatch(/\b[a-f]\b/);
  });

  it('cannot be named by a definition, with file and line', () => {
    const naming = (text: string) => (): void => {
      refuseWithheld([{file: 'compose.yml', text}]);
    };
    expect(naming('a:\n  T: ${INPUT_TOKEN}')).toThrow('compose.yml:2 names INPUT_TOKEN');
    expect(naming('secret = ["id=t,env=ACTIONS_RUNTIME_TOKEN"]')).toThrow(
      'compose.yml:1 names ACTIONS_RUNTIME_TOKEN',
    );
    expect(naming('variable "ACTIONS_ID_TOKEN_REQUEST_URL" {}')).toThrow(
      'names ACTIONS_ID_TOKEN_REQUEST_URL',
    );
    expect(
      naming('# INPUT_TOKEN is withheld\n// ACTIONS_RUNTIME_TOKEN too\nshape: input_shape'),
    ).not.toThrow();
  });

  it('cannot be the source of a build secret', () => {
    expect(() => {
      refuseWithheldNames(['NPM_TOKEN', 'INPUT_TOKEN'], 'A secret of the build definition');
    }).toThrow('A secret of the build definition names INPUT_TOKEN');
  });
});
