import {z} from 'zod';
import {isKnown} from '../../known.ts';
import {levelOption} from '../options.ts';
import {defineRule} from '../rule.ts';

const data = z.strictObject({about: z.string(), messages: z.array(z.string())});

export const buildPolicy = defineRule({
  id: 'build-policy',
  per: 'image',
  isCoarse: true,
  options: z.strictObject({level: levelOption}),
  permissiveness: {},
  default: {level: 'error'},
  subjects: [],
  data,
  needs: () => ['buildPolicy'],
  applies: ({buildPolicy: found}) =>
    !isKnown(found) || found.value.files.length > 0 || found.value.denials.length > 0,
  judgesMissing: true,
  judge: (_, {buildPolicy: found}) => {
    if (!isKnown(found)) return [];
    const {files, denials} = found.value;
    const [file] = files;
    return denials.map(({source, messages}) => ({
      ...(file === undefined ? {} : {place: {file}}),
      data: {about: source, messages: [...messages]},
    }));
  },
  message: ({about, messages}) =>
    `The build policy does not allow ${about}${messages.length === 0 ? '' : `: ${messages.join('; ').replace(/\.$/, '')}`}.`,
  advice: () => 'Build from what the policy allows, or let somebody who answers for it change it.',
  distrust: () => ({about: 'something that is built from', messages: []}),
  summary: 'build policies beside the Dockerfile (`Dockerfile.rego`, bake’s `policy`)',
  help: 'buildx 0.31 and BuildKit 0.26 ask a build policy whether they may take an image, a repository or a download; older ones pass it over in silence. What the policy denies fails with the policy’s own words, and a policy that nobody asked makes the image unable. It is only judged where there is such a policy.',
});
