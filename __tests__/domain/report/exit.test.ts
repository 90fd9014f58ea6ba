import {describe, expect, it} from '@jest/globals';
import {exitStatus} from '../../../src/domain/report/exit.ts';
import {failureReport} from '../../../src/domain/report/make.ts';
import {withNotices} from '../../../src/domain/report/notices.ts';
import type {Report} from '../../../src/domain/report/schema.ts';
import {ToolError, UserError} from '../../../src/errors.ts';

const when = {startedAt: new Date(0), endedAt: new Date(1000)};
const failed = (error: unknown): Report => failureReport({error, ...when});
const judged = (verdict: Report['verdict'], state: 'built' | 'not-built' = 'built'): Report => {
  const {error: _error, ...rest} = failed(new Error('x'));
  return {
    ...rest,
    verdict,
    images: [{id: 'a', name: 'a', platform: 'p', run: 'run', state, verdict, notLookedAt: []}],
  };
};

describe('exitStatus', () => {
  it.each([
    ['pass', 0],
    ['fail', 1],
    ['unable', 2],
  ] as const)('%s is %d for the command', (verdict, status) => {
    expect(exitStatus({report: judged(verdict), enforce: true, invocation: 'command'})).toBe(
      status,
    );
    expect(exitStatus({report: judged(verdict), enforce: true, invocation: 'action'})).toBe(
      Math.min(status, 1),
    );
  });

  it('is 0 for a violated rule that is not enforced, and not for a failed build', () => {
    expect(exitStatus({report: judged('fail'), enforce: false, invocation: 'command'})).toBe(0);
    expect(
      exitStatus({report: judged('unable', 'not-built'), enforce: false, invocation: 'command'}),
    ).toBe(2);
  });

  it('is 64 for wrong use and 2 for every other error, enforced or not', () => {
    expect(
      exitStatus({report: failed(new UserError('x')), enforce: false, invocation: 'command'}),
    ).toBe(64);
    expect(
      exitStatus({
        report: failed(new ToolError('docker', 'x')),
        enforce: false,
        invocation: 'command',
      }),
    ).toBe(2);
    expect(
      exitStatus({report: failed(new TypeError('x')), enforce: false, invocation: 'command'}),
    ).toBe(2);
  });

  it('of a relay is 0 whatever was reported, unless GitHub did not take it', () => {
    const relayed = (report: Report): number =>
      exitStatus({report, enforce: true, invocation: 'command', mode: 'relay'});
    const refused = (upload: 'refused' | 'pending'): Report => {
      const one = judged('pass');
      const counts = {results: 1, accepted: 0, belowSeverity: 0, leftOut: 0, withoutPlace: 0};
      return {...one, images: one.images.map((image) => ({...image, sarif: {...counts, upload}}))};
    };
    expect(relayed(judged('fail'))).toBe(0);
    expect(relayed(judged('unable', 'not-built'))).toBe(0);
    expect(relayed(refused('pending'))).toBe(0);
    expect(relayed(refused('refused'))).toBe(2);
    const told = withNotices(judged('pass'), [{from: 'comment', message: 'GitHub refused it.'}]);
    expect(relayed(told)).toBe(2);
    expect(relayed(failed(new ToolError('github', 'x')))).toBe(2);
  });
});
