// Reads a board piece by piece, and all of it as it was at one moment: what changes in the meantime is read again at the end,
// at rest. However many items there are, nobody's note waits for the reading of all of them.

import type * as Y from 'yjs';
import { readItem } from '../../shared/board/reader.ts';
import type { Env } from '../../shared/lib/env.ts';
import { isItemId } from '../../shared/lib/ids.ts';
import { aroundItems } from '../boardReading.ts';
import { storyIn } from '../features/summary.ts';
import { type PackedBoard, type PackedItem, packAround, packItems, type Surroundings } from './packed.ts';

/** Under a millisecond of work. */
const pieceLength = 200;

/** A room, as far as it is read. */
export interface ReadRoom {
  readonly docs: { open(kind: 'canvas' | 'session' | 'talk'): Promise<{ readonly doc: Y.Doc }> };
  readonly writes: { whenAtRest(read: () => void): void };
}

export interface PackWishes {
  readonly scheduler: Env['scheduler'];
  /** The last word on what stands around the items. */
  readonly seen: (around: Omit<Surroundings, 'exportedAt'>) => Surroundings;
}

/** As it is on disk, after everything that was acked. */
export async function packBoard(
  room: ReadRoom,
  { scheduler, seen }: PackWishes,
): Promise<{ readonly title: string; readonly board: PackedBoard }> {
  const [canvas, session, talk] = await Promise.all([
    room.docs.open('canvas'),
    room.docs.open('session'),
    room.docs.open('talk'),
  ]);
  const { doc } = canvas;
  const watch = new Watch(doc);
  try {
    const pieces = await inPieces(doc, scheduler);
    return await new Promise((resolve) => {
      room.writes.whenAtRest(() => {
        // Read anew from disk, it is another document.
        const items =
          canvas.doc === doc
            ? [...pieces, packItems(entriesOf(doc, [...watch.changed]))]
            : [packItems(entriesOf(canvas.doc, idsOf(canvas.doc)))];
        const around = seen({ ...aroundItems(session.doc), story: storyIn(session.doc, talk.doc) });
        resolve({ title: around.title, board: { around: packAround(around), items } });
      });
    });
  } finally {
    watch.end();
  }
}

async function inPieces(doc: Y.Doc, scheduler: Env['scheduler']): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const ids = idsOf(doc);
  for (let at = 0; at < ids.length; at += pieceLength) {
    if (at > 0) await new Promise<void>((resolve) => scheduler.after(0, resolve));
    pieces.push(packItems(entriesOf(doc, ids.slice(at, at + pieceLength))));
  }
  return pieces;
}

function idsOf(doc: Y.Doc): string[] {
  return [...doc.getMap('items').keys()];
}

function entriesOf(doc: Y.Doc, ids: readonly string[]): PackedItem[] {
  const items = doc.getMap('items');
  return ids.filter(isItemId).map((id) => [id, items.has(id) ? readItem(id, items.get(id)) : null]);
}

/** Which items changed since it began. */
class Watch {
  readonly changed = new Set<string>();
  private readonly items: Y.Map<unknown>;
  private readonly onDeep = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) {
      if (event.path.length > 0) this.changed.add(String(event.path[0]));
      else for (const id of event.keys.keys()) this.changed.add(id);
    }
  };

  constructor(doc: Y.Doc) {
    this.items = doc.getMap('items');
    this.items.observeDeep(this.onDeep);
  }

  end(): void {
    this.items.unobserveDeep(this.onDeep);
  }
}
