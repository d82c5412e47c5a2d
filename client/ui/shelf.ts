// What a browser keeps between visits, as whoever keeps something there sees it. Knows no key.

/** The part of `localStorage` that is needed; tests give a plain map. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** This browser's own; null where storage is blocked: there reading the property alone throws. */
export function browserShelf(name: 'localStorage' | 'sessionStorage' = 'localStorage'): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}
