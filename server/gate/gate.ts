// The gate: what of an update is new, whether it may be applied, and in which pieces. It keeps the document free of
// crashes, holes, foreign client ids and shapes that no client can draw. It is hygiene, not a security boundary: a
// participant who may write a document may still write nonsense into it (README, threat model).

import * as Y from 'yjs';
import { type DocKind, docRoots } from '../../shared/board/docs.ts';
import { limits } from '../../shared/board/limits.ts';
import { type ItemId, isItemId } from '../../shared/lib/ids.ts';
import type { RejectCode } from '../../shared/protocol/messages.ts';
import { type Parts, type Run, runOf } from './parts.ts';
import { type Place, Placed } from './placed.ts';
import { type ContentKind, type Decoded, type DeleteRange, idKey, type Struct } from './wire.ts';

export interface Slice {
  readonly parts: Parts;
  /** Client ids with new structs in this slice; each must be bound to whoever sends it. */
  readonly clients: readonly number[];
  /** Items made by this slice, for the record of authors. */
  readonly createdItems: readonly ItemId[];
  /** Nothing of the update is left after this slice. */
  readonly last: boolean;
}

export class Refused extends Error {
  override name = 'Refused';
  readonly code: RejectCode;

  constructor(code: RejectCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** One update on its way through the gate. Each call of `nextSlice` must be followed by applying what it gave. */
export class Passage {
  private readonly doc: Y.Doc;
  private readonly kind: DocKind;
  private readonly decoded: Decoded;
  private readonly queues: { client: number; structs: readonly Struct[]; next: number }[] = [];
  private deletes: readonly DeleteRange[];

  constructor(doc: Y.Doc, kind: DocKind, decoded: Decoded) {
    this.doc = doc;
    this.kind = kind;
    this.decoded = decoded;
    for (const [client, structs] of decoded.structs) {
      const known = Y.getState(doc.store, client);
      const next = structs.findIndex((struct) => struct.clock + struct.length > known);
      if (next >= 0) this.queues.push({ client, structs, next });
    }
    this.deletes = decoded.deletes.filter((range) => !isDeleted(doc, range));
  }

  /** The document knows all of it already: nothing to store, nothing to refuse. */
  get addsNothing(): boolean {
    return this.queues.length === 0 && this.deletes.length === 0;
  }

  /**
   * The next piece, at most `structsPerSliceMax` structs, in an order in which everything it needs is there.
   * @throws Refused; code `gap` when something it needs is neither in the document nor in the update.
   */
  nextSlice(): Slice {
    if (this.queues.length > limits.newClientsMax) throw new Refused('malformed', 'too many client ids');
    const placed = new Placed(this.doc);
    const taken: { client: number; from: number; to: number }[] = [];
    let room: number = limits.structsPerSliceMax;
    for (let progress = true; progress && room > 0; ) {
      progress = false;
      for (const queue of this.queues) {
        const from = queue.next;
        while (
          room > 0 &&
          queue.next < queue.structs.length &&
          this.place(queue.structs[queue.next], placed)
        ) {
          queue.next++;
          room--;
        }
        if (queue.next > from) {
          taken.push({ client: queue.client, from, to: queue.next });
          progress = true;
        }
      }
    }
    const remaining = this.queues.filter((queue) => queue.next < queue.structs.length);
    if (taken.length === 0 && remaining.length > 0)
      throw new Refused('gap', 'something this change builds on is missing');
    const runs = taken
      .map(({ client, from, to }) => this.run(client, from, to))
      .filter((run) => run !== null);
    const structsDone = remaining.length === 0;
    const deletes = structsDone ? this.takeDeletes(placed) : [];
    return {
      parts: { runs, deletes },
      clients: [...new Set(taken.map(({ client }) => client))],
      createdItems: placed.createdItems,
      last: structsDone && this.deletes.length === 0,
    };
  }

  private run(client: number, from: number, to: number): Run | null {
    const structs = this.decoded.structs.get(client)?.slice(from, to) ?? [];
    const first = structs[0];
    if (first === undefined) return null;
    const known = Math.max(0, Y.getState(this.doc.store, client) - first.clock);
    return runOf(this.decoded, structs, Math.min(known, first.length));
  }

  private takeDeletes(placed: Placed): DeleteRange[] {
    const now = this.deletes.slice(0, limits.deleteRangesMax);
    for (const range of now) {
      if (range.clock + range.length > placed.state(range.client)) {
        throw new Refused('gap', 'this change deletes something that is missing');
      }
    }
    this.deletes = this.deletes.slice(now.length);
    return now;
  }

  /** False when it must wait for a struct of another client in the same update. @throws Refused */
  private place(struct: Struct | undefined, placed: Placed): boolean {
    if (struct === undefined) return false;
    const state = placed.state(struct.client);
    if (struct.content === 'skip' || struct.clock > state) return false;
    const half = struct.clock < state;
    if (half && !isSplittable(struct.content))
      throw new Refused('malformed', 'this change contradicts what is stored');
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (id !== null && typeof id !== 'string' && id.clock >= placed.state(id.client)) return false;
    }
    if (struct.content === 'gc') {
      if (struct.length > limits.gcLengthMax) throw new Refused('malformed', 'too much deleted at once');
      placed.add(struct, 'gone');
      return true;
    }
    const place = half
      ? placed.at({ client: struct.client, clock: state - 1 })
      : this.placeOf(struct, placed);
    if (place !== 'gone') this.check(struct, place, half);
    placed.add(struct, place);
    if (
      place !== 'gone' &&
      place.parent === 'root:items' &&
      struct.content === 'map' &&
      isItemId(place.key)
    ) {
      placed.createdItems.push(place.key);
    }
    return true;
  }

  private placeOf(struct: Struct, placed: Placed): Place {
    if (typeof struct.parent === 'string') {
      if (!docRoots[this.kind].includes(struct.parent))
        throw new Refused('malformed', 'a root that boards do not have');
      return { parent: `root:${struct.parent}`, holds: 'entries', key: struct.key };
    }
    if (struct.parent !== null) {
      const holder = placed.typeAt(struct.parent);
      if (holder === null) throw new Refused('malformed', 'a parent that holds nothing');
      if (holder === 'gone') return 'gone';
      return { parent: idKey(struct.parent), holds: holder === 'map' ? 'entries' : 'text', key: struct.key };
    }
    const left = struct.origin ? placed.at(struct.origin) : null;
    const right = struct.rightOrigin ? placed.at(struct.rightOrigin) : null;
    if (left === 'gone' || right === 'gone') return 'gone';
    if (left && right && (left.parent !== right.parent || left.key !== right.key)) {
      throw new Refused('malformed', 'neighbours that are not neighbours');
    }
    return left ?? right ?? 'gone';
  }

  private check(struct: Struct, place: Exclude<Place, 'gone'>, half: boolean): void {
    if (place.holds === 'entries') {
      if (place.key === null) throw new Refused('malformed', 'an entry without a key');
      if (struct.rightOrigin !== null) throw new Refused('malformed', 'an entry with a right neighbour');
      if (struct.content === 'string') throw new Refused('malformed', 'bare text in a map');
      if (struct.content !== 'deleted' && (struct.length !== 1 || half))
        throw new Refused('malformed', 'an entry of many values');
      return;
    }
    if (place.key !== null) throw new Refused('malformed', 'a key inside a text');
    if (struct.content !== 'string' && struct.content !== 'deleted')
      throw new Refused('malformed', 'not text inside a text');
  }
}

function isSplittable(content: ContentKind): boolean {
  return content === 'string' || content === 'any' || content === 'deleted' || content === 'gc';
}

/** Everything in the range is known and deleted already. */
function isDeleted(doc: Y.Doc, range: DeleteRange): boolean {
  const end = range.clock + range.length;
  if (end > Y.getState(doc.store, range.client)) return false;
  const structs = doc.store.clients.get(range.client);
  if (structs === undefined) return false;
  for (let i = Y.findIndexSS(structs, range.clock); i < structs.length; i++) {
    const struct = structs[i];
    if (struct === undefined || struct.id.clock >= end) break;
    if (!struct.deleted) return false;
  }
  return true;
}
