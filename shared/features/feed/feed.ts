// A board's live feed: its ideas at an address that programs read again and again. Whoever has the address can read, so it is
// a secret: nothing here holds it but the answer that makes it.

/** What the address ends in. */
export const feedFiles = ['ideas.csv', 'ideas.md', 'ideas.json'] as const;
export type FeedFile = (typeof feedFiles)[number];

/** 258 bits: nobody guesses one. */
export const feedTokenChars = 43;

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

export function isFeedToken(value: unknown): value is string {
  return typeof value === 'string' && tokenPattern.test(value);
}

/** What facilitators may know. */
export interface FeedState {
  /** null where there is none. */
  readonly link: {
    /** The last characters of the secret in it. */
    readonly ending: string;
    readonly madeAt: number;
    /** To the minute; null when nobody has read it yet. */
    readonly usedAt: number | null;
  } | null;
}
