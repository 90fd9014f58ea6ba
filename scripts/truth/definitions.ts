/** What is built: our plan beside `docker compose build --print` and `docker buildx bake --print`. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {dirname, join, relative, resolve} from 'node:path';
import {z} from 'zod';
import {definitionForms, type DefinitionForm} from '../../__tests__/support/definitions.ts';
import {testDeps} from '../../__tests__/support/deps.ts';
import {committed} from '../../__tests__/support/git.ts';
import {orUndefined} from '../../src/domain/nullish-schemas.ts';
import {normalPlatform} from '../../src/domain/plan/images.ts';
import {errorMessage, UserError} from '../../src/errors.ts';
import {parseInputs} from '../../src/inputs.ts';
import {makePlan} from '../../src/stages/plan/index.ts';
import {didNotRun, judge, type Finding, type Row} from './row.ts';
import {named, run} from './tools.ts';

const NAME = 'definitions';
const REFUSED = 'refused';

type Recipe = Readonly<Record<string, unknown>>;
/** By target. */
type Built = ReadonlyMap<string, Recipe>;

const targetSchema = z.looseObject({
  context: orUndefined(z.string()),
  dockerfile: orUndefined(z.string()),
  target: orUndefined(z.string()),
  args: orUndefined(z.record(z.string(), z.string())),
  contexts: orUndefined(z.record(z.string(), z.string())),
  platforms: orUndefined(z.array(z.string())),
});
const printSchema = z.looseObject({
  group: z.looseObject({default: z.looseObject({targets: z.array(z.string())})}),
  target: z.record(z.string(), targetSchema),
});

/** @param wanted parts of names; none: all */
export async function* definitionRows(
  work: string,
  wanted: readonly string[],
): AsyncGenerator<Row> {
  if (wanted.length > 0 && !wanted.some((part) => NAME.includes(part))) return;
  const tool = await named('docker');
  for (const form of definitionForms()) {
    const folder = await mkdtemp(join(work, 'definition-'));
    try {
      yield judge(await definitionFinding(form, folder), {image: NAME, tool});
    } catch (error) {
      yield didNotRun(NAME, 'docker', `${form.name}: ${errorMessage(error)}`);
    }
    await rm(folder, {recursive: true});
  }
}

/** Where docker builds another thing, we have to say so: by the words that are looked for here. */
export async function definitionFinding(form: DefinitionForm, folder: string): Promise<Finding> {
  for (const [name, text] of Object.entries(form.files)) {
    await mkdir(dirname(join(folder, name)), {recursive: true});
    await writeFile(join(folder, name), text);
  }
  committed(folder);
  const theirs = await orRefused(theirBuild(form, folder));
  const mine = await orRefused(ourBuild(form, folder));
  if (theirs === REFUSED || mine === REFUSED)
    return {
      figure: form.name,
      // What leads out of the work tree we refuse.
      theirs: theirs === REFUSED || leadsOut(theirs) ? REFUSED : 'built',
      ours: mine === REFUSED ? REFUSED : 'built',
    };
  const {ours, says} = mine;
  const names = new Set([...theirs.keys(), ...ours.keys()]);
  const differing: string[] = [];
  const said: string[] = [];
  for (const name of names) {
    const [there, here] = [theirs.get(name), ours.get(name)];
    if (JSON.stringify(there) === JSON.stringify(here)) continue;
    const words = `${name}: theirs ${JSON.stringify(there)}, ours ${JSON.stringify(here)}`;
    (isSaid({name, there, here}, says) ? said : differing).push(words);
  }
  const reason = 'docker builds another thing than bake, and the plan says so in a sentence.';
  const explained = said.length === 0 ? [] : [{name: 'said', reason, amount: said.length}];
  const total = `${names.size} targets`;
  return {figure: form.name, theirs: total, ours: total, differing, explained};
}

interface Difference {
  readonly name: string;
  readonly there: Recipe | undefined;
  readonly here: Recipe | undefined;
}

function isSaid({name, there, here}: Difference, says: string): boolean {
  if (says.includes('COMPOSE_FILE in .env names ')) return true;
  if (/a bake file comes first: [^.]*compose\.yml/.test(says)) return true;
  if (there === undefined) return new RegExp(`Behind a profile: [^.]*\\b${name}\\b`).test(says);
  const platforms = there['platforms'];
  const isPlatform = JSON.stringify({...here, platforms}) === JSON.stringify(there);
  return isPlatform && says.includes(`docker compose builds ${name} for ${String(platforms)}, `);
}

async function orRefused<T>(building: Promise<T>): Promise<T | typeof REFUSED> {
  return building.catch((error: unknown) => {
    if (error instanceof UserError || /ended with \d/.test(errorMessage(error))) return REFUSED;
    throw error;
  });
}

function leadsOut(built: Built): boolean {
  return JSON.stringify([...built.values()]).includes('"../');
}

async function theirBuild({named: files, tool}: DefinitionForm, cwd: string): Promise<Built> {
  const chosen = files.flatMap((file) => ['-f', file]);
  const args =
    tool === 'compose'
      ? ['compose', ...chosen, 'build', '--print']
      : ['buildx', 'bake', ...chosen, '--print'];
  return builtOf((await run({program: 'docker', args, cwd})).toString(), cwd, cwd);
}

async function ourBuild(
  {named: files}: DefinitionForm,
  cwd: string,
): Promise<{readonly ours: Built; readonly says: string}> {
  const deps = testDeps({cwd, temporary: dirname(cwd), env: {PLIMSOLL_SET: ''}});
  const where = {invocation: 'command', cwd, json: false, keep: false} as const;
  const plan = await makePlan(parseInputs({files: files.join('\n')}, where), deps);
  const all = builtOf(plan.resolved, plan.definition.folder, cwd);
  const targets = new Set(plan.images.map(({target}) => target));
  const ours = new Map([...all].filter(([name]) => targets.has(name)));
  return {ours, says: plan.notices.map(({message}) => message).join('\n')};
}

/** Places relative to the work tree, whoever printed them. */
function builtOf(printed: string, from: string, work: string): Built {
  const {group, target} = printSchema.parse(JSON.parse(printed));
  const place = (path: string): string => relative(work, resolve(from, path));
  return new Map(
    group.default.targets.map((name): [string, Recipe] => {
      const {context = '.', dockerfile = 'Dockerfile', ...rest} = targetSchema.parse(target[name]);
      const contexts = Object.entries(rest.contexts ?? {}).map(([key, value]) => [
        key,
        value.includes(':') ? value : place(value),
      ]);
      const platforms = (rest.platforms ?? []).flatMap((text) => text.split(','));
      return [
        name,
        {
          context: place(context),
          dockerfile: relative(work, resolve(from, context, dockerfile)),
          target: rest.target,
          args: Object.fromEntries(Object.entries(rest.args ?? {}).toSorted()),
          contexts: Object.fromEntries(contexts),
          platforms: platforms.map(normalPlatform),
        },
      ];
    }),
  );
}
