/** Which input mirrors which key of the policy: the one table of it, for the merge and the documentation. */
import type {PolicyInputs} from './mirror-inputs.ts';
import type {RuleId} from './rules/index.ts';

export interface Mirror {
  /** As in action.yml; the flag has the same name. */
  readonly input: string;
  readonly rule: RuleId;
  readonly option: string;
  readonly values: (inputs: PolicyInputs) => MirroredValues;
}

/** As written. */
export interface MirroredValues {
  readonly all?: string;
  readonly images?: ReadonlyMap<string, string>;
}

export const MIRRORS: readonly Mirror[] = [
  {
    input: 'max-size',
    rule: 'size',
    option: 'max',
    values: ({maxSize}) => maxSize ?? {},
  },
  {
    input: 'user',
    rule: 'user',
    option: 'require',
    values: ({user}) => (user === undefined ? {} : {all: user}),
  },
  {
    input: 'healthcheck',
    rule: 'healthcheck',
    option: 'require',
    values: ({healthcheck}) => (healthcheck === undefined ? {} : {all: healthcheck}),
  },
  {
    input: 'fail-on',
    rule: 'vulnerabilities',
    option: 'fail-on',
    values: ({failOn}) => (failOn === undefined ? {} : {all: failOn}),
  },
];

/** `rules.size.max`: the key as documentation writes it. */
export function policyKey(mirror: Mirror): string {
  return `rules.${mirror.rule}.${mirror.option}`;
}
