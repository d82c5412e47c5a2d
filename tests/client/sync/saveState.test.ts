import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SaveState } from '../../../client/sync/saveState.ts';
import { isAtRisk, saveStatus } from '../../../client/sync/saveStatus.ts';

/** A connection that has exchanged its step 2, as every healthy one has. */
function synced(): SaveState {
  const state = new SaveState();
  state.connectionOpened();
  state.sent('step2');
  state.acknowledged(1);
  return state;
}

describe('what is saved', () => {
  it('is everything as long as nothing was changed', () => {
    const state = new SaveState();
    expect([state.isSafe, state.unsaved]).toEqual([true, []]);
  });

  it('is a change only once its update is acknowledged', () => {
    const state = synced();
    state.localChange(['a']);
    const changed = state.isSafe;
    state.sent('update');
    const sent = state.isSafe;
    state.acknowledged(2);
    expect([changed, sent, state.isSafe, state.unsaved]).toEqual([false, false, true, []]);
  });

  it('is counted by item: many keystrokes in one note are one change', () => {
    const state = synced();
    for (let i = 0; i < 10; i++) state.localChange(['a']);
    state.localChange(['b']);
    expect(state.unsaved).toEqual(['a', 'b']);
  });

  it('grows by cumulative acknowledgement and leaves the later changes open', () => {
    const state = synced();
    for (const id of ['a', 'b', 'c']) {
      state.localChange([id]);
      state.sent('update');
    }
    state.acknowledged(3);
    expect([state.isSafe, state.unsaved]).toEqual([false, ['c']]);
  });

  it('does not take a note as saved when it was changed again after what was acknowledged', () => {
    const state = synced();
    state.localChange(['a']);
    state.sent('update');
    state.localChange(['a']);
    state.sent('update');
    state.acknowledged(2);
    expect([state.isSafe, state.unsaved]).toEqual([false, ['a']]);
  });
});

describe('a connection', () => {
  it('covers changes made offline by its step 2', () => {
    const state = synced();
    state.connectionClosed();
    state.localChange(['a']);
    state.connectionOpened();
    state.sent('step2');
    const before = state.unsaved;
    state.acknowledged(1);
    expect([before, state.unsaved]).toEqual([['a'], []]);
  });

  it('proves nothing by an update that left before its step 2: the server may have dropped it', () => {
    const state = synced();
    state.connectionClosed();
    state.localChange(['offline']);
    state.connectionOpened();
    state.localChange(['early']);
    state.sent('update');
    state.acknowledged(1);
    const early = state.unsaved;
    state.sent('step2');
    state.acknowledged(2);
    expect([early, state.unsaved]).toEqual([['offline', 'early'], []]);
  });

  it('starts counting anew: what was under way on the old one is not acknowledged by the new one', () => {
    const state = synced();
    state.localChange(['a']);
    state.sent('update');
    state.connectionClosed();
    state.connectionOpened();
    state.acknowledged(2);
    expect([state.isSafe, state.unsaved]).toEqual([false, ['a']]);
  });

  it('takes no acknowledgement while it is closed, and none of what it never sent', () => {
    const state = synced();
    state.localChange(['a']);
    state.acknowledged(99);
    const unsent = state.unsaved;
    state.sent('update');
    state.connectionClosed();
    state.acknowledged(2);
    expect([unsent, state.unsaved]).toEqual([['a'], ['a']]);
  });
});

describe('after a refusal', () => {
  it('what was not safe stays unsaved for good', () => {
    const state = synced();
    state.localChange(['a']);
    state.sent('update');
    state.acknowledged(2);
    state.localChange(['b']);
    state.sent('update');
    state.fence();
    state.acknowledged(3);
    expect([state.isFenced, state.unsaved]).toEqual([true, ['b']]);
  });
});

describe('what is on this device', () => {
  it('is what was there when its writing began, and no later change', () => {
    const state = new SaveState();
    state.localChange(['a']);
    const mark = state.mark;
    state.localChange(['b']);
    state.kept(mark);
    const between = state.isKept;
    state.kept(state.mark);
    expect([between, state.isKept, state.unsaved]).toEqual([false, true, ['a', 'b']]);
  });

  it('found from an earlier page is unsaved until an acknowledgement covers it', () => {
    const state = new SaveState();
    state.adopt(['old']);
    const found = [state.isSafe, state.isKept, state.unsaved];
    state.connectionOpened();
    state.sent('step2');
    state.acknowledged(1);
    expect([found, state.isSafe, state.unsaved]).toEqual([[false, true, ['old']], true, []]);
  });
});

describe('what a person is told', () => {
  const facts = {
    loaded: true,
    tried: true,
    connected: false,
    mayWrite: true,
    fenced: false,
    safe: false,
    kept: true,
    unsaved: 2,
  };
  it.each([
    ['while the first attempt to connect is under way', { tried: false }, { kind: 'loading' }, false],
    ['offline with changes on this device', {}, { kind: 'offline', unsaved: 2, kept: true }, false],
    [
      'offline with changes nowhere else',
      { kept: false },
      { kind: 'offline', unsaved: 2, kept: false },
      true,
    ],
    ['offline with nothing unsaved', { safe: true }, { kind: 'offline', unsaved: 0, kept: true }, false],
    [
      'connected, on its way',
      { connected: true, kept: false },
      { kind: 'saving', unsaved: 2, kept: false },
      true,
    ],
  ] as const)('%s', (_when, differs, status, atRisk) => {
    const told = saveStatus({ ...facts, ...differs });
    expect([told, isAtRisk(told)]).toEqual([status, atRisk]);
  });
});

// A world of one client, one server and a network that cuts. The server keeps what it was given in order, makes a prefix of
// it durable, and drops what arrives with a gap before the first step 2.
describe('any history', () => {
  const steps = fc.array(fc.constantFrom('change', 'receive', 'ack', 'cut', 'open', 'step2'), {
    maxLength: 60,
  });

  it('never calls a change saved that the server does not hold', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const state = new SaveState();
        let changes = 0;
        let open = false;
        let stepTwo = false;
        let ordinal = 0;
        let processed = 0;
        let durable = 0;
        let wire: { from: number; to: number }[] = [];
        for (const step of history) {
          if (step === 'change') {
            state.localChange([`item${changes}`]);
            changes++;
            if (open) {
              wire.push({ from: changes - 1, to: changes });
              state.sent('update');
            }
          } else if (step === 'open' && !open) {
            open = true;
            stepTwo = false;
            ordinal = 0;
            processed = 0;
            wire = [];
            state.connectionOpened();
          } else if (step === 'cut' && open) {
            open = false;
            state.connectionClosed();
          } else if (step === 'step2' && open && !stepTwo) {
            stepTwo = true;
            wire.push({ from: 0, to: changes });
            state.sent('step2');
          } else if (step === 'receive' && open && wire[ordinal] !== undefined) {
            const carried = wire[ordinal++];
            if (carried !== undefined && carried.from <= durable) durable = Math.max(durable, carried.to);
            processed = ordinal;
          } else if (step === 'ack' && open && processed > 0) {
            state.acknowledged(processed);
          }
          const claimed = changes - state.unsaved.length;
          if (claimed > durable) return false;
          if (state.isSafe && durable < changes) return false;
        }
        return true;
      }),
      { numRuns: 2_000, seed: 20_261_122 },
    );
  });
});
