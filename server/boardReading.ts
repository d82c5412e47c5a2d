// A board out of its documents as plain values. Whoever calls sees to it that they are at rest.

import type * as Y from 'yjs';
import { readItems } from '../shared/board/reader.ts';
import type { BoardReading } from './core.ts';
import { sessionState } from './session/steering.ts';
import { readPeople } from './sessionDoc.ts';

/** All of a board. Both documents have to be at rest. */
export function boardIn(canvas: Y.Doc, session: Y.Doc): BoardReading {
  const all = [...readItems(canvas).values()];
  return {
    ...aroundItems(session),
    items: all.filter((item) => !item.deleted),
    deleted: all.filter((item) => item.deleted),
  };
}

/** What a board has beside its items. */
export function aroundItems(session: Y.Doc): Omit<BoardReading, 'items' | 'deleted'> {
  const { wins, park } = sessionState(session);
  return { ...readPeople(session), wins: wins.map(({ text }) => text), park };
}
