import {z} from 'zod';
import {defined} from '../../defined.ts';
import {isKnown} from '../../known.ts';
import {levelOption} from '../options.ts';
import {placeOfLayer} from '../places.ts';
import {defineRule} from '../rule.ts';

const data = z.strictObject({
  check: z.string(),
  message: z.string(),
  detail: z.string().optional(),
  url: z.string().optional(),
});

export const buildChecks = defineRule({
  id: 'build-checks',
  per: 'image',
  isCoarse: true,
  options: z.strictObject({level: levelOption}),
  permissiveness: {},
  default: {level: 'warning'},
  subjects: [],
  data,
  needs: () => ['buildChecks'],
  judge: (_, evidence) => {
    if (!isKnown(evidence.buildChecks)) return [];
    const file = isKnown(evidence.dockerfile) ? evidence.dockerfile.value.file : undefined;
    return evidence.buildChecks.value.map(({rule, message, detail, url, ...lines}) => {
      const place = placeOfLayer({...lines, ...defined({file})});
      return {
        ...defined({place}),
        data: {
          check: rule,
          message,
          ...defined({detail, url}),
        },
      };
    });
  },
  apart: ({message}) => ({message}),
  kind: ({check, url}) => ({name: check, url}),
  message: ({check, message}) => `${message} (${check}).`,
  advice: ({detail, url}) =>
    [
      detail === undefined ? '' : `${detail.replace(/\.$/, '')}.`,
      url === undefined ? '' : `See ${url}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  distrust: ({check}) => ({
    check: /^[A-Za-z]{1,60}$/.test(check) ? check : 'unknown',
    message: 'A check of BuildKit does not pass',
  }),
  summary: 'BuildKit’s own checks of the Dockerfile',
  help: 'BuildKit looks at every Dockerfile that it builds: stage names, relative working directories, secrets in `ARG` and `ENV`, deprecated instructions. `# check=skip=RULE` in the Dockerfile’s first lines switches one off, `# check=error=true` lets the build itself fail.',
});
