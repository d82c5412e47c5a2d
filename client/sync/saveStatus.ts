// What a person is told about their work, as a value. Knows no socket and no words.

/** `unsaved` counts items, not keystrokes: "3 changes" means three notes. */
export type SaveStatus =
  | { readonly kind: 'loading' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly unsaved: number }
  | { readonly kind: 'offline'; readonly unsaved: number }
  | { readonly kind: 'readOnly' }
  | { readonly kind: 'refused'; readonly unsaved: number };
