// For programmer errors only. Data from outside is parsed, never asserted.

/** Throws when a condition that the code itself guarantees does not hold. */
export function assert(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${claim}`);
}
