// What I gave, as this device keeps it: it follows my vote, stays when the server has counted and forgotten it, and says so when
// the vote had not left this device by then.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Votes } from '../../../client/sync/votes.ts';
import { Receipts } from '../../../client/votes/receipts.ts';
import { MyRecord } from '../../../client/votes/record.ts';
import { givenText } from '../../../client/votes/words.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { VirtualTime } from '../../support/virtualTime.ts';

const [a, b] = ['a', 'b'] as [ItemId, ItemId];

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** One device, whose documents a test fills as the server would; `save` names what has not left it. */
function aDevice(method = 'dots') {
  const time = new VirtualTime();
  const docs = { session: new Y.Doc(), personal: new Y.Doc() };
  const ballots = docs.session.getMap('ballots');
  const open = { method, options: [a, b], openedAt: 1, votes: 2, maxPerOption: 2, who: 'link' };
  ballots.set('B', open);
  const save = { unsaved: [] as string[] };
  const votes = new Votes(docs, { save });
  const receipts = new Receipts('board', 'me');
  const record = new MyRecord({ votes, receipts, scheduler: time, serverNow: () => time.now() });
  votes.now.subscribe(() => record.follow());
  votes.mine.subscribe(() => record.follow());
  const [ballot] = votes.now.get();
  if (ballot === undefined) throw new Error('there is a ballot');
  return {
    time,
    votes,
    receipts,
    ballot: ballot.ballot,
    /** What of `votes` the server has not acknowledged. */
    unsent: (...keys: string[]) => {
      save.unsaved = keys;
      record.follow();
    },
    /** Both as the server does it: the ballot is over, and its votes are taken out. */
    isCounted: (agoMs = 0) => ballots.set('B', { ...open, closedAt: time.now() - agoMs }),
    isErased: () => docs.personal.transact(() => docs.personal.getMap('votes').clear(), 'server'),
    receipt: () => receipts.of('B'),
  };
}

describe('a receipt', () => {
  it('follows what I give, is dropped when I take it all back, and stays when the server has counted', async () => {
    const device = aDevice();
    device.votes.give(device.ballot, a);
    const first = device.receipt();
    device.votes.takeBack(device.ballot, a);
    await device.time.pass(11_000);
    const back = device.receipt();
    device.votes.give(device.ballot, b);
    // In whichever order the server's two words arrive.
    device.isErased();
    device.isCounted();
    await device.time.pass(11_000);
    const last = device.receipt();
    expect([[...(first?.counts ?? [])], back, [...(last?.counts ?? [])], last?.isLate]).toEqual([
      [[a, 1]],
      null,
      [[b, 1]],
      false,
    ]);
  });

  it('of impact and effort says where I placed it', () => {
    const device = aDevice('matrix');
    device.votes.place(device.ballot, b, [0.25, 0.75]);
    const standing = { option: b, rank: 1, isTied: false, total: 0.5, voters: 1 };
    expect([
      givenText(device.receipt(), standing),
      givenText(device.receipt(), { ...standing, option: a }),
    ]).toEqual(['Impact 75%, Effort 25% from you', null]);
  });

  it('that was kept before there were places, or that is malformed, is read as far as it goes', () => {
    const { receipts } = aDevice();
    const key = 'wallflower.receipts.board.me';
    localStorage.setItem(
      key,
      JSON.stringify({
        B: { counts: [[a, 2], 3], ranking: [b, 4] },
        C: {
          spots: [
            [a, [1]],
            [b, [0, 1]],
          ],
        },
        D: 5,
      }),
    );
    const read = ['B', 'C', 'D'].map((id) => receipts.of(id));
    localStorage.setItem(key, '{');
    expect([read, receipts.of('B')]).toEqual([
      [
        { counts: new Map([[a, 2]]), ranking: [b], spots: new Map(), isLate: false },
        { counts: new Map(), ranking: [], spots: new Map([[b, [0, 1]]]), isLate: false },
        null,
      ],
      null,
    ]);
  });
});

describe('a receipt says that it may not have counted', () => {
  it('when the votes were counted while mine was on this device, also after a reload', () => {
    const device = aDevice();
    device.votes.give(device.ballot, a);
    device.unsent('B/0');
    device.isCounted();
    expect([device.receipt()?.isLate, new Receipts('board', 'me').of('B')?.isLate]).toEqual([true, true]);
  });

  it('when the server took mine after the count, and I hear of that first', async () => {
    const device = aDevice();
    device.votes.give(device.ballot, a);
    device.unsent('B/0');
    await device.time.pass(60_000);
    device.unsent();
    device.isCounted(30_000);
    expect(device.receipt()?.isLate).toBe(true);
  });

  it('and not when mine was there in time, was not what waits, or only what I was shown waits', async () => {
    const inTime = aDevice();
    inTime.votes.give(inTime.ballot, a);
    inTime.unsent('B/0');
    inTime.unsent();
    await inTime.time.pass(60_000);
    inTime.unsent('B/~seen', 'draft-1', 'C/0');
    inTime.isCounted();
    expect(inTime.receipt()?.isLate).toBe(false);
  });
});
