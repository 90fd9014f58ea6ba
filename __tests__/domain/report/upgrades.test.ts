/** One version for each package, in every output that tells what to do. */
import {expect, it} from '@jest/globals';
import {vulnerablePackages, withUpgrades} from '../../../src/domain/report/vulnerable.ts';
import type {Violation} from '../../../src/domain/report/schema.ts';
import {report} from '../../support/reports.ts';

function found(id: string, fixed: string | undefined, change: Partial<Violation> = {}): Violation {
  const installed = [{version: '4.2.0'}];
  return {
    ...{rule: 'vulnerabilities', image: 'web/linux/amd64', level: 'error', message: ''},
    data: {
      ...{id, severity: 'high', package: 'django', failOn: 'high', base: false, installed},
      ...(fixed !== undefined && {fixed}),
    },
    ...change,
  };
}

it('an annotation names the version that mends all that is judged of its package', () => {
  const violations = [found('CVE-1', '4.2.1'), found('CVE-2', '4.2.24'), found('CVE-3', undefined)];
  const waived = found('CVE-4', '5.0.1', {waived: {reason: 'x', expires: '2099-01-01'}});
  const elsewhere = found('CVE-5', '9.9.9', {image: 'api/linux/amd64'});
  const upgraded = withUpgrades(report({violations: [...violations, waived, elsewhere]}));
  const fixes = violations.map((one) => (upgraded(one) as {fixed?: string}).fixed);
  expect(fixes).toEqual(['4.2.24', '4.2.24', undefined]);
  expect(upgraded({...found('x', undefined), rule: 'size', data: {a: 1}})).toEqual({a: 1});
});

it.each<[readonly (string | undefined)[], string | undefined]>([
  [['4.2.1', '4.2.24'], '4.2.24'],
  [['4.2.1', undefined], undefined],
  [['!= 1.0.0, > 1', '4.2.24'], '!= 1.0.0, > 1; 4.2.24'],
])('fixes in %j are told as %s', (fixes, told) => {
  const violations = fixes.map((fixed, index) => found(`CVE-${index}`, fixed));
  expect(vulnerablePackages(report({violations})).map(({fixed}) => fixed)).toEqual([told]);
});
