/** Who the image starts as, resolved in its own final files as the engine does it. Pure. */
import type {UserFacts} from './facts.ts';

interface Accounts {
  readonly passwd: string;
  readonly group: string;
}

/** `app`, `app:staff`, `1000:1000`, `0`, empty (root). A name that the files do not know has no uid. */
export function resolveUser(declared: string, {passwd, group}: Accounts): UserFacts {
  const [user = '', named] = declared.trim().split(':');
  const accounts = rows(passwd);
  const numeric = /^\d+$/.test(user);
  const account =
    user === ''
      ? undefined
      : accounts.find((row) => (numeric ? Number(row[2]) === Number(user) : row[0] === user));
  const uid = user === '' ? 0 : numeric ? Number(user) : numberOf(account?.[2]);
  const gid =
    named === undefined || named === ''
      ? user === ''
        ? 0
        : (numberOf(account?.[3]) ?? (numeric ? 0 : undefined))
      : groupOf(named, group);
  return {
    declared: declared.trim(),
    ...(uid === undefined ? {} : {uid}),
    ...(gid === undefined ? {} : {gid}),
    isRoot: uid === 0,
    numeric,
  };
}

function groupOf(named: string, group: string): number | undefined {
  if (/^\d+$/.test(named)) return Number(named);
  return numberOf(rows(group).find((row) => row[0] === named)?.[2]);
}

function rows(text: string): readonly string[][] {
  return text.split('\n').map((line) => line.split(':'));
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
