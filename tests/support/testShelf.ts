// A browser's storage with as much room as a test gives it, measured in characters of keys and values.

import type { OpenShelf } from '../../client/app/localStore.ts';

export class TestShelf implements OpenShelf {
  room = Number.POSITIVE_INFINITY;
  private readonly kept: Map<string, string>;

  constructor(content: Readonly<Record<string, string>> = {}) {
    this.kept = new Map(Object.entries(content));
  }

  get used(): number {
    return [...this.kept].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const before = this.kept.get(key);
    const grown = this.used + value.length + (before === undefined ? key.length : -before.length);
    if (grown > this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }

  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }
}
