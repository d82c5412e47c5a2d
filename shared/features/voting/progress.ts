// How far a ballot is, as everybody is told: how many have voted of how many who may, never who. Plain values under `counts`
// of the `session` document.

import { fieldsOf, isTime } from '../../lib/fields.ts';

export interface Progress {
  readonly voted: number;
  readonly eligible: number;
}

export function progressKey(ballot: string): string {
  return `voted/${ballot}`;
}

/** null for what is none. */
export function readProgress(value: unknown): Progress | null {
  const { voted, eligible } = fieldsOf(value) ?? {};
  return isTime(voted) && isTime(eligible) ? { voted, eligible } : null;
}
