/** With which variables git is started, so that no configuration of a repository names a program: threats.md rule 13. Pure. */
import {defined} from '../defined.ts';
import {known, unable, type Known} from '../known.ts';
import {ownProperty} from '../own-property.ts';
import {childEnvironment} from '../environment/withheld.ts';

/** Of the caller's own: where the configuration of the machine and of the user is. `GIT_CONFIG_COUNT` is told apart. */
const KEPT = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];

/** Keys that an older git does not know are nothing to it. */
const CONFIGURATION: readonly (readonly [string, string])[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['safe.bareRepository', 'explicit'],
  ['protocol.allow', 'never'],
  // An index of ours leaves nothing beside that of the repository.
  ['core.splitIndex', 'false'],
];

const VARIABLES = {
  // It goes before `protocol.<name>.allow`, which a repository may have set.
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  // Its words are read, in English.
  LC_ALL: 'C',
  LANGUAGE: '',
};

const MOST_DRIVERS_BYTES = 64 * 1024;

/** The drivers that some configuration names, out of the names of all its keys. */
export function parseDrivers(keys: readonly string[]): Known<readonly string[]> {
  const drivers = keys.flatMap((key) => /^((?:filter|hook)\..+)\.[^.]+$/s.exec(key)?.[1] ?? []);
  const found = [...new Set(drivers)];
  const bytes = found.reduce((sum, driver) => sum + driver.length, 0);
  // All of them must fit into an environment.
  return bytes > MOST_DRIVERS_BYTES
    ? unable('the configuration of the repository names too many filters')
    : known(found);
}

/** A name with `=` in it would escape from `git -c`. */
function switchedOff(driver: string): readonly (readonly [string, string])[] {
  if (driver.startsWith('hook.'))
    return [
      [`${driver}.enabled`, 'false'],
      [`${driver}.command`, 'true'],
    ];
  return [
    ...(['clean', 'smudge', 'process'] as const).map((key) => [`${driver}.${key}`, ''] as const),
    [`${driver}.required`, 'false'],
  ];
}

/** The whole environment of a git of ours: nothing in it says where a repository or its index is. */
export function gitEnvironment(
  env: Readonly<Record<string, string>>,
  given: {readonly drivers: readonly string[]; readonly index?: string},
): Readonly<Record<string, string>> {
  const own = [...CONFIGURATION, ...given.drivers.flatMap(switchedOff)];
  // The last one holds.
  const pairs = [...configuredBy(env), ...own];
  const numbered = pairs.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key] as const,
    [`GIT_CONFIG_VALUE_${index}`, value] as const,
  ]);
  const kept = Object.entries(childEnvironment(env)).filter(
    ([name]) => !name.startsWith('GIT_') || KEPT.includes(name),
  );
  return {
    ...Object.fromEntries(kept),
    ...VARIABLES,
    GIT_CONFIG_COUNT: String(pairs.length),
    ...Object.fromEntries(numbered),
    ...defined({GIT_INDEX_FILE: given.index}),
  };
}

/** What the caller configures by variables, such as `safe.directory`. */
function configuredBy(
  env: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  const count = Number(env['GIT_CONFIG_COUNT'] ?? 0);
  for (let index = 0; index < count; index += 1) {
    const key = ownProperty(env, `GIT_CONFIG_KEY_${index}`);
    const value = ownProperty(env, `GIT_CONFIG_VALUE_${index}`);
    // Git itself ends where one is missing.
    if (key === undefined || value === undefined) return [];
    pairs.push([key, value]);
  }
  return pairs;
}
