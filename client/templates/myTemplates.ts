// The templates somebody made or brought, kept in this browser. Read as unknown: what makes no sense is left out.

import { readTemplate, templateFile } from '../../shared/features/templates/read.ts';
import type { Template } from '../../shared/features/templates/template.ts';
import { Listeners } from '../../shared/lib/signal.ts';
import { browserShelf, type Shelf } from '../ui/shelf.ts';

/** The part of a shelf that is needed. */
type Kept = Pick<Shelf, 'getItem' | 'setItem'>;

/** With the size of one this leaves most of what a browser gives to a page for other things. */
export const myTemplatesMax = 24;

const key = 'wallflower.templates';

export interface MyTemplate {
  /** Of this copy, in this browser. */
  readonly key: string;
  readonly template: Template;
}

export class MyTemplates {
  readonly changed = new Listeners<void>();
  private readonly shelf: Kept | null;

  constructor(shelf: Kept | null) {
    this.shelf = shelf;
  }

  /** Latest first. */
  all(): readonly MyTemplate[] {
    try {
      const entries: unknown = JSON.parse(this.shelf?.getItem(key) ?? '[]');
      if (!Array.isArray(entries)) return [];
      return entries.slice(0, myTemplatesMax).flatMap((entry: unknown): MyTemplate[] => {
        const { key: own, template } = (entry ?? {}) as { key?: unknown; template?: unknown };
        const read = readTemplate(template);
        return typeof own === 'string' && read.problem === null
          ? [{ key: own, template: read.template }]
          : [];
      });
    } catch {
      return [];
    }
  }

  /** Why it was not kept; null when it was. */
  keep(entry: MyTemplate): 'full' | 'no-room' | null {
    const others = this.all().filter((mine) => mine.key !== entry.key);
    if (others.length >= myTemplatesMax) return 'full';
    return this.write([entry, ...others]) ? null : 'no-room';
  }

  remove(own: string): void {
    this.write(this.all().filter((mine) => mine.key !== own));
  }

  private write(entries: readonly MyTemplate[]): boolean {
    try {
      if (this.shelf === null) return false;
      const kept = entries.map((mine) => ({ key: mine.key, template: templateFile(mine.template) }));
      this.shelf.setItem(key, JSON.stringify(kept));
      this.changed.tell();
      return true;
    } catch {
      return false;
    }
  }
}

/** This browser's own. */
export const myTemplates = new MyTemplates(browserShelf());
