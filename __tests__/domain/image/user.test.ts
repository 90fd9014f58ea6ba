import {expect, it} from '@jest/globals';
import {resolveUser} from '../../../src/domain/image/user.ts';
import {userForms} from '../../support/user-forms.ts';

const FORMS = userForms().map((form) => {
  const shownPasswd = form.passwd.toString('latin1').slice(0, 40);
  return [JSON.stringify([form.user, shownPasswd]), form] as const;
});

it.each(FORMS)('%s is what the engine makes of it', (_, {user, passwd, group, ids}) => {
  const found = resolveUser(user, {passwd, group});
  expect(found.declared).toBe(user);
  expect(found.refused === undefined).toBe(ids !== undefined);
  expect([found.uid, found.gid]).toEqual(ids ?? [undefined, undefined]);
  if (ids !== undefined) expect(found.isRoot).toBe(ids[0] === 0);
});

it('needs no files for a number, and for nothing', () => {
  const none = {passwd: undefined, group: undefined};
  expect(resolveUser('', none)).toMatchObject({uid: 0, gid: 0, isRoot: true});
  expect(resolveUser('7:8', none)).toMatchObject({uid: 7, gid: 8, numeric: true});
  expect(resolveUser('app', none)).toMatchObject({refused: 'user', isRoot: false});
});
