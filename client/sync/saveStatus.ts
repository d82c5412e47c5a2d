// What a person is told about their work, as a value. Knows no socket and no words.

/** `unsaved` counts items, not keystrokes: "3 changes" means three notes. */
export type SaveStatus =
  | { readonly kind: 'loading' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly unsaved: number }
  | { readonly kind: 'offline'; readonly unsaved: number }
  | { readonly kind: 'readOnly' }
  | { readonly kind: 'refused'; readonly unsaved: number };

export interface SaveFacts {
  /** The document has arrived whole at least once. */
  readonly loaded: boolean;
  readonly connected: boolean;
  readonly mayWrite: boolean;
  readonly fenced: boolean;
  readonly safe: boolean;
  /** Items changed here and not yet durable on the server. */
  readonly unsaved: number;
}

/** The worst true thing first: lost work before a lost connection, a lost connection before waiting. */
export function saveStatus(facts: SaveFacts): SaveStatus {
  const unsaved = facts.safe ? 0 : Math.max(1, facts.unsaved);
  if (facts.fenced) return { kind: 'refused', unsaved };
  if (!facts.loaded) return { kind: 'loading' };
  if (!facts.connected) return { kind: 'offline', unsaved };
  if (unsaved > 0) return { kind: 'saving', unsaved };
  return facts.mayWrite ? { kind: 'saved' } : { kind: 'readOnly' };
}

export function sameStatus(a: SaveStatus, b: SaveStatus): boolean {
  return a.kind === b.kind && unsavedIn(a) === unsavedIn(b);
}

export function unsavedIn(status: SaveStatus): number {
  return 'unsaved' in status ? status.unsaved : 0;
}
