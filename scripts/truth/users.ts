/** Who an image starts as: what `docker run` makes of each form of USER, /etc/passwd and /etc/group. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {userForms, type UserForm} from '../../__tests__/support/user-forms.ts';
import {resolveUser} from '../../src/domain/image/user.ts';
import {errorMessage} from '../../src/errors.ts';
import {didNotRun, judge, type Finding, type Row} from './row.ts';
import {named, run} from './tools.ts';

const NAME = 'user-forms';
const REFUSED = 'refused';

/** @param wanted parts of names of images; none: all */
export async function* userRows(work: string, wanted: readonly string[]): AsyncGenerator<Row> {
  if (wanted.length > 0 && !wanted.some((part) => NAME.includes(part))) return;
  const tool = await named('docker');
  const folder = await mkdtemp(join(work, 'users-'));
  for (const form of userForms()) {
    try {
      yield judge(await findingOf(form, folder), {image: NAME, tool});
    } catch (error) {
      yield didNotRun(NAME, 'docker', errorMessage(error));
    }
  }
  await rm(folder, {recursive: true});
}

async function findingOf(form: UserForm, folder: string): Promise<Finding> {
  const {user, passwd, group} = form;
  const {uid, gid} = resolveUser(user, {passwd, group});
  const beginning = passwd.toString('latin1').slice(0, 30);
  return {
    figure: `${JSON.stringify(user)} in ${JSON.stringify(beginning)}`,
    theirs: await startedAs(form, folder),
    ours: uid === undefined ? REFUSED : `${uid}:${gid ?? '?'}`,
  };
}

async function startedAs({user, passwd, group}: UserForm, folder: string): Promise<string> {
  const {PLIMSOLL_LAB_REGISTRY: registry = ''} = process.env;
  const image = `${registry}/library/busybox:latest`;
  const container = await docker(
    ...['create', '--user', user, image, 'sh', '-c', 'echo $(id -u):$(id -g)'],
  );
  try {
    await mkdir(join(folder, 'etc'), {recursive: true});
    await writeFile(join(folder, 'etc/passwd'), passwd);
    await writeFile(join(folder, 'etc/group'), group);
    await docker('cp', join(folder, 'etc'), `${container}:/`);
    return await docker('start', '--attach', container).catch(() => REFUSED);
  } finally {
    await docker('rm', '--force', container);
  }
}

async function docker(...args: string[]): Promise<string> {
  return (await run({program: 'docker', args})).toString().trim();
}
