import {describe, expect, it} from '@jest/globals';
import {servicesByTarget} from '../../../src/domain/plan/services.ts';

describe('services', () => {
  it('keep their names, whatever bake calls their targets', () => {
    const names = servicesByTarget(['laravel.test', 'db'], ['laravel_test', 'db']);
    expect([...names]).toEqual([
      ['laravel_test', 'laravel.test'],
      ['db', 'db'],
    ]);
  });

  it('that bake takes for one target are refused by name', () => {
    expect(() => servicesByTarget(['web.1', 'web_1'], ['web_1'])).toThrow(
      'The services web.1 and web_1 are one target to bake (web_1)',
    );
    expect(servicesByTarget(['web.1', 'web_1', 'app'], ['app']).size).toBe(1);
  });
});
