/** A thing that could be found out, or the reason why it could not. "Not known" is never "clean". */
export type Known<T> = {readonly value: T} | {readonly unable: string};

export function known<T>(value: T): Known<T> {
  return {value};
}

export function unable(reason: string): Known<never> {
  return {unable: reason};
}

export function isKnown<T>(thing: Known<T>): thing is {readonly value: T} {
  return 'value' in thing;
}

/** `unable` stays as it is; a value is put through `change`. */
export function mapKnown<A, B>(thing: Known<A>, change: (value: A) => B): Known<B> {
  return isKnown(thing) ? known(change(thing.value)) : thing;
}
