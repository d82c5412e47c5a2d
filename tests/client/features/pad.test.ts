// Writing one idea after the other, what belongs on the pad when, and the two halves of a reveal that come by two ways.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { likeliest } from '../../../client/features/pad/likeness.ts';
import { type PadFacts, type PadView, padView } from '../../../client/features/pad/padView.ts';
import { RevealWatch } from '../../../client/features/pad/revealWatch.ts';
import { Writing } from '../../../client/features/pad/writing.ts';
import { Pad } from '../../../client/sync/pad.ts';
import type { Draft } from '../../../shared/board/drafts.ts';
import { createItems } from '../../../shared/board/verbs.ts';
import { defaultSettings, type Phase } from '../../../shared/features/session/phase.ts';
import type { Reveal, SessionState } from '../../../shared/features/session/state.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { Listeners, Signal } from '../../../shared/lib/signal.ts';
import { aBoard } from '../../support/aBoard.ts';
import { aPeerOf } from '../../support/testEditor.ts';
import { VirtualTime, virtualEnv } from '../../support/virtualTime.ts';

const thinking: Phase = {
  id: 'phase-1',
  step: null,
  kind: 'silent',
  title: 'Think',
  prompt: '',
  startedAt: 1_000,
  endsAt: null,
  leftMs: null,
  editorsWrite: false,
  anonymous: false,
  round: null,
};

const calm: SessionState = {
  settings: defaultSettings,
  agenda: [],
  phase: null,
  past: [],
  endedAt: null,
  ideas: null,
  promisedNameless: false,
  reveals: [],
  ready: new Set(),
  hands: [],
  spotlight: null,
  summons: null,
  acting: null,
  park: null,
  wins: [],
  waiting: [],
  isVoting: false,
};

const facts = (more: Partial<PadFacts> = {}): PadFacts => ({
  state: { ...calm, phase: thinking },
  role: 'editor',
  neutral: false,
  drafts: [],
  sheet: null,
  ...more,
});

function draft(id: string, more: Partial<Draft> = {}): Draft {
  return { id, text: id, order: 1, sheet: null, nameless: false, phase: 'phase-1', cutFrom: null, ...more };
}

/** A pad with a caret: the caret is where the last wish put it. */
function atThePad(phase: Phase | null = thinking) {
  const pad = new Pad(new Y.Doc(), { save: { unsaved: [] } }, seededRandom(3));
  const state = new Signal<SessionState>({ ...calm, phase });
  const view = new Signal<PadView>(padView(facts({ state: state.get() })));
  const refresh = () => view.set(padView(facts({ state: state.get(), drafts: pad.drafts.get() })));
  pad.drafts.subscribe(refresh);
  state.subscribe(refresh);
  const writing = new Writing(pad, view);
  writing.goOn();
  const here = () => writing.caret.get()?.id ?? '';
  return {
    pad,
    state,
    writing,
    here,
    types: (text: string) => writing.write(here(), text, text.length),
    /** What is on the pad; the row with the caret in brackets, the empty one as a dot. */
    get rows(): string[] {
      return writing.rows.get().map(({ id, text, draft: there }) => {
        const words = there === null ? '·' : text;
        return id === here() ? `[${words}]` : words;
      });
    },
  };
}

describe('writing', () => {
  it('makes an idea of the first letter and the next with Enter, each below the last', () => {
    const desk = atThePad();
    const before = desk.rows;
    desk.types('sun');
    desk.writing.next(desk.here());
    desk.types('moon');
    desk.writing.next(desk.here());
    const first = desk.writing.rows.get()[0]?.id ?? '';
    desk.writing.next(first);
    desk.types('between');
    expect([before, desk.rows]).toEqual([['[·]'], ['sun', '[between]', 'moon', '·']]);
  });

  it('goes back over an empty one with Backspace, and leaves nothing empty behind', () => {
    const desk = atThePad();
    desk.types('sun');
    desk.writing.next(desk.here());
    desk.types('m');
    desk.types('');
    const empty = desk.rows;
    const went = desk.writing.back(desk.here());
    const stays = desk.writing.back(desk.here());
    expect([empty, went, stays, desk.rows]).toEqual([['sun', '[]', '·'], true, false, ['[sun]', '·']]);
  });

  it('keeps the field of an idea that goes on after the reveal took it, and the caret in it', () => {
    const desk = atThePad();
    desk.types('half a thought');
    const [before] = desk.writing.rows.get();
    desk.writing.moved(desk.here(), 4);
    const goesOn = { ...draft('next', { text: 'half a thought', cutFrom: desk.here() }) };
    desk.pad.putBack([goesOn]);
    desk.pad.remove([before?.id ?? '']);
    const [after] = desk.writing.rows.get();
    expect([after?.id, desk.writing.caret.get(), desk.rows]).toEqual([
      'next',
      { id: 'next', at: 4 },
      ['[half a thought]', '·'],
    ]);
  });

  it('gives the caret the next idea when the reveal has taken everything', () => {
    const desk = atThePad();
    desk.types('sun');
    desk.pad.remove([desk.here()]);
    expect(desk.rows).toEqual(['[·]']);
  });

  it('splits pasted lines into one idea each, below the one they were pasted into', () => {
    const desk = atThePad();
    desk.types('a\nb\nc');
    desk.writing.split(desk.here(), 'a', ['b', 'c']);
    expect(desk.rows).toEqual(['a', 'b', 'c', '[·]']);
  });

  it('deletes with a way back, and undoes by key with the caret where something came back', () => {
    const desk = atThePad();
    desk.types('sun');
    const sun = desk.here();
    desk.writing.next(sun);
    const putBack = desk.writing.remove(sun);
    const gone = desk.rows;
    putBack?.();
    desk.writing.remove(sun);
    desk.writing.undo();
    expect([gone, desk.rows]).toEqual([['[·]'], ['[sun]', '·']]);
  });

  it('begins nothing new when the phase is over, and lets what is being written be finished', () => {
    const desk = atThePad();
    desk.types('unfin');
    desk.state.set({ ...calm, phase: null });
    desk.types('unfinished');
    expect(desk.rows).toEqual(['[unfinished]']);
  });
});

describe('writing in rounds', () => {
  it('waits for the sheet with the caret ready, and goes on with the next one', () => {
    const pad = new Pad(new Y.Doc(), { save: { unsaved: [] } }, seededRandom(3));
    const state = { ...calm, phase: { ...thinking, round: { number: 1, of: 3, ideas: 3, lengthMs: null } } };
    let sheet: PadFacts['sheet'] = null;
    const look = () => padView(facts({ state, sheet, drafts: pad.drafts.get() }));
    const view = new Signal<PadView>(look());
    pad.drafts.subscribe(() => view.set(look()));
    const writing = new Writing(pad, view);
    const wished: (string | undefined)[] = [];
    const note = () => wished.push(writing.rows.get().find(({ id }) => id === writing.caret.get()?.id)?.text);
    writing.goOn();
    note();
    for (const [id, idea] of [
      ['sheet-a', 'mine'],
      ['sheet-b', 'mine too'],
    ] as const) {
      sheet = { id, phase: 'phase-1', round: 1, rows: [] };
      view.set(look());
      note();
      writing.write(writing.caret.get()?.id ?? '', idea, idea.length);
      note();
    }
    const kept = pad.drafts.get().map((each) => [each.text, each.sheet, each.phase]);
    expect([wished, kept]).toEqual([
      [undefined, '', 'mine', '', 'mine too'],
      [
        ['mine', 'sheet-a', 'phase-1'],
        ['mine too', 'sheet-b', 'phase-1'],
      ],
    ]);
  });
});

describe('what belongs on the pad', () => {
  const round = { number: 2, of: 5, ideas: 3, lengthMs: null };

  it('is everything of mine that is not on the wall', () => {
    const drafts = [draft('late', { phase: 'phase-0' }), draft('now'), draft('   ')];
    const view = padView(facts({ drafts }));
    const after = padView(facts({ drafts, state: calm }));
    expect([view.ideas, view.held, after.ideas]).toEqual([drafts, [], drafts]);
  });

  it('is in rounds what I write on the sheet before me; what was too late for the last one lies beside it', () => {
    const sheet = { id: 'sheet-b', phase: 'phase-1', round: 2, rows: [['theirs']] };
    const drafts = [
      draft('too late for it', { sheet: 'sheet-a' }),
      draft('here', { sheet: 'sheet-b' }),
      draft('held', { phase: 'phase-0' }),
    ];
    const state = { ...calm, phase: { ...thinking, round } };
    const view = padView(facts({ state, drafts, sheet }));
    const onItsWay = padView(facts({ state, drafts, sheet: { ...sheet, phase: 'phase-0' } }));
    const names = (list: readonly Draft[]) => list.map(({ id }) => id);
    expect([names(view.ideas), names(view.held), onItsWay.sheet, names(onItsWay.ideas)]).toEqual([
      ['here'],
      ['too late for it', 'held'],
      null,
      [],
    ]);
  });

  it('is promised to stay nameless where anything promises it', () => {
    const promises: Partial<SessionState>[] = [
      {},
      { phase: { ...thinking, anonymous: true } },
      { promisedNameless: true },
      { settings: { ...defaultSettings, anonymous: true } },
    ];
    const told = promises.map(
      (more) => padView(facts({ state: { ...calm, phase: thinking, ...more } })).nameless,
    );
    expect(told).toEqual([false, true, true, true]);
  });

  it('is nothing for viewers and for who takes no side', () => {
    const standings = [
      facts(),
      facts({ neutral: true }),
      facts({ role: 'viewer' }),
      facts({ role: 'commenter' }),
    ];
    expect(standings.map((each) => padView(each).standing)).toEqual([
      'writer',
      'neutral',
      'viewer',
      'writer',
    ]);
  });
});

describe('the two halves of a reveal', () => {
  function aWall(phase: Phase | null) {
    const time = new VirtualTime();
    const { board } = aBoard().note('old', { x: 0, y: 0 });
    const peer = aPeerOf(board);
    let state: SessionState = { ...calm, phase };
    const changes = new Listeners<void>();
    const synced = new Signal(true);
    const watch = new RevealWatch({
      board,
      synced,
      session: { state: () => state, subscribe: (listener) => changes.add(listener) },
      serverNow: () => time.now(),
      env: virtualEnv(time, 1),
    });
    const told: string[] = [];
    watch.dealt.add((ids) => told.push(`dealt ${ids.length}`));
    watch.revealed.add(({ reveal, ids }) => told.push(`${reveal.ideas} revealed, ${ids.length} shown`));
    return {
      told,
      time,
      notes: (count: number) =>
        void createItems(
          peer.board,
          Array.from({ length: count }, (_, x) => ({ kind: 'note' as const, x: x * 200, y: 300 })),
        ),
      says(ideas: number, ago = 0) {
        const reveal: Reveal = { id: `r${ideas}`, at: time.now() - ago, ideas, anonymous: true, few: false };
        state = { ...state, reveals: [...state.reveals, reveal] };
        changes.tell();
      },
    };
  }

  it('are one, whichever comes first', () => {
    const wallFirst = aWall(thinking);
    wallFirst.notes(3);
    wallFirst.says(3);
    const wordFirst = aWall(null);
    wordFirst.says(3);
    wordFirst.notes(3);
    expect([wallFirst.told, wordFirst.told]).toEqual([
      ['dealt 3', 'dealt 3', '3 revealed, 3 shown'],
      ['dealt 3', '3 revealed, 3 shown'],
    ]);
  });

  it('do not take a note of somebody else for the ideas', () => {
    const wall = aWall(null);
    wall.notes(1);
    wall.says(3);
    wall.notes(3);
    expect(wall.told).toEqual(['dealt 3', '3 revealed, 3 shown']);
  });

  it('are told without a show when the notes do not come, or came long ago', async () => {
    const wall = aWall(thinking);
    wall.says(5);
    await wall.time.pass(4_000);
    wall.says(7, 60_000);
    expect(wall.told).toEqual(['5 revealed, 0 shown', '7 revealed, 0 shown']);
  });
});

describe('what the wall has of an idea that was cut off', () => {
  it('is the text most like it, and nothing where none is like it', () => {
    const wall = ['A bus', 'Heated sea', 'Heated seats for dogs', 'Singing'];
    expect([likeliest('Heated seats', wall), likeliest('Completely different', wall)]).toEqual([
      'Heated sea',
      null,
    ]);
  });
});
