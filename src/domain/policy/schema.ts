/** The shape of `.github/plimsoll.yml` and of the input `policy`, made from the rules. */
import {z} from 'zod';
import {dictionary} from '../own-property.ts';
import {LONGEST_GLOB, compileGlob} from './glob.ts';
import {SUBJECT_KEYS} from './rule.ts';
import {RULES, type RuleId, RULE_IDS} from './rules/index.ts';
import {formatList, formatValue} from './format.ts';

function settingsOf(ids: readonly RuleId[]) {
  return z
    .strictObject(
      Object.fromEntries(
        ids.map((id) => [
          id,
          RULES[id].options
            .partial()
            .meta({description: RULES[id].summary, default: RULES[id].default})
            .optional(),
        ]),
      ),
    )
    .describe('What each rule asks for; what is not said keeps its default');
}

const ruleSettings = settingsOf(RULE_IDS);

const imageSettings = z.strictObject({
  rules: settingsOf(RULE_IDS.filter((id) => RULES[id].per === 'image'))
    .optional()
    .describe('Over what holds for every image'),
});

const expires = z.iso
  .date({
    error: ({input}) =>
      input === undefined
        ? 'is missing: write the last day that the waiver holds, as `2027-01-31`'
        : `is ${formatValue(input)}, which is no day: write it as \`2027-01-31\``,
  })
  .describe('The last day (UTC) that the waiver holds');

const reason = z
  .string({
    error: ({input}) =>
      input === undefined ? 'is missing: say why the violation is accepted' : undefined,
  })
  .trim()
  .min(1, {error: 'is empty: say why the violation is accepted'})
  .describe('Why the violation is accepted; it is shown in the report');

const waiver = z
  .strictObject({
    rule: z.enum(RULE_IDS).describe('The rule whose violation is accepted'),
    image: z.string().min(1).optional().describe('The image; absent: every image'),
    id: z.string().min(1).optional().describe('The advisory, or the scanner’s rule for a secret'),
    package: z.string().min(1).optional().describe('The installed or the source package'),
    path: z
      .string()
      .min(1)
      .refine((pattern) => compileGlob(pattern) !== undefined, {
        error: ({input}) =>
          `is ${formatValue(input)}, which is no pattern: close its brackets and keep it under ${LONGEST_GLOB} characters`,
      })
      .optional()
      .describe('A glob over paths in the image: `usr/lib/**`'),
    unjudged: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Accepts that a part is not judged, which is else unable: the system as the report names it, `debian forky/sid`',
      ),
    reason,
    expires,
  })
  .superRefine((given, context) => {
    const {subjects} = RULES[given.rule];
    const named = SUBJECT_KEYS.filter((key) => given[key] !== undefined);
    const wrong = named.find((key) => !subjects.some((known) => known === key));
    const add = (message: string): void => {
      context.addIssue({code: 'custom', message});
    };
    if (wrong !== undefined)
      add(
        `names ${formatValue(wrong)}, which a violation of ${formatValue(given.rule)} does not have: ${instead(subjects)}`,
      );
    else if (given.unjudged !== undefined && named.length > 1)
      add('names `unjudged` beside a violation’s own: make two waivers of it');
    else if (subjects.length > 0 && named.length === 0)
      add(`would accept every violation of ${formatValue(given.rule)}: ${instead(subjects)}`);
  });

function instead(subjects: readonly string[]): string {
  return subjects.length === 0 ? 'leave it out' : `name ${formatList(subjects)}`;
}

export const policySchema = z
  .strictObject({
    version: z.literal(1, {
      error: ({input}) =>
        input === undefined
          ? 'is missing: begin with `version: 1`'
          : `is ${formatValue(JSON.stringify(input))}, and this Plimsoll knows version \`1\` only`,
    }),
    files: z
      .array(z.string().min(1))
      .min(1, {error: 'is empty: name a file, or leave the key out'})
      .optional()
      .describe('Bake files, compose files or Dockerfiles; found by itself when absent'),
    rules: ruleSettings.optional(),
    images: dictionary(imageSettings)
      .optional()
      .describe('What differs for one image, by its name'),
    vex: z
      .array(z.string().min(1))
      .min(1, {error: 'is empty: name a file, or leave the key out'})
      .optional()
      .describe('OpenVEX documents, whose word on a vulnerability is taken'),
    waivers: z.array(waiver).optional().describe('Violations that are accepted for a while'),
  })
  .describe('Policy of Plimsoll');

/** One policy document as it was written, defaults not filled in; sizes are bytes. */
export type PolicyFile = z.infer<typeof policySchema>;

/** The JSON Schema of a policy file, for editors. */
export function policyJsonSchema(): object {
  return {title: 'Plimsoll policy', ...z.toJSONSchema(policySchema, {io: 'input'})};
}
