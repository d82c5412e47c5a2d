// My pad on several devices of mine, through a reveal by the server: nothing I wrote is lost, nothing comes back.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Pad } from '../../../client/sync/pad.ts';
import { SaveState } from '../../../client/sync/saveState.ts';
import { touchedKeys } from '../../../client/sync/touched.ts';
import { readDrafts, removeDrafts } from '../../../shared/board/drafts.ts';
import { seededRandom } from '../../../shared/lib/env.ts';

/** The server's copy of one personal document, and what it reveals. */
class Server {
  readonly doc = new Y.Doc();
  readonly wall: string[] = [];
  readonly devices: Device[] = [];

  reveal(): void {
    const drafts = readDrafts(this.doc);
    this.wall.push(...drafts.map(({ text }) => text.trim()));
    removeDrafts(
      this.doc,
      drafts.map(({ id }) => id),
      'server',
    );
    this.tell();
  }

  tell(): void {
    for (const device of this.devices) if (device.isOnline) device.hear();
  }
}

/** A tab or a phone of mine. What it sends while it is online is acknowledged at once. */
class Device {
  readonly doc = new Y.Doc();
  readonly save = new SaveState();
  readonly pad: Pad;
  isOnline = true;
  /** What is sent arrives only when this says so. */
  isSlow = false;
  private readonly server: Server;

  constructor(server: Server, number: number) {
    this.server = server;
    this.doc.clientID = number;
    server.devices.push(this);
    this.pad = new Pad(this.doc, { save: this.save }, seededRandom(number));
    this.save.connectionOpened();
    this.save.sent('step2');
    this.doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, tx: Y.Transaction) => {
      if (!tx.local) return;
      this.save.localChange(touchedKeys(tx));
      if (this.isOnline && !this.isSlow) this.send();
    });
  }

  send(): void {
    Y.applyUpdate(this.server.doc, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.server.doc)));
    this.save.sent('update');
    this.save.acknowledged(Number.MAX_SAFE_INTEGER);
    this.server.tell();
  }

  hear(): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.server.doc, Y.encodeStateVector(this.doc)), 'server');
  }

  goesOffline(): void {
    this.isOnline = false;
  }

  comesBack(): void {
    this.isOnline = true;
    this.hear();
    this.send();
  }

  writes(text: string): string {
    return this.pad.add({ text, nameless: false });
  }

  get texts(): string[] {
    return this.pad.drafts.get().map(({ text }) => text);
  }

  /** As the board would: it knows what hangs on the wall. */
  looksAtWall(): void {
    this.pad.dropWhatArrived((text) => this.server.wall.includes(text));
  }
}

function mine(count = 1): { server: Server; devices: Device[] } {
  const server = new Server();
  return { server, devices: Array.from({ length: count }, (_, index) => new Device(server, index + 1)) };
}

describe('my pad', () => {
  it('is the same on two devices, letters of both in one idea included', () => {
    const { devices } = mine(2);
    const [desk, phone] = devices as [Device, Device];
    const id = desk.writes('sun');
    phone.goesOffline();
    phone.pad.write(id, 'sunny', 5);
    desk.pad.write(id, 'the sun', 4);
    phone.comesBack();
    expect([desk.texts, phone.texts]).toEqual([['the sunny'], ['the sunny']]);
  });

  it('keeps what was written offline for the whole phase, and the reveal takes only what had arrived', () => {
    const { server, devices } = mine(2);
    const [desk, phone] = devices as [Device, Device];
    phone.goesOffline();
    phone.writes('in the tunnel');
    desk.writes('in time');
    server.reveal();
    phone.comesBack();
    expect([server.wall, desk.texts, phone.texts]).toEqual([
      ['in time'],
      ['in the tunnel'],
      ['in the tunnel'],
    ]);
  });

  it('keeps what was being written when the reveal came, as another idea that knows where it comes from', () => {
    const { server, devices } = mine();
    const [desk] = devices as [Device];
    const id = desk.writes('half');
    desk.isSlow = true;
    desk.pad.write(id, 'half a thought', 14);
    server.reveal();
    desk.send();
    desk.looksAtWall();
    const [draft] = desk.pad.drafts.get();
    expect([server.wall, draft?.text, draft?.cutFrom, draft?.id === id]).toEqual([
      ['half'],
      'half a thought',
      id,
      false,
    ]);
  });

  it('lets go of it by itself where the wall has every letter of it', () => {
    const { server, devices } = mine();
    const [desk] = devices as [Device];
    const id = desk.writes('half');
    desk.isSlow = true;
    desk.pad.write(id, 'half a thought ', 15);
    // The letters were there in time, only the word that they were was not.
    Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(desk.doc));
    server.reveal();
    const kept = desk.texts;
    desk.looksAtWall();
    expect([kept, server.wall, desk.texts]).toEqual([['half a thought '], ['half a thought'], []]);
  });

  it('keeps one of two that two devices of mine saved from the same reveal, and each other text', () => {
    const { server, devices } = mine(2);
    const [desk, phone] = devices as [Device, Device];
    const id = desk.writes('one');
    for (const device of devices) device.goesOffline();
    desk.pad.write(id, 'one more', 8);
    phone.pad.write(id, 'one more', 8);
    server.reveal();
    for (const device of devices) device.comesBack();
    desk.hear();
    const both = desk.texts;
    for (const device of devices) device.looksAtWall();
    expect([both, desk.texts, phone.texts]).toEqual([['one more', 'one more'], ['one more'], ['one more']]);
  });

  it('undoes its own steps, a deleted idea and its letters included', () => {
    const { devices } = mine();
    const [desk] = devices as [Device];
    const id = desk.writes('first');
    desk.pad.remove([id]);
    const gone = desk.texts;
    const undone = [desk.pad.undo(), desk.texts] as const;
    const redone = [desk.pad.redo(), desk.texts] as const;
    expect([gone, undone, redone]).toEqual([[], [true, ['first']], [true, []]]);
  });

  it('never brings back by a key what was taken to the wall', () => {
    const { server, devices } = mine();
    const [desk] = devices as [Device];
    const id = desk.writes('mine');
    desk.pad.write(id, 'mine and yours');
    desk.pad.remove([desk.writes('a slip')]);
    server.reveal();
    expect([desk.pad.undo(), desk.texts]).toEqual([false, []]);
  });

  it('brings a deleted idea back from the message about it, once', () => {
    const { devices } = mine();
    const [desk] = devices as [Device];
    desk.pad.add({ text: 'kept', nameless: true, phase: 'phase-1' });
    const [draft] = desk.pad.drafts.get();
    if (draft === undefined) throw new Error('it is there');
    desk.pad.remove([draft.id]);
    desk.pad.putBack([draft]);
    desk.pad.putBack([draft]);
    expect(desk.pad.drafts.get()).toEqual([draft]);
  });
});
