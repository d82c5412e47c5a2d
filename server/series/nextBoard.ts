// The next session of a board, as documents: what a template put on the wall, the agenda, the settings, and what is still open.
// None of the ideas: they are that session's.

import type * as Y from 'yjs';
import { Board } from '../../shared/board/board.ts';
import { createItems } from '../../shared/board/verbs.ts';
import type { ActionItem } from '../../shared/features/actionItems/actionItems.ts';
import { seriesRoot } from '../../shared/features/actionItems/series.ts';
import type { SessionState } from '../../shared/features/session/state.ts';
import { isUntouched, readFurniture } from '../../shared/features/templates/furniture.ts';
import type { Item } from '../../shared/items/item.ts';
import type { Env } from '../../shared/lib/env.ts';
import type { BoardId } from '../../shared/lib/ids.ts';
import { newItemId } from '../../shared/lib/ids.ts';
import { LastChange } from '../changes.ts';
import type { BoardFacts } from '../core.ts';
import { copiesOf } from '../features/transfer.ts';
import { LiveDoc, serverParticipant } from '../liveDoc.ts';
import type { Room } from '../room.ts';
import { sessionState, writeAgenda, writeSettings } from '../session/steering.ts';
import { writeFacts, writeFurniture } from '../sessionDoc.ts';
import type { Batch } from '../storage/storage.ts';
import { WriteBatch } from '../writeBatch.ts';
import { openActions, writeCarried, writeCarriedTo } from './carrying.ts';

/** What goes along, as it was at one moment. */
export interface SessionBefore {
  readonly board: BoardId;
  readonly title: string;
  readonly session: Pick<SessionState, 'agenda' | 'settings'>;
  /** What the template put there, and what it is called in the template. */
  readonly furniture: readonly { readonly item: Item; readonly mark: unknown }[];
  readonly open: readonly ActionItem[];
}

export async function sessionBefore(room: Room): Promise<SessionBefore> {
  const { title, items } = await room.readBoard();
  const { doc } = await room.docs.open('session');
  return new Promise((resolve) => {
    room.writes.whenAtRest(() => {
      const furniture = readFurniture(doc.getMap('furniture').entries());
      // A note that people wrote over is theirs; a place keeps the name it was given.
      const kept = items.filter(
        (item) => furniture.has(item.id) && (item.kind === 'cluster' || isUntouched(item, furniture)),
      );
      resolve({
        board: room.id,
        title,
        session: sessionState(doc),
        furniture: kept.map((item) => ({ item, mark: doc.getMap('furniture').get(item.id) })),
        open: openActions(doc),
      });
    });
  });
}

/** To be kept in the commit that makes the board: it is whole or not there. */
export function nextBoardOf(before: SessionBefore, board: BoardFacts, env: Env): Batch {
  const address = { board: board.id, epoch: board.epoch, owner: null };
  const canvas = new LiveDoc({ ...address, kind: 'canvas' }, env);
  const session = new LiveDoc({ ...address, kind: 'session' }, env);
  const sources = before.furniture.flatMap(({ item: { kind, ...item }, mark }) =>
    kind === 'unreadable' ? [] : [{ item: { ...item, kind }, mark }],
  );
  const copies = copiesOf(
    sources.map(({ item }) => item),
    env,
  ).map((item) => ({ ...item, id: item.id ?? newItemId(env.random) }));
  const batch = new WriteBatch();
  batch.addEntries(
    canvas.write('import', serverParticipant, (doc) => {
      const wall = new Board(doc, env.random);
      createItems(wall, copies, 'server');
      wall.destroy();
    }),
  );
  batch.addEntries(
    session.write('server', serverParticipant, (doc) => {
      writeFacts(doc, board);
      writeFurniture(
        doc,
        copies.map(({ id }, index) => [id, sources[index]?.mark]),
      );
      const { agenda, settings } = before.session;
      if (agenda.length > 0) writeAgenda(doc, agenda);
      // Nobody has written anything yet.
      writeSettings(doc, settings, () => false);
      writeCarried(doc, before.open, before.board);
      writeLink(doc, 'previous', { board: before.board, title: before.title, at: env.clock.now() });
    }),
  );
  return batch.toStorage({ env, lastChange: new LastChange(board.id, env.clock) });
}

/** On the board before: where it goes on, and what went there. Durable when it resolves. */
export function tellOfNext(room: Room, next: BoardFacts, before: SessionBefore): Promise<void> {
  const at = room.env.clock.now();
  return room.changes.changeSession(
    serverParticipant,
    (doc) => {
      writeLink(doc, 'next', { board: next.id, title: next.title, at });
      writeCarriedTo(
        doc,
        before.open.map(({ id }) => id),
        next.id,
      );
    },
    [],
  );
}

function writeLink(
  doc: Y.Doc,
  key: 'previous' | 'next',
  link: { board: BoardId; title: string; at: number },
): void {
  doc.transact(() => doc.getMap(seriesRoot).set(key, link), 'server');
}
