import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import {DIRECTIONS, EFFECTS} from './scripts/directions.mjs';
import {ownKeys} from './scripts/own-keys.mjs';

const FOLDERS = ['modes', 'stages', 'clients', 'publishers', 'domain', 'platform'];

/** For one room: every other room that it may not import, and effects unless it is the platform. */
function room(name) {
  const allowed = [...DIRECTIONS[name], name];
  const closed = FOLDERS.filter((folder) => !allowed.includes(folder));
  const patterns = closed.map((folder) => ({
    group: [`**/${folder}/**`],
    message: `src/${name} may import ${DIRECTIONS[name].join(', ') || 'nothing else'} (scripts/directions.mjs).`,
  }));
  if (name !== 'platform')
    patterns.push({group: EFFECTS, message: 'Only src/platform has effects.'});
  return {
    files: FOLDERS.includes(name) ? [`src/${name}/**/*.ts`] : [`src/${name}.ts`],
    rules: {'no-restricted-imports': ['error', {patterns}]},
  };
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'examples/',
      'coverage/',
      'reports/',
      '.stryker-tmp/',
      'lab/',
      '**/fixtures/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({...config, files: ['**/*.ts']})),
  {
    files: ['**/*.ts'],
    languageOptions: {parserOptions: {projectService: true}},
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {ignoreRestSiblings: true}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: {plimsoll: {rules: {'own-keys': ownKeys}}},
    rules: {
      'plimsoll/own-keys': 'error',
      'max-lines': ['error', {max: 250}],
      'max-lines-per-function': ['error', {max: 40}],
      'max-params': ['error', {max: 3}],
    },
  },
  {
    // Foreign text meets linear code only (threats.md rule 16).
    files: ['src/**/*.ts'],
    plugins: {regexp},
    rules: {
      'regexp/no-super-linear-backtracking': ['error', {report: 'potential'}],
      'regexp/no-super-linear-move': ['error', {report: 'potential'}],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/**'],
    rules: {'no-restricted-globals': ['error', 'process', 'fetch']},
  },
  ...Object.keys(DIRECTIONS).map(room),
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {process: 'readonly', console: 'readonly', require: 'readonly', module: 'writable'},
    },
  },
);
