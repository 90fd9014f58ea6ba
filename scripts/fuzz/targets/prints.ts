/** What bake and compose print of a definition: real prints (buildx and compose of the lab), in a whole plan. */
import {readFileSync} from 'node:fs';
import {testDeps} from '../../../__tests__/support/deps.ts';
import {printDefinition} from '../../../src/clients/buildx.ts';
import {readServices} from '../../../src/clients/compose.ts';
import type {Deps, Exec, RunOptions} from '../../../src/deps.ts';
import {isKnown} from '../../../src/domain/known.ts';
import {escapeTemplates} from '../../../src/domain/plan/escape-templates.ts';
import {parseInputs} from '../../../src/inputs.ts';
import {makePlan} from '../../../src/stages/plan/index.ts';
import {inFolder} from '../folder.ts';
import {mutatorOf} from '../mutate-json.ts';
import {answerOf, isAnswered, type Target} from '../target.ts';

const print = (name: string): Buffer =>
  readFileSync(new URL(`../prints/${name}.json`, import.meta.url));
const [bake, bakeOfCompose, compose] = [print('bake'), print('bake-compose'), print('compose')];
const LIST = '[{"name":"default","group":true},{"name":"web"}]';

interface Prints {
  readonly bake: Buffer;
  readonly compose: Buffer;
}

/** Answers in the place of docker; there is no git. */
function answering({bake: printed, compose: services}: Prints): Exec {
  const ended = {stderr: '', truncated: false, seconds: 0};
  const said = (stdout: string): ReturnType<Exec['run']> =>
    Promise.resolve({...ended, ended: 'exit', exitCode: 0, stdout});
  return {
    run: (program, {args}: RunOptions) => {
      if (program === 'docker' && args.includes('--print')) return said(printed.toString());
      if (program === 'docker' && args.includes('config')) return said(services.toString());
      if (args.some((arg) => arg.startsWith('--list'))) return said(LIST);
      return Promise.resolve({...ended, ended: 'missing', exitCode: -1, stdout: ''});
    },
  };
}

const deps = testDeps({onlyEnv: {A: 'a value of the job', NPM_TOKEN: 'a-token-of-the-job'}});
const FILES = new Map([
  ['web/Dockerfile.web', Buffer.from('FROM scratch\n')],
  ['.dockerignore', Buffer.from('*.md\n')],
]);

/** The plan as a run makes it; its errors are for the user. */
function planned(name: string, prints: Prints): Promise<boolean> {
  return inFolder(new Map([...FILES, [name, Buffer.from('{}')]]), (cwd) => {
    const own: Deps = {
      ...deps,
      workflow: {...deps.workflow, cwd},
      exec: answering(prints),
    };
    const inputs = parseInputs({}, {invocation: 'command', cwd, json: false, keep: false});
    return isAnswered(async () => {
      const {resolved} = await makePlan(inputs, own);
      escapeTemplates(resolved);
    }).finally(() => deps.cleanup.run('run'));
  });
}

const definition = {
  kind: 'bake',
  folder: '/nowhere',
  files: [],
  targets: [],
  set: [],
  allow: [],
} as const;
const place = {cwd: '/nowhere', mirror: '/mirror'};
const seeds = [bake, bakeOfCompose];

export const bakePrint: Target = {
  seeds,
  mutate: mutatorOf(seeds),
  run: async (mutant) => {
    const exec = answering({bake: mutant, compose});
    const printed = await answerOf(() => printDefinition({...deps, exec}, {...place, definition}));
    await planned('docker-bake.json', {bake: mutant, compose});
    return printed !== undefined;
  },
};

export const composePrint: Target = {
  seeds: [compose],
  mutate: mutatorOf([compose]),
  run: async (mutant) => {
    const exec = answering({bake: bakeOfCompose, compose: mutant});
    const services = await readServices({...deps, exec}, {...place, files: []});
    await planned('compose.yaml', {bake: bakeOfCompose, compose: mutant});
    return isKnown(services);
  },
};
