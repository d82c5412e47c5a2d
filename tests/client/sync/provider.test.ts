import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { SocketClass } from '../../../client/sync/countingSocket.ts';
import { DocSync } from '../../../client/sync/provider.ts';
import { Board } from '../../../shared/board/board.ts';
import { createNote, setText } from '../../../shared/board/verbs.ts';
import { realEnv, seededRandom } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { encode, type Welcome } from '../../../shared/protocol/messages.ts';
import { FakeSocket } from './fakeSocket.ts';

const welcome: Welcome = {
  slot: 3,
  participant: 'me',
  role: 'editor',
  mayWrite: true,
  epoch: 1,
  serverTime: 0,
};

let open: DocSync[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
});
afterEach(() => {
  for (const sync of open) sync.destroy();
  open = [];
  vi.useRealTimers();
});

function aClient() {
  const doc = new Y.Doc();
  const board = new Board(doc, seededRandom(7));
  const sync = new DocSync({
    doc,
    name: 'b/board/1/canvas',
    serverUrl: 'ws://host/base/sync',
    SocketClass: FakeSocket as unknown as SocketClass,
    env: { ...realEnv, random: seededRandom(1) },
    build: 'test',
  });
  open.push(sync);
  return { doc, board, sync };
}

/** The server's side of an ordinary greeting: its step 1, and a step 2 of what it has. */
function greet(socket: FakeSocket, has = new Y.Doc()): void {
  socket.opens();
  socket.says(encode.welcome(welcome));
  socket.says(encode.step1(Y.encodeStateVector(has)));
  socket.says(encode.step2(Y.encodeStateAsUpdate(has)));
}

function note(board: Board, text: string): string {
  return createNote(board, { x: 0, y: 0, text }) ?? '';
}

describe('a connection', () => {
  it('goes to the document by its name, and says hello before anything else', () => {
    aClient();
    FakeSocket.last.opens();
    expect([FakeSocket.last.url, FakeSocket.last.sentTypes]).toEqual([
      'ws://host/base/sync/b/board/1/canvas',
      ['hello', 'step1'],
    ]);
  });

  it('says nothing about presence the stock way', () => {
    aClient();
    greet(FakeSocket.last);
    vi.advanceTimersByTime(25_000);
    expect(FakeSocket.last.sentTypes).toEqual(['hello', 'step1', 'step2']);
  });

  it('is loaded once the step 2 has come, and stays so while it is gone', () => {
    const { sync } = aClient();
    FakeSocket.last.opens();
    const before = sync.loaded.get();
    FakeSocket.last.says(encode.step2(Y.encodeStateAsUpdate(new Y.Doc())));
    const after = sync.loaded.get();
    FakeSocket.last.breaks();
    expect([before, after, sync.loaded.get(), sync.connected.get()]).toEqual([false, true, true, false]);
  });

  it('survives a message it cannot read', () => {
    const { sync } = aClient();
    greet(FakeSocket.last);
    FakeSocket.last.says(Uint8Array.of(111, 3, 1, 2, 3));
    expect(sync.connected.get()).toBe(true);
  });
});

describe('saving', () => {
  it('is over when the server acknowledges the update of a change', () => {
    const { board, sync } = aClient();
    greet(FakeSocket.last);
    FakeSocket.last.says(encode.ack(1));
    const id = note(board, 'idea');
    const waiting = sync.save.unsaved;
    FakeSocket.last.says(encode.ack(2));
    expect([waiting, sync.save.unsaved]).toEqual([[id], []]);
  });

  it('does not count what others changed', () => {
    const { sync } = aClient();
    const theirs = new Y.Doc();
    note(new Board(theirs, seededRandom(2)), 'theirs');
    greet(FakeSocket.last, theirs);
    expect([sync.save.isSafe, sync.save.unsaved]).toEqual([true, []]);
  });

  it('knows a typed letter by the note it went into', () => {
    const { board, sync } = aClient();
    const id = note(board, 'idea');
    greet(FakeSocket.last);
    FakeSocket.last.says(encode.ack(1));
    const saved = sync.save.unsaved;
    setText(board, { id: id as ItemId, text: 'ideas' });
    expect([saved, sync.save.unsaved]).toEqual([[], [id]]);
  });

  it('sends what was written offline with the next step 2', () => {
    const { board, sync } = aClient();
    greet(FakeSocket.last);
    FakeSocket.last.says(encode.ack(1));
    FakeSocket.last.breaks();
    const id = note(board, 'offline');
    vi.advanceTimersByTime(3_000);
    greet(FakeSocket.last);
    const again = new Y.Doc();
    for (const message of FakeSocket.last.sent) {
      if (message.type === 'step2') Y.applyUpdate(again, message.update);
    }
    const waiting = sync.save.unsaved;
    FakeSocket.last.says(encode.ack(1));
    expect([FakeSocket.all.length, waiting, sync.save.unsaved, again.getMap('items').has(id)]).toEqual([
      2,
      [id],
      [],
      true,
    ]);
  });
});

describe('a refusal', () => {
  const reject = { n: 2, code: 'malformed', retryable: false, text: '' } as const;

  it('fences the document for good and names what is not saved', () => {
    const { board, sync } = aClient();
    const told: string[] = [];
    sync.refused.add(({ code }) => told.push(code, ...sync.save.unsaved));
    greet(FakeSocket.last);
    FakeSocket.last.says(encode.ack(1));
    const id = note(board, 'idea');
    FakeSocket.last.says(encode.reject(reject));
    vi.advanceTimersByTime(60_000);
    expect([told, sync.connected.get(), FakeSocket.all.length]).toEqual([['malformed', id], false, 1]);
  });

  it('that may pass is tried again on a new connection, which offers everything', () => {
    const { board, sync } = aClient();
    greet(FakeSocket.last);
    const id = note(board, 'idea');
    FakeSocket.last.says(encode.reject({ ...reject, code: 'disk-full', retryable: true }));
    vi.advanceTimersByTime(1_100);
    greet(FakeSocket.last);
    const waiting = sync.save.unsaved;
    FakeSocket.last.says(encode.ack(1));
    expect([FakeSocket.all.length, waiting, sync.save.unsaved]).toEqual([2, [id], []]);
  });
});

describe('the end of a connection', () => {
  it('with a final code is told and not tried again', () => {
    const { sync } = aClient();
    const codes: number[] = [];
    sync.finalClose.add(({ code }) => codes.push(code));
    greet(FakeSocket.last);
    FakeSocket.last.breaks(4409);
    vi.advanceTimersByTime(60_000);
    expect([codes, FakeSocket.all.length]).toEqual([[4409], 1]);
  });

  it('announced by a restarting server is not followed by everybody at once', () => {
    aClient();
    greet(FakeSocket.last);
    FakeSocket.last.says(encode.bye({ code: 1012, reason: 'restarting', retryAfterMs: 4_000 }));
    FakeSocket.last.breaks(1012);
    vi.advanceTimersByTime(1_900);
    const early = FakeSocket.all.length;
    vi.advanceTimersByTime(6_000);
    expect([early, FakeSocket.all.length]).toEqual([1, 2]);
  });

  it('takes nobody back who has left', () => {
    const { sync } = aClient();
    greet(FakeSocket.last);
    FakeSocket.last.says(encode.bye({ code: 1012, reason: 'restarting', retryAfterMs: 1_000 }));
    FakeSocket.last.breaks(1012);
    sync.destroy();
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.all.length).toBe(1);
  });
});

describe('permission', () => {
  it('follows what the server says', () => {
    const { sync } = aClient();
    greet(FakeSocket.last);
    const before = sync.mayWrite.get();
    FakeSocket.last.says(encode.perm({ mayWrite: false, role: 'viewer', reason: 'role', graceMs: 3_000 }));
    expect([before, sync.mayWrite.get()]).toEqual([true, false]);
  });
});
