/** Inputs that go before a key of the policy, as written: the rules check them. Pure. */
import {defined} from '../defined.ts';
import {UserError} from '../../errors.ts';
import {
  INPUT_NAMES,
  inputRow,
  parseInputList,
  type InputName,
  type InputText,
} from '../inputs/table.ts';
import type {RuleId} from './rules/index.ts';

export interface Mirror {
  readonly input: InputName;
  readonly rule: RuleId;
  readonly option: string;
}

/** Which input goes before which key. */
export const MIRRORS: readonly Mirror[] = INPUT_NAMES.flatMap((input) => {
  const {policy} = inputRow(input);
  return policy === undefined ? [] : [{input, ...policy}];
});

/** As written, for every image and by image name. */
export interface MirroredValues {
  readonly all?: string;
  readonly images?: ReadonlyMap<string, string>;
}

/** What is absent is the policy's business. */
export type PolicyInputs = Readonly<Partial<Record<InputName, MirroredValues>>>;

/** `rules.size.max`: the key as documentation writes it. */
export function policyKey({rule, option}: Mirror): string {
  return `rules.${rule}.${option}`;
}

/** @throws {UserError} when a value is given twice for all images */
export function policyInputs(text: InputText): PolicyInputs {
  const given = MIRRORS.flatMap(({input}) => {
    const value = text(input);
    return value === undefined ? [] : [[input, valuesOf(input, value)] as const];
  });
  return Object.fromEntries(given);
}

/** One that takes several values takes `image=value` too. */
function valuesOf(input: InputName, value: string): MirroredValues {
  if (inputRow(input).kind === 'text') return {all: value};
  const pairs = parseInputList(input, value).map((line) => {
    const at = line.indexOf('=');
    return at === -1
      ? (['', line] as const)
      : ([line.slice(0, at).trim(), line.slice(at + 1).trim()] as const);
  });
  const everywhere = pairs.filter(([image]) => image === '');
  if (everywhere.length > 1) {
    throw new UserError(
      `Input ${input} has ${everywhere.length} values for all images; write one, and the others as image=value.`,
    );
  }
  const all = everywhere[0]?.[1];
  const images = new Map(pairs.filter(([image]) => image !== ''));
  return {...defined({all}), images};
}
