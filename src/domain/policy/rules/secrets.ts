import {z} from 'zod';
import {defined} from '../../defined.ts';
import {SEVERITIES} from '../../findings/facts.ts';
import type {AttributedSecret} from '../../findings/facts.ts';
import {secretKey} from '../../findings/identity.ts';
import {isKnown} from '../../known.ts';
import {levelOption} from '../options.ts';
import {defineRule} from '../rule.ts';
import type {RuleViolation} from '../rule.ts';

const data = z.strictObject({
  rule: z.string(),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  where: z.enum(['environment', 'history', 'config', 'file']),
  path: z.string().optional(),
  line: z.int().positive().optional(),
  variable: z.string().optional(),
  nth: z.int().min(2).optional(),
});
type SecretData = z.infer<typeof data>;

export const secrets = defineRule({
  id: 'secrets',
  per: 'image',
  options: z.strictObject({level: levelOption}),
  permissiveness: {},
  default: {level: 'error'},
  subjects: ['id', 'path'],
  data,
  needs: () => ['secrets'],
  judge: (_options, evidence) =>
    isKnown(evidence.secrets)
      ? evidence.secrets.value.filter((secret) => secret.base !== true).map(violation)
      : [],
  isOfScan: true,
  tags: ['security', 'secret'],
  apart: ({where, path, variable, nth}) => ({where, path, variable, nth}),
  kind: ({rule, title, severity}) => ({name: rule, title: `${title} in the image`, severity}),
  message: (found) =>
    `${found.title} (${found.rule}) lies in ${placeInWords(found)}${found.nth !== undefined && found.line === undefined ? `, number ${found.nth} of its kind there` : ''}.`,
  advice: ({where}) =>
    where === 'file'
      ? 'Remove the file, give it to the one step that needs it by RUN --mount=type=secret, and replace the secret: whoever has the image has it.'
      : 'Give it to the one step that needs it by RUN --mount=type=secret instead of ARG or ENV, and replace the secret: whoever has the image has it.',
  distrust: (found) => ({
    ...found,
    rule: /^[a-z0-9-]{1,60}$/.test(found.rule) ? found.rule : 'unknown',
    title: 'A secret',
  }),
  summary:
    'secrets in the environment, the history, build arguments and own layers’ files; those of the base image are shown',
  help: 'Whoever can pull an image reads all of its layers, also files that a later layer deletes, its environment and its history with the values of build arguments. Use `RUN --mount=type=secret` and replace what was in an image.',
});

function violation(secret: AttributedSecret): RuleViolation<SecretData> {
  const {rule, title, severity, where, path, line, variable, nth} = secret;
  return {
    ...defined({place: secret.place}),
    subject: {
      id: rule,
      identity: secretKey(secret),
      members: [{packages: [], ...defined({path})}],
    },
    data: {
      rule,
      title,
      severity,
      where,
      ...defined({path, line, variable, nth}),
    },
  };
}

function placeInWords({where, path, line, variable}: SecretData): string {
  switch (where) {
    case 'file':
      return path === undefined
        ? 'a file of the image'
        : `${path}${line === undefined ? '' : `:${line}`}`;
    case 'environment':
      return `the image’s environment${variable === undefined ? '' : ` (${variable})`}`;
    case 'history':
      return 'the image’s history (a build argument or an instruction’s text)';
    case 'config':
      return 'the image’s configuration';
  }
}
