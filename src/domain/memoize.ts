/**
 * Makes each thing once: who asks again gets what was made for the first, also while it is being made.
 * @param keyOf equal for those who ask for the same
 */
export function memoize<Ask, Made>(
  make: (ask: Ask) => Made,
  keyOf: (ask: Ask) => string,
): (ask: Ask) => Made {
  const made = new Map<string, Made>();
  return (ask) => {
    const key = keyOf(ask);
    const there = made.get(key);
    if (there !== undefined) return there;
    const fresh = make(ask);
    made.set(key, fresh);
    return fresh;
  };
}
