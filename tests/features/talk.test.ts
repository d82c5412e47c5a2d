// Comments through all parts: written on a device, kept there while nobody can be reached, sent once, and read by others.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DeviceShelf } from '../../client/features/talk/deviceShelf.ts';
import { Outbox } from '../../client/features/talk/outbox.ts';
import { TalkLog } from '../../client/sync/talkLog.ts';
import type { Shelf } from '../../client/ui/shelf.ts';
import { Commands } from '../../server/commands.ts';
import { inlineCompact } from '../../server/compaction.ts';
import { TalkCommands } from '../../server/features/talk.ts';
import { Rooms } from '../../server/rooms.ts';
import { memoryStorage } from '../../server/storage/memoryStorage.ts';
import type { Role } from '../../shared/board/roles.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { Signal } from '../../shared/lib/signal.ts';
import type { CommandResult } from '../../shared/protocol/messages.ts';
import { board } from '../support/simServer.ts';
import { VirtualTime, virtualEnv } from '../support/virtualTime.ts';

/** A server with comments on it, and somebody's device in front of it. */
class Wire {
  readonly time = new VirtualTime();
  readonly env = virtualEnv(this.time, 3);
  readonly online = new Signal(true);
  readonly boardIsSafe = new Signal(true);
  readonly doc = new Y.Doc();
  readonly log = new TalkLog(this.doc);
  readonly kept = new Map<string, string>();
  role: Role = 'commenter';
  /** The answer to the next command gets lost on its way back. */
  losesAnswer = false;
  private readonly storage = memoryStorage();
  private readonly rooms: Rooms;
  private asked = 0;

  constructor() {
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const { storage, env } = this;
    const table = new TalkCommands(storage, env).table();
    const commands = new Commands({ storage, env, log, table });
    const runCommand = commands.run.bind(commands);
    this.rooms = new Rooms({ storage, env, log, compact: inlineCompact, runCommand, onFatal: () => {} });
  }

  outbox(): Outbox {
    const shelf: Shelf = {
      getItem: (key) => this.kept.get(key) ?? null,
      setItem: (key, value) => void this.kept.set(key, value),
      removeItem: (key) => void this.kept.delete(key),
    };
    const { env, online, boardIsSafe } = this;
    return new Outbox({
      shelf: new DeviceShelf(shelf, board.id, 'ada'),
      env,
      online,
      boardIsSafe,
      talk: this.log.talk,
      send: (name, args) => this.ask(name, args),
    });
  }

  async ask(name: string, args: Readonly<Record<string, unknown>>): Promise<CommandResult> {
    const room = await this.rooms.open(board);
    const visitor = { id: 'ada' as ParticipantId, role: this.role, neutral: false };
    const result = await room.runCommand(visitor, { id: `command-${this.asked++}`, name, args });
    if (!this.losesAnswer) return result;
    this.losesAnswer = false;
    this.online.set(false);
    return { id: '', ok: false, code: 'unreachable' };
  }

  /** What the server has becomes what this device shows. */
  async arrives(): Promise<string[]> {
    for await (const { bytes } of this.storage.readLog(`${board.id}/talk`, 0)) Y.applyUpdate(this.doc, bytes);
    return this.log.talk.get().threads.map(({ comments }) => comments.map(({ text }) => text).join(' > '));
  }
}

const states = (outbox: Outbox) =>
  outbox.pending
    .get()
    .map(({ letter, state }) => `${letter.text}: ${'code' in state ? state.code : state.kind}`);

describe('a comment written offline', () => {
  it('is kept on this device, outlives the page, and is sent with what answers it when the connection is back', async () => {
    const wire = new Wire();
    wire.online.set(false);
    const before = wire.outbox();
    const first = before.post('board', null, 'in a tunnel');
    before.post('board', first, 'still in it');
    before.destroy();
    const after = wire.outbox();
    const waiting = states(after);
    wire.online.set(true);
    await wire.time.pass(100);
    const shown = await wire.arrives();
    expect([waiting, shown, states(after), [...wire.kept.keys()]]).toEqual([
      ['in a tunnel: waiting', 'still in it: waiting'],
      ['in a tunnel > still in it'],
      [],
      [],
    ]);
  });

  it('is one comment although its answer was lost, or two tabs sent it', async () => {
    const wire = new Wire();
    wire.losesAnswer = true;
    const outbox = wire.outbox();
    outbox.post('board', null, 'once');
    await wire.time.pass(100);
    const other = wire.outbox();
    const lost = states(outbox);
    wire.online.set(true);
    await wire.time.pass(100);
    expect([lost, await wire.arrives(), states(outbox), states(other)]).toEqual([
      ['once: waiting'],
      ['once'],
      [],
      [],
    ]);
  });

  it('waits for the note it is about, and stays with its reason when it is refused', async () => {
    const wire = new Wire();
    wire.boardIsSafe.set(false);
    const outbox = wire.outbox();
    outbox.post('a-note' as never, null, 'about a note');
    await wire.time.pass(100);
    const seen = [states(outbox)];
    wire.boardIsSafe.set(true);
    await wire.time.pass(100);
    seen.push(states(outbox));
    wire.role = 'viewer';
    const id = outbox.post('board', null, 'by a viewer');
    outbox.post('board', id, 'and its answer');
    await wire.time.pass(100);
    seen.push(states(outbox));
    wire.role = 'commenter';
    outbox.tryAgain(id);
    await wire.time.pass(100);
    expect([seen, await wire.arrives(), states(outbox)]).toEqual([
      [
        ['about a note: waiting'],
        ['about a note: no-such-item'],
        ['about a note: no-such-item', 'by a viewer: forbidden', 'and its answer: waiting'],
      ],
      ['by a viewer > and its answer'],
      ['about a note: no-such-item'],
    ]);
  });

  it('shows when this browser keeps nothing, and entries that make no sense are left out', () => {
    const wire = new Wire();
    wire.online.set(false);
    const full: Shelf = {
      getItem: () =>
        '[{"id":"a-letter","place":"board","re":null,"text":"kept","writtenAt":1},{"id":7},null]',
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => {},
    };
    const shelf = new DeviceShelf(full, 'b', 'ada');
    expect([
      shelf.letters().map(({ text }) => text),
      shelf.keepLetters(shelf.letters()),
      shelf.seen(),
    ]).toEqual([['kept'], false, null]);
  });
});
