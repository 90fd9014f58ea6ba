/** What compose sets at run time over the image: mentioned, and never judged (design.md section 7). */
import type {ComposeOverride} from '../plan.ts';

export interface ServiceRuntime {
  readonly user?: string | undefined;
  readonly healthcheck?:
    | {
        readonly disable?: boolean | undefined;
        readonly test?: string | readonly string[] | undefined;
      }
    | undefined;
}

export function overridesOf(service: ServiceRuntime): readonly ComposeOverride[] {
  const user =
    service.user === undefined ? [] : [{key: 'user' as const, says: `user: ${service.user}`}];
  return [...user, ...healthcheckOf(service)];
}

function healthcheckOf(service: ServiceRuntime): ComposeOverride[] {
  if (service.healthcheck === undefined) return [];
  const test = service.healthcheck.test;
  const isOff = service.healthcheck.disable === true || (Array.isArray(test) && test[0] === 'NONE');
  return [
    {key: 'healthcheck', says: isOff ? 'healthcheck: disabled' : 'healthcheck: its own test'},
  ];
}
