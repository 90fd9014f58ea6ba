/** Inputs of action.yml, read as the text that it is: what runs on bare node imports no YAML. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';

interface Input {
  readonly default?: string;
}

const action = parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, Input>>;
};

export const ACTION_INPUTS = action.inputs;

export const DEFAULT_TRIVY = ACTION_INPUTS['trivy-version']?.default ?? '';
