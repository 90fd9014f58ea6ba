/** By what a violation and the finding that it tells of are found for each other. Pure. */

export interface KeyedFinding {
  readonly id: string;
  /** Absent in reports of before: two packages may have one name. */
  readonly identity?: string | undefined;
  readonly package: string;
}

export function findingKey({id, identity, package: name}: KeyedFinding): string {
  return identity ?? JSON.stringify([id, name]);
}
