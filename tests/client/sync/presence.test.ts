import { describe, expect, it } from 'vitest';
import type { Person } from '../../../client/editor/ports.ts';
import { SocketPresence } from '../../../client/sync/presence.ts';
import type { ItemId, ParticipantId } from '../../../shared/lib/ids.ts';
import { Listeners } from '../../../shared/lib/signal.ts';
import { decodeClientMessage, type TickEntry } from '../../../shared/protocol/messages.ts';
import {
  type Cursor,
  emptyHold,
  encodeCursor,
  encodeHold,
  type Hold,
  parseCursor,
  parseHold,
} from '../../../shared/protocol/presence.ts';
import { VirtualTime } from '../../support/virtualTime.ts';

const at = (x: number): Cursor => ({ at: { x, y: 0 }, drag: null });
const holding = (id: string): Hold => ({ ...emptyHold, selection: [id as ItemId] });

function aScene() {
  const time = new VirtualTime();
  const sent: (Cursor | Hold | null)[] = [];
  const arrivals = new Listeners<void>();
  const people = new Map<string, Person>();
  let online = true;
  const presence = new SocketPresence(
    {
      send(frame) {
        if (!online) return false;
        const message = decodeClientMessage(frame);
        if (message.type === 'cursor') sent.push(parseCursor(message.blob));
        if (message.type === 'hold') sent.push(parseHold(message.blob));
        return true;
      },
      ownSlot: () => 0,
    },
    {
      person: (id) => people.get(id) ?? null,
      subscribe: (listener) => arrivals.add(listener),
    },
    time,
  );
  const admit = (id: string, name: string) => {
    people.set(id, { id: id as ParticipantId, name, colour: 1 });
    arrivals.tell();
  };
  const setOnline = (now: boolean) => {
    online = now;
    if (now) presence.connected();
    else presence.disconnected();
  };
  return { time, sent, presence, admit, setOnline };
}

function entry(slot: number, about: Partial<TickEntry> = {}): TickEntry {
  return { slot, gone: false, participant: null, cursor: null, hold: null, ...about };
}

describe('what my hand shows', () => {
  it('leaves at once, then at most twenty times a second, the last value winning', async () => {
    const { presence, sent, time } = aScene();
    presence.connected();
    await time.pass(1_000);
    sent.length = 0;
    for (let x = 1; x <= 10; x++) {
      presence.showCursor(at(x));
      await time.pass(10);
    }
    await time.pass(1_000);
    expect(sent).toEqual([at(1), at(5), at(10)]);
  });

  it('is nothing while it rests', async () => {
    const { presence, sent, time } = aScene();
    presence.connected();
    presence.showCursor(at(1));
    await time.pass(1_000);
    sent.length = 0;
    for (let i = 0; i < 5; i++) {
      presence.showCursor(at(1));
      await time.pass(100);
    }
    expect(sent).toEqual([]);
  });

  it('is told again, both parts, to a new connection', async () => {
    const { presence, sent, time, setOnline } = aScene();
    presence.connected();
    presence.showHold(holding('idea'));
    presence.showCursor(at(5));
    await time.pass(1_000);
    setOnline(false);
    sent.length = 0;
    presence.showCursor(at(6));
    await time.pass(1_000);
    const offline = [...sent];
    setOnline(true);
    await time.pass(1_000);
    expect([offline, sent]).toEqual([[], [holding('idea'), at(6)]]);
  });
});

describe('who else is here', () => {
  it('is joined with the people of the session, whichever comes first', () => {
    const { presence, admit } = aScene();
    presence.receive({
      keyframe: true,
      entries: [entry(1, { participant: 'bob', cursor: encodeCursor(at(9)) })],
    });
    const before = presence.others().length;
    admit('bob', 'Bob');
    expect([before, presence.others()]).toEqual([
      0,
      [{ slot: 1, person: { id: 'bob', name: 'Bob', colour: 1 }, cursor: at(9), hold: emptyHold }],
    ]);
  });

  it('keeps what a later tick does not repeat', () => {
    const { presence, admit } = aScene();
    admit('bob', 'Bob');
    presence.receive({
      keyframe: false,
      entries: [entry(1, { participant: 'bob', hold: encodeHold(holding('a')) })],
    });
    presence.receive({ keyframe: false, entries: [entry(1, { cursor: encodeCursor(at(2)) })] });
    expect(presence.others().map(({ cursor, hold }) => [cursor, hold])).toEqual([[at(2), holding('a')]]);
  });

  it('leaves out my own connection, and not my other one', () => {
    const { presence, admit } = aScene();
    admit('me', 'Me');
    presence.receive({
      keyframe: true,
      entries: [entry(0, { participant: 'me' }), entry(4, { participant: 'me' })],
    });
    expect(presence.others().map(({ slot }) => slot)).toEqual([4]);
  });

  it('ends by being told, by missing from a keyframe, and by losing the connection', () => {
    const { presence, admit } = aScene();
    for (const id of ['a', 'b', 'c']) admit(id, id);
    const slots = () => presence.others().map(({ slot }) => slot);
    const everybody = [1, 2, 3].map((slot) => entry(slot, { participant: 'abc'[slot - 1] ?? null }));
    presence.receive({ keyframe: true, entries: everybody });
    const all = slots();
    presence.receive({ keyframe: false, entries: [entry(1, { gone: true })] });
    const told = slots();
    presence.receive({ keyframe: true, entries: [entry(3, { participant: 'c' })] });
    const missed = slots();
    presence.disconnected();
    expect([all, told, missed, slots()]).toEqual([[1, 2, 3], [2, 3], [3], []]);
  });

  it('starts afresh when a slot goes to somebody else, and takes no nonsense', () => {
    const { presence, admit } = aScene();
    admit('a', 'A');
    admit('b', 'B');
    presence.receive({
      keyframe: false,
      entries: [entry(1, { participant: 'a', hold: encodeHold(holding('x')) })],
    });
    presence.receive({
      keyframe: false,
      entries: [
        entry(1, { participant: 'b' }),
        entry(2),
        entry(3, { participant: 'no such id!' }),
        entry(1, { hold: Uint8Array.of(200) }),
      ],
    });
    expect(presence.others().map(({ slot, person, hold }) => [slot, person.name, hold])).toEqual([
      [1, 'B', emptyHold],
    ]);
  });
});

describe('what travels of a hand', () => {
  const idea = 'idea' as ItemId;
  const whole: Hold = {
    selection: [idea],
    dragging: [],
    editing: { id: idea, caret: 7 },
    reshape: { id: idea, box: { x: -5, y: 10, w: 300, h: 200 } },
    view: { x: -1_000, y: 20, w: 1_280, h: 800 },
  };

  it('comes back as it went, with and without what came later', () => {
    const { reshape: _, ...looking } = whole;
    const { view: __, ...resizing } = whole;
    const writing = { ...emptyHold, editing: { id: idea, caret: 7, mark: new Uint8Array([0, 5, 9]) } };
    const all = [whole, looking, resizing, writing, { ...whole, editing: null }, holding('idea'), emptyHold];
    expect(all.map((hold) => parseHold(encodeHold(hold)))).toEqual(all);
  });

  it('is read by those who know nothing of views, and theirs by us', () => {
    // As the first version wrote it: no bytes after the editing.
    const old = encodeHold({ selection: [idea], dragging: [], editing: { id: idea, caret: 7 } });
    const ours = encodeHold(whole);
    expect([parseHold(old), [...ours.subarray(0, old.length)]]).toEqual([
      { selection: [idea], dragging: [], editing: { id: idea, caret: 7 } },
      [...old],
    ]);
  });

  it('has no view that is no box, and stays small', () => {
    const flat = parseHold(encodeHold({ ...emptyHold, view: { x: 0, y: 0, w: 0, h: 5 } }));
    const huge = parseHold(encodeHold({ ...emptyHold, view: { x: 1e12, y: -1e12, w: 1e12, h: 1 } }));
    expect([flat, huge?.view, encodeHold(whole).length < 80]).toEqual([
      emptyHold,
      { x: 2_000_000, y: -2_000_000, w: 2_000_000, h: 1 },
      true,
    ]);
  });
});
