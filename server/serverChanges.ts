// What the server itself writes to a board, through the same write path as everybody: people and facts in `session`,
// comments in `talk`, items on behalf of somebody in `canvas`. Each change is one commit, and durable when it resolves.

import type * as Y from 'yjs';
import { Board } from '../shared/board/board.ts';
import { limits } from '../shared/board/limits.ts';
import { can } from '../shared/board/roles.ts';
import { createItems, removeItems } from '../shared/board/verbs.ts';
import type { NewItem } from '../shared/items/item.ts';
import type { Env } from '../shared/lib/env.ts';
import type { ItemId, ParticipantId } from '../shared/lib/ids.ts';
import { type BoardFacts, BoardFullError, NotWritableError, type Visitor } from './core.ts';
import { type Entry, type LiveDoc, serverParticipant } from './liveDoc.ts';
import type { RoomDocs, SharedKind } from './roomDocs.ts';
import { forgetAttention } from './session/attention.ts';
import { writeAuthors, writeFacts, writePerson, writeWaiting } from './sessionDoc.ts';
import type { Batch, Put, RecordKind } from './storage/storage.ts';
import type { WritePath } from './writePath.ts';

/** What goes along with a change that somebody asked for. */
export interface Along {
  /** Kept in the same commit. */
  readonly puts?: Batch['puts'];
  /** Asked right before anything is written: by then a phase may have begun. Throws when they may not any more. */
  readonly mustBeAllowed?: () => void;
  /** What the session says afterwards, in the same commit. May throw before it writes; may fill `puts`. */
  readonly session?: (doc: Y.Doc) => void;
}

export class ServerChanges {
  private readonly docs: RoomDocs;
  private readonly writes: WritePath;
  private readonly env: Env;
  private readonly touch: () => void;
  private readonly isAnonymous: () => boolean;
  private readonly withSession: (doc: Y.Doc) => readonly Put[];

  /**
   * `touch` is called before every change: a room that is written to is in use. While `isAnonymous`, nobody is noted as
   * the author of what comes to the wall. `withSession`: what is kept in one commit with a changed session.
   */
  constructor(parts: {
    docs: RoomDocs;
    writes: WritePath;
    env: Env;
    touch: () => void;
    isAnonymous: () => boolean;
    withSession: (doc: Y.Doc) => readonly Put[];
  }) {
    this.docs = parts.docs;
    this.writes = parts.writes;
    this.env = parts.env;
    this.touch = parts.touch;
    this.isAnonymous = parts.isAnonymous;
    this.withSession = parts.withSession;
  }

  /** Adds or updates people in `session`, with `puts` in the same commit; what they may do is the room's affair. */
  async setPeople(
    people: readonly (Visitor & { readonly name: string })[],
    puts?: Batch['puts'],
  ): Promise<void> {
    const write = (doc: Y.Doc) => {
      for (const person of people) {
        writePerson(doc, person);
        if (!can(person.role, 'takePart')) forgetAttention(doc, person.id);
      }
    };
    await this.change('session', serverParticipant, 'server', write, puts);
  }

  /** Somebody waits to be let in; `puts` go into the same commit. */
  async setWaiting(
    person: { id: ParticipantId; name: string },
    now: number,
    puts?: Batch['puts'],
  ): Promise<void> {
    await this.change('session', serverParticipant, 'server', (doc) => writeWaiting(doc, person, now), puts);
  }

  async setFacts(facts: BoardFacts): Promise<void> {
    await this.change('session', serverParticipant, 'server', (doc) => writeFacts(doc, facts));
  }

  /**
   * Adds items on behalf of a participant, who is not their author: whoever brings a file has not had its ideas.
   * @throws BoardFullError before anything is written
   */
  async addItems(
    by: ParticipantId,
    items: readonly NewItem[],
    { puts, mustBeAllowed, session }: Along = {},
  ): Promise<readonly ItemId[]> {
    this.touch();
    let created: readonly ItemId[] = [];
    const canvas = await this.docs.open('canvas');
    const told = await this.docs.open('session');
    await this.writes.write({
      participant: by,
      kind: 'import',
      ...(puts && { puts }),
      run: () => {
        mustBeSound(canvas);
        mustBeAllowed?.();
        let said: readonly Entry[] = [];
        const entries = canvas.write('import', by, (doc) => {
          const board = new Board(doc, this.env.random);
          if (board.items.size + items.length > limits.itemsMax)
            throw new BoardFullError(`a board holds at most ${limits.itemsMax} items`);
          said = writeAlong(told, by, session);
          created = createItems(board, items, 'server');
          board.destroy();
        });
        return [...entries, ...said];
      },
    });
    return created;
  }

  /** Soft: they can be restored. */
  async removeItems(
    by: ParticipantId,
    ids: readonly ItemId[],
    { puts, mustBeAllowed, session }: Along = {},
  ): Promise<void> {
    this.touch();
    const [canvas, told] = await Promise.all([this.docs.open('canvas'), this.docs.open('session')]);
    const remove = (doc: Y.Doc) => {
      const board = new Board(doc, this.env.random);
      removeItems(board, ids);
      board.destroy();
    };
    await this.writes.write({
      participant: by,
      kind: 'undo',
      ...(puts && { puts }),
      run: () => {
        mustBeSound(canvas);
        mustBeAllowed?.();
        return [...writeAlong(told, by, session), ...canvas.write('undo', by, remove)];
      },
    });
  }

  /**
   * Changes the comments. `change` may throw before it writes; `puts` go into the same commit and may be filled by `change`.
   * @throws NotWritableError
   */
  async changeTalk(
    by: ParticipantId,
    change: (talk: Y.Doc, isItem: (id: ItemId) => boolean) => void,
    puts: Batch['puts'] & {},
  ): Promise<void> {
    const canvas = await this.docs.open('canvas');
    const isItem = (id: ItemId) => canvas.doc.getMap('items').has(id);
    await this.change('talk', by, 'server', (doc) => change(doc, isItem), puts);
  }

  /** Changes what the session says. `change` may throw before it writes; `puts` go into the same commit. */
  changeSession(by: string, change: (session: Y.Doc) => void, puts: Batch['puts'] & {}): Promise<void> {
    return this.change('session', by, 'server', change, puts);
  }

  /** Who made these items, as entries for the commit that brings the items themselves. */
  authorsOf(created: readonly { id: ItemId; participant: ParticipantId }[]): Entry[] {
    const session = this.docs.find('session');
    if (session === undefined || created.length === 0 || this.isAnonymous()) return [];
    return session.write('server', serverParticipant, (doc) => writeAuthors(doc, created));
  }

  private async change(
    kind: SharedKind,
    participant: string,
    recordKind: RecordKind,
    change: (doc: Y.Doc) => void,
    puts?: Batch['puts'],
  ): Promise<void> {
    this.touch();
    const live = await this.docs.open(kind);
    const along: Put[] = [];
    await this.writes.write({
      participant,
      kind: recordKind,
      puts: along,
      run: () => {
        mustBeSound(live);
        if (kind === 'talk' && live.snapshotBytes > limits.docBytesMax)
          throw new NotWritableError('doc-full', 'the comments of this board have reached their size limit');
        const entries = live.write(recordKind, participant, change);
        // Only now: `change` may have filled them.
        along.push(...(puts ?? []), ...(kind === 'session' ? this.withSession(live.doc) : []));
        return entries;
      },
    });
  }
}

function writeAlong(session: LiveDoc, by: string, write: Along['session']): readonly Entry[] {
  if (write === undefined) return [];
  mustBeSound(session);
  return session.write('server', by, write);
}

/** @throws NotWritableError */
export function mustBeSound(live: LiveDoc): void {
  if (live.quarantined)
    throw new NotWritableError('quarantined', 'this board is damaged and must be restored from a backup');
}
