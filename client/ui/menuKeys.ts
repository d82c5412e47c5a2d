// Arrows and letters choose an entry of an open menu at once. The library does it a moment later: an Enter that follows quickly
// would run the entry before, or none.

import { type KeyboardEvent, useMemo } from 'react';

const typingMs = 1_000;

/** What a key needs to be, from the page or kept from before the menu was there. */
export interface MenuKey {
  readonly key: string;
  /** Milliseconds of the page's clock; without it, right after the key before. */
  readonly timeStamp?: number;
}

export interface MenuKeys {
  /** For the menu's content. */
  readonly onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
  /** As if pressed in the menu; Enter runs what is chosen. */
  press(menu: HTMLElement, key: MenuKey): void;
}

export function useMenuKeys(): MenuKeys {
  return useMemo(() => {
    const typing = { text: '', at: 0 };
    const choose = (menu: HTMLElement, key: MenuKey): boolean => {
      const entries = entriesOf(menu);
      const current = entries.findIndex(hasFocus);
      const next = isLetter(key, typing)
        ? entryTyped(entries.map(labelOf), typed(key, typing), current)
        : entryAt(key.key, current, entries.length);
      if (next === null) return false;
      entries[next]?.focus();
      return true;
    };
    return {
      onKeyDownCapture(event) {
        const menu = event.currentTarget;
        const isOurs = event.target instanceof Element && event.target.closest('[role="menu"]') === menu;
        const { ctrlKey, altKey, metaKey, key, timeStamp } = event;
        if (!isOurs || ctrlKey || altKey || metaKey || !choose(menu, { key, timeStamp })) return;
        event.preventDefault();
        event.stopPropagation();
      },
      press(menu, key) {
        if (choose(menu, key)) return;
        const chosen = entriesOf(menu).find(hasFocus);
        if (key.key === 'Enter' || key.key === ' ') chosen?.click();
      },
    };
  }, []);
}

interface Typing {
  text: string;
  at: number;
}

function isLetter({ key, timeStamp }: MenuKey, typing: Typing): boolean {
  // A space goes on with a name, but begins none: then it runs the entry.
  if (key === ' ') return typing.text !== '' && (timeStamp ?? typing.at) - typing.at < typingMs;
  return [...key].length === 1;
}

function typed({ key, timeStamp }: MenuKey, typing: Typing): string {
  const now = timeStamp ?? typing.at;
  typing.text = now - typing.at < typingMs ? typing.text + key : key;
  typing.at = now;
  return typing.text;
}

/** Which entry the arrows and their like choose from `current` (-1: none); null for any other key. */
export function entryAt(key: string, current: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return current < 0 ? count - 1 : Math.max(current - 1, 0);
    case 'Home':
    case 'PageUp':
      return 0;
    case 'End':
    case 'PageDown':
      return count - 1;
    default:
      return null;
  }
}

/** The entry that begins with what was typed, from `current` on; the same letter again and again goes through all of its own. */
export function entryTyped(labels: readonly string[], text: string, current: number): number {
  const letters = [...text.toLowerCase()];
  const isOne = letters.every((letter) => letter === letters[0]);
  const wanted = isOne ? (letters[0] ?? '') : letters.join('');
  const from = isOne ? current + 1 : Math.max(current, 0);
  for (let step = 0; step < labels.length; step++) {
    const index = (from + step) % labels.length;
    if (labels[index]?.toLowerCase().startsWith(wanted)) return index;
  }
  return current;
}

function entriesOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([data-disabled])')].filter(
    (entry) => entry.closest('[role="menu"]') === menu,
  );
}

function hasFocus(entry: HTMLElement): boolean {
  return entry === document.activeElement;
}

function labelOf(entry: HTMLElement): string {
  return (entry.getAttribute('aria-label') ?? entry.textContent).trim();
}
