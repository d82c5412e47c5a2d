// What a person is told about their work, as a value. Knows no socket and no words.

/**
 * `unsaved` counts items, not keystrokes: "3 changes" means three notes. `kept`: all of them are on this device at least,
 * and outlive the page.
 */
export type SaveStatus =
  | { readonly kind: 'loading' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly unsaved: number; readonly kept: boolean }
  | { readonly kind: 'offline'; readonly unsaved: number; readonly kept: boolean }
  | { readonly kind: 'readOnly' }
  | { readonly kind: 'refused'; readonly unsaved: number };

export interface SaveFacts {
  /** The document is there whole, from the server or from this device. */
  readonly loaded: boolean;
  /** The first attempt to reach the server is over. */
  readonly tried: boolean;
  readonly connected: boolean;
  readonly mayWrite: boolean;
  readonly fenced: boolean;
  readonly safe: boolean;
  /** What is not safe is on this device. */
  readonly kept: boolean;
  /** Items changed here and not yet durable on the server. */
  readonly unsaved: number;
}

/** The worst true thing first: lost work before a lost connection, a lost connection before waiting. */
export function saveStatus(facts: SaveFacts): SaveStatus {
  const unsaved = facts.safe ? 0 : Math.max(1, facts.unsaved);
  if (facts.fenced) return { kind: 'refused', unsaved };
  if (!facts.loaded || !facts.tried) return { kind: 'loading' };
  const { kept } = facts;
  if (!facts.connected) return { kind: 'offline', unsaved, kept };
  if (unsaved > 0) return { kind: 'saving', unsaved, kept };
  return facts.mayWrite ? { kind: 'saved' } : { kind: 'readOnly' };
}

export function sameStatus(a: SaveStatus, b: SaveStatus): boolean {
  return a.kind === b.kind && unsavedIn(a) === unsavedIn(b) && isAtRisk(a) === isAtRisk(b);
}

/** Something is neither on the server nor kept on this device: leaving the page would lose it. */
export function isAtRisk(status: SaveStatus): boolean {
  return unsavedIn(status) > 0 && !('kept' in status && status.kept);
}

export function unsavedIn(status: SaveStatus): number {
  return 'unsaved' in status ? status.unsaved : 0;
}
