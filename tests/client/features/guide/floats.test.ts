// Reactions that float by: counters in presence become single floats, once each, never too many.

import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../client/editor/ports.ts';
import { bundled, Floats, floatMs, reactEveryMs } from '../../../../client/features/guide/floats.ts';
import type { ParticipantId } from '../../../../shared/lib/ids.ts';
import { emptyHold, type FloatingReaction } from '../../../../shared/protocol/presence.ts';
import { TestPresence } from '../../../support/testEditor.ts';
import { VirtualTime } from '../../../support/virtualTime.ts';

const ben: Person = { id: 'ben' as ParticipantId, name: 'Ben', colour: 1 };
const at = { x: 10, y: 20 };

function aScreen() {
  const presence = new TestPresence();
  const time = new VirtualTime();
  const sent: number[] = [];
  const screen = { hidden: false };
  const sees = (slot: number, reaction?: FloatingReaction) =>
    presence.sees([
      { slot, person: ben, cursor: { at, drag: null, ...(reaction && { reaction }) }, hold: emptyHold },
    ]);
  const floats = new Floats({
    presence,
    scheduler: time,
    now: () => time.now(),
    areHidden: () => screen.hidden,
    send: (emoji) => sent.push(emoji),
    pointer: () => null,
  });
  const signs = () => floats.shown.get().map(({ emoji, person }) => `${emoji}${person?.name ?? ''}`);
  return { floats, time, sent, sees, screen, signs };
}

describe('a reaction of somebody else', () => {
  it('floats once for each count, and goes by itself', async () => {
    const { sees, signs, time } = aScreen();
    const seen: string[][] = [];
    const look = () => seen.push(signs());
    sees(1);
    sees(1, { count: 1, emoji: 0 });
    look();
    sees(1, { count: 1, emoji: 0 });
    look();
    sees(1, { count: 2, emoji: 3 });
    look();
    await time.pass(floatMs);
    look();
    expect(seen).toEqual([['👍Ben'], ['👍Ben'], ['👍Ben', '🎉Ben'], []]);
  });

  it('that was there when I came, or came back under another connection, is no news', () => {
    const { sees, signs } = aScreen();
    sees(1, { count: 7, emoji: 0 });
    sees(2, { count: 7, emoji: 0 });
    expect(signs()).toEqual([]);
  });

  it('is not shown in a phase that hides hands, nor caught up on afterwards', () => {
    const { sees, signs, screen } = aScreen();
    sees(1, { count: 1, emoji: 0 });
    screen.hidden = true;
    sees(1, { count: 2, emoji: 0 });
    sees(1);
    screen.hidden = false;
    sees(1, { count: 2, emoji: 0 });
    expect(signs()).toEqual([]);
  });

  it('of which many were missed, or that goes round its counter, comes as two and as one', () => {
    const { sees, signs } = aScreen();
    sees(1, { count: 65_535, emoji: 0 });
    sees(1, { count: 0, emoji: 1 });
    const round = signs();
    sees(1, { count: 300, emoji: 2 });
    expect([round, signs()]).toEqual([['❤️Ben'], ['❤️Ben', '😂Ben', '😂Ben']]);
  });
});

describe('my reactions', () => {
  it('leave one at a time, and none while hands are hidden', async () => {
    const { floats, sent, time, screen } = aScreen();
    const taken = [floats.react(0), floats.react(1)];
    await time.pass(reactEveryMs);
    taken.push(floats.react(2), floats.react(99));
    await time.pass(reactEveryMs);
    screen.hidden = true;
    taken.push(floats.react(3));
    expect({ taken, sent }).toEqual({ taken: [true, false, true, false, false], sent: [0, 2] });
  });

  it('are never more on the screen than the eye can take', () => {
    const { floats, signs } = aScreen();
    floats.applaud(100);
    expect(signs()).toHaveLength(24);
  });
});

describe('the news of many reactions', () => {
  it('is who, and how many of what', () => {
    const ada = { ...ben, name: 'Ada' };
    const all = [
      { emoji: '👍', person: ben },
      { emoji: '🎉', person: ada },
      { emoji: '👍', person: ada },
      { emoji: '👏', person: null },
    ];
    expect(bundled(all)).toEqual({
      names: ['Ben', 'Ada'],
      emoji: [
        { sign: '👍', count: 2 },
        { sign: '🎉', count: 1 },
      ],
    });
  });
});
