export const DIRECTIONS: Readonly<Record<string, readonly string[]>>;
export const ORDER: Readonly<Record<string, readonly (readonly string[])[]>>;
export const SHARED: readonly string[];
export const EFFECTS: readonly string[];
