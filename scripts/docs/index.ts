/**
 * `npm run docs`: writes what follows from one source: the tables of the README (inputs, outputs,
 * rules), the defaults of mirrored inputs in action.yml, and the JSON Schemas.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {generated} from './generate.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

for (const [path, text] of Object.entries(generated(read)))
  writeFileSync(resolve(root, path), text);
