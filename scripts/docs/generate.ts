/** What every generated file must hold. Pure: a test compares it with what is committed. */
import {parse} from 'yaml';
import {z} from 'zod';
import {MIRRORS, policyKey} from '../../src/domain/policy/mirrored-inputs.ts';
import {RULES, RULE_IDS} from '../../src/domain/policy/rules/index.ts';
import {policyJsonSchema} from '../../src/domain/policy/schema.ts';
import {recordJsonSchema} from '../../src/domain/record/schema.ts';
import {reportJsonSchema} from '../../src/domain/report/schema.ts';

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({description: z.string(), default: z.string().optional()})),
  outputs: z.record(z.string(), z.object({description: z.string()})),
});
type Action = z.infer<typeof actionSchema>;

/** File name -> its text, made of the sources that `read` gives. */
export function generated(read: (path: string) => string): Readonly<Record<string, string>> {
  const actionText = withDefaults(read('action.yml'));
  const action = actionSchema.parse(parse(actionText));
  return {
    'action.yml': actionText,
    'README.md': [
      ['inputs', inputsTable(action)],
      ['outputs', outputsTable(action)],
      ['rules', rulesTable()],
    ].reduce(
      (text, [name, table]) => replaceBlock(text, {name: name ?? '', table: table ?? ''}),
      read('README.md'),
    ),
    'schema/policy.schema.json': `${JSON.stringify(policyJsonSchema(), undefined, 2)}\n`,
    'schema/record.schema.json': `${JSON.stringify(recordJsonSchema(), undefined, 2)}\n`,
    'schema/report.schema.json': `${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`,
  };
}

/** `(policy: rules.size.max, default: no limit)` at the end of a mirrored input's description. */
function withDefaults(text: string): string {
  return MIRRORS.reduce((current, mirror) => {
    const pattern = new RegExp(
      `(\\n  ${mirror.input}:\\n    description: )([^\\n]*?)( \\(policy [^\\n]*\\))?\\n`,
    );
    return current.replace(
      pattern,
      (_, head: string, words: string) =>
        `${head}${words} (policy key ${policyKey(mirror)}, default ${defaultOf(mirror)})\n`,
    );
  }, text);
}

function defaultOf(mirror: (typeof MIRRORS)[number]): string {
  const value = RULES[mirror.rule].default[mirror.option];
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : 'no limit';
}

function inputsTable(action: Action): string {
  const rows = Object.entries(action.inputs).map(([name, input]) => {
    const mirror = MIRRORS.find((candidate) => candidate.input === name);
    const fallback = mirror === undefined ? (input.default ?? '') : defaultOf(mirror);
    const words = input.description.replace(/ \(policy key [^)]*\)$/, '');
    const variable = `PLIMSOLL_${name.toUpperCase().replaceAll('-', '_')}`;
    return `| \`${name}\` | \`--${name}\` | \`${variable}\` | ${mirror === undefined ? '' : `\`${policyKey(mirror)}\``} | ${fallback} | ${words} |`;
  });
  return [
    '| input | flag | variable | policy key | default | |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function outputsTable(action: Action): string {
  const rows = Object.entries(action.outputs).map(
    ([name, output]) => `| \`${name}\` | ${output.description} |`,
  );
  return ['| output | |', '|---|---|', ...rows].join('\n');
}

function rulesTable(): string {
  const rows = RULE_IDS.map((id) => {
    const {level, ...options} = RULES[id].default;
    const defaults = Object.entries(options).map(
      ([name, value]) => `\`${name}: ${JSON.stringify(value)}\``,
    );
    return `| \`${id}\` | ${RULES[id].summary} | ${defaults.length === 0 ? 'no limit' : defaults.join(', ')} | ${level} |`;
  });
  return ['| rule | judges | default | level |', '|---|---|---|---|', ...rows].join('\n');
}

function replaceBlock(
  text: string,
  {name, table}: {readonly name: string; readonly table: string},
): string {
  const pattern = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}${table}\n${end}`);
}
