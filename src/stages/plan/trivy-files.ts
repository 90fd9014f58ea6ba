/** What Trivy's own users have in a repository: ignore files, rules for secrets, settings. */
import {join} from 'node:path';
import type {PolicyFiles} from '../../clients/commit-files.ts';
import type {Ignore} from '../../domain/policy/policy.ts';
import {parseSecretRules, type SecretRules} from '../../domain/policy/secret-rules.ts';
import {parseTrivyignore, parseTrivyignoreYaml} from '../../domain/policy/trivyignore.ts';
import {policyFileName, readOwn, type PolicyFolders, type PolicySource} from './policy-files.ts';

const POLICY_FILE = '.github/plimsoll.yml';
const IGNORE_FILES = [
  {name: '.trivyignore', parse: parseTrivyignore},
  {name: '.trivyignore.yaml', parse: parseTrivyignoreYaml},
] as const;
/** What Trivy reads where it is started: a pull request may change it. */
const TRIVY_FILE = 'trivy.yaml';
const SECRET_FILE = 'trivy-secret.yaml';

/** All that may be read of a folder. */
export const TRIVY_READS = [SECRET_FILE, ...IGNORE_FILES.map(({name}) => name)];

/** Of the working directory, else of the repository's root, as Trivy's own users have them. */
export async function readIgnores(
  reading: PolicySource,
): Promise<{readonly ignores: readonly Ignore[]; readonly notices: readonly string[]}> {
  const {folders, files} = reading;
  for (const folder of new Set([folders.workdir, folders.repository])) {
    const there = await present(folder, files);
    const parsed = await Promise.all(
      there.map(async ({name, parse}) => {
        const path = join(folder, name);
        return parse(await readOwn(path, 'repository', reading), policyFileName(path, folders));
      }),
    );
    if (parsed.length > 0)
      return {
        ignores: parsed.flatMap(({ignores}) => ignores),
        notices: parsed.flatMap(({notices}) => notices),
      };
  }
  return {ignores: [], notices: []};
}

async function present(
  folder: string,
  files: PolicyFiles,
): Promise<readonly (typeof IGNORE_FILES)[number][]> {
  const names = await files.list(folder);
  return IGNORE_FILES.filter(({name}) => names.includes(name));
}

/** As the ignore files. */
export async function readSecretRules(reading: PolicySource): Promise<SecretRules> {
  const {folders, files} = reading;
  for (const folder of new Set([folders.workdir, folders.repository])) {
    const path = join(folder, SECRET_FILE);
    if ((await files.stat(path)) !== undefined)
      return parseSecretRules(
        await readOwn(path, 'repository', reading),
        policyFileName(path, folders),
      );
  }
  return {rules: [], notices: []};
}

export async function unusedConfigs(
  folders: PolicyFolders,
  files: PolicyFiles,
): Promise<readonly string[]> {
  const notices: string[] = [];
  for (const folder of new Set([folders.workdir, folders.repository])) {
    const path = join(folder, TRIVY_FILE);
    if ((await files.stat(path)) !== undefined)
      notices.push(
        `${policyFileName(path, folders)} is not used: Plimsoll sets Trivy’s options itself; say in ${POLICY_FILE} what to judge.`,
      );
  }
  return notices;
}
