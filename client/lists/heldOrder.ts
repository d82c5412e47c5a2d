// Rows keep their place while people work on them: what somebody changes does not jump away under the hand, and what is new
// comes at the end. Only asking for another order, or for the same one again, sorts anew.

/** Those that are still there as they stood, then those that have come. `fresh` is how they would stand sorted anew. */
export function heldOrder(
  before: readonly string[],
  fresh: readonly string[],
  isThere: (id: string) => boolean,
): readonly string[] {
  const kept = before.filter(isThere);
  const known = new Set(kept);
  const come = fresh.filter((id) => !known.has(id));
  return come.length === 0 && kept.length === before.length ? before : [...kept, ...come];
}

export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
