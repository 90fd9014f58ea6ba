/**
 * A repository's own rules for secrets (`trivy-secret.yaml`). They are added to the scanner's own; what the
 * file takes from those is not used, since whoever opens a pull request writes it. Pure.
 */
import {createHash} from 'node:crypto';
import {z} from 'zod';
import {errorAt, parseYaml} from './document.ts';
import {checkSchema} from './check-schema.ts';
import {formatValue} from './format.ts';

export interface SecretRule {
  readonly id: string;
  /** All that it says, as JSON: the scanner alone understands it. */
  readonly text: string;
}

/** Of each a scan takes its time. */
const MOST_RULES = 200;
const LONGEST_RULE = 16 * 1024;

const text = z.string();
const patterns = z
  .object({description: text.nullish(), regexes: z.array(text).nullish()})
  .nullish();
/** What a rule says of itself narrows itself and no other one. */
const ruleSchema = z.object({
  id: text,
  category: text.nullish(),
  title: text.nullish(),
  severity: text.nullish(),
  regex: text,
  keywords: z.array(text).nullish(),
  path: text.nullish(),
  'secret-group-name': text.nullish(),
  'allow-rules': z
    .array(
      z.object({
        id: text.nullish(),
        description: text.nullish(),
        regex: text.nullish(),
        path: text.nullish(),
      }),
    )
    .nullish(),
  'exclude-block': patterns,
});
const schema = z.looseObject({rules: z.array(ruleSchema).nullish()}).nullable();

export interface SecretRules {
  readonly rules: readonly SecretRule[];
  /** Sentences: what of it has no effect. */
  readonly notices: readonly string[];
}

/** @throws {UserError} that names file and line */
export function parseSecretRules(written: string, file: string): SecretRules {
  const source = parseYaml(written, file, {merge: true});
  const {rules: given, ...others} = checkSchema(source, schema) ?? {};
  const rules = (given ?? []).map((rule) => ({
    id: rule.id,
    text: JSON.stringify(rule, withoutNull),
  }));
  const tooLong = rules.findIndex((rule) => rule.text.length > LONGEST_RULE);
  if (rules.length > MOST_RULES || tooLong >= 0)
    throw errorAt({
      file,
      line: source.lineOf(tooLong >= 0 ? ['rules', tooLong] : ['rules']),
      sentence:
        tooLong >= 0
          ? `this rule has more than ${LONGEST_RULE} characters, which a scan would have to look for: shorten it.`
          : `there are ${rules.length} rules for secrets, and at most ${MOST_RULES} are looked for: leave some out.`,
    });
  return {rules, notices: noticesOf(Object.keys(others), {rules, file})};
}

function withoutNull(_: string, value: unknown): unknown {
  return value === null ? undefined : value;
}

function noticesOf(
  keys: readonly string[],
  {rules, file}: Pick<SecretRules, 'rules'> & {readonly file: string},
): readonly string[] {
  if (keys.length === 0) return [];
  const used = rules.length === 0 ? '' : `its own \`rules\` are looked for, but `;
  const what = keys.map(formatValue).join(', ');
  return [
    `${file}: ${used}${what} ${keys.length === 1 ? 'has' : 'have'} no effect here: secrets are looked for by all of Trivy’s own rules; accept what is none in .github/plimsoll.yml by a waiver (rule secrets, with id or path).`,
  ];
}

/** A configuration of the scanner with these rules and nothing else, in JSON that is YAML. */
export function secretConfig(rules: readonly SecretRule[]): string {
  const all = `{"rules":[${rules.map((rule) => rule.text).join(',')}]}`;
  // Line breaks and marks of YAML that may stand in JSON as they are.
  return all.replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufff0-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Says whether two rules are the same. */
export function secretRuleHash({text: said}: SecretRule): string {
  return createHash('sha256').update(said).digest('hex');
}
