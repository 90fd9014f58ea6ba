/** What compose sets at run time over the image: mentioned, and never judged (architecture.md section 7). */
import type {ComposeOverride} from '../planned-image.ts';

export interface ServiceRuntime {
  readonly user?: string | undefined;
  readonly healthcheck?:
    | {
        readonly disable?: boolean | undefined;
        readonly test?: string | readonly string[] | undefined;
      }
    | undefined;
}

export function composeOverrides(service: ServiceRuntime): readonly ComposeOverride[] {
  const user = service.user === undefined ? [] : [{key: 'user' as const, value: service.user}];
  return [...user, ...healthcheckOf(service)];
}

function healthcheckOf(service: ServiceRuntime): ComposeOverride[] {
  if (service.healthcheck === undefined) return [];
  const {disable, test} = service.healthcheck;
  if (disable === true || (Array.isArray(test) && test[0] === 'NONE'))
    return [{key: 'healthcheck', value: 'disabled'}];
  // Intervals alone leave the image's test as it is.
  return test === undefined ? [] : [{key: 'healthcheck', value: 'replaced'}];
}
