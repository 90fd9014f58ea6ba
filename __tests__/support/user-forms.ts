/** Forms of USER, /etc/passwd and /etc/group, with what an engine (28.5) makes of them: `npm run truth` asks it anew. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

export interface UserForm {
  readonly user: string;
  readonly passwd: Buffer;
  readonly group: Buffer;
  /** uid and gid of its first process; undefined: the engine refuses to start it. */
  readonly ids: readonly [number, number] | undefined;
}

interface Written {
  readonly user: string;
  /** Bytes, one character each; `{x*3}` stands for `xxx`. */
  readonly passwd: string;
  readonly group: string;
  readonly ids?: readonly [number, number];
}

export function userForms(): readonly UserForm[] {
  const path = join(import.meta.dirname, '../fixtures/user-forms.json');
  const rows = JSON.parse(readFileSync(path, 'utf8')) as readonly Written[];
  return rows.map(({user, passwd, group, ids}) => ({
    ...{user, passwd: unfolded(passwd), group: unfolded(group), ids},
  }));
}

function unfolded(text: string): Buffer {
  return Buffer.from(
    text.replace(/\{x\*(\d+)\}/g, (_, times: string) => 'x'.repeat(Number(times))),
    'latin1',
  );
}
