// Where things are: in the live document, or placed earlier in the same update.

import * as Y from 'yjs';
import type { ItemId } from '../../shared/lib/ids.ts';
import { type Id, idKey, type Struct } from './wire.ts';

/** `gone`: inside something that was deleted for good, where nothing can be seen any more. */
export type Place =
  | { readonly parent: string; readonly holds: 'entries' | 'text'; readonly key: string | null }
  | 'gone';

interface NewStruct {
  readonly struct: Struct;
  readonly place: Place;
}

export class Placed {
  readonly createdItems: ItemId[] = [];
  private readonly doc: Y.Doc;
  private readonly states = new Map<number, number>();
  private readonly added = new Map<number, NewStruct[]>();

  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  /** The clock that comes next for this client. */
  state(client: number): number {
    return this.states.get(client) ?? Y.getState(this.doc.store, client);
  }

  add(struct: Struct, place: Place): void {
    this.states.set(struct.client, struct.clock + struct.length);
    const list = this.added.get(struct.client);
    if (list) list.push({ struct, place });
    else this.added.set(struct.client, [{ struct, place }]);
  }

  /** Where a known id stands; the caller has checked that it is known. */
  at(id: Id): Place {
    const fresh = this.find(id);
    if (fresh !== null) return fresh.place;
    const item = Y.getItem(this.doc.store, Y.createID(id.client, id.clock)) as Y.Item | Y.GC;
    if (!(item instanceof Y.Item)) return 'gone';
    const parent = item.parent;
    if (!(parent instanceof Y.AbstractType)) return 'gone';
    return {
      parent: this.nameOf(parent),
      holds: parent instanceof Y.Text ? 'text' : 'entries',
      key: item.parentSub,
    };
  }

  /** What sort of container a known id is: null when it holds no others. */
  typeAt(id: Id): 'map' | 'text' | 'gone' | null {
    const fresh = this.find(id);
    if (fresh !== null) {
      const { content } = fresh.struct;
      if (content === 'gc' || content === 'deleted' || fresh.place === 'gone') return 'gone';
      return content === 'map' || content === 'text' ? content : null;
    }
    const item = Y.getItem(this.doc.store, Y.createID(id.client, id.clock)) as Y.Item | Y.GC;
    if (!(item instanceof Y.Item)) return 'gone';
    if (item.content instanceof Y.ContentType) return item.content.type instanceof Y.Text ? 'text' : 'map';
    return item.deleted ? 'gone' : null;
  }

  private nameOf(parent: Y.AbstractType<unknown>): string {
    return parent._item === null ? `root:${Y.findRootTypeKey(parent)}` : idKey(parent._item.id);
  }

  private find(id: Id): NewStruct | null {
    const list = this.added.get(id.client);
    if (list === undefined) return null;
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = list[middle];
      if (found === undefined) return null;
      if (id.clock < found.struct.clock) high = middle - 1;
      else if (id.clock >= found.struct.clock + found.struct.length) low = middle + 1;
      else return found;
    }
    return null;
  }
}
