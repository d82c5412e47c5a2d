// The session on the client without a screen: the timer's words and moments, who is counted, the wheel, what going on means,
// changes to a plan, and a plan that is edited while answers are on their way.

import { describe, expect, it } from 'vitest';
import { AgendaDesk } from '../../../client/features/session/agendaDesk.ts';
import {
  type Agenda,
  minutesOf,
  newStep,
  parseMinutes,
  withChange,
  withCopy,
  withKind,
  withMove,
  withoutStep,
  withStep,
} from '../../../client/features/session/agendaEdit.ts';
import { areAllDone, roomOf, type Someone, standingOf } from '../../../client/features/session/standing.ts';
import { mayReveal, onwardOf } from '../../../client/features/session/steer.ts';
import { clockText, momentPassed, nextTickMs, timerOf } from '../../../client/features/session/timer.ts';
import { wheelOffer } from '../../../client/features/session/wheel.ts';
import type { PhaseKind, Step } from '../../../shared/features/session/agenda.ts';
import {
  extended,
  type PastPhase,
  type Phase,
  paused,
  phaseOf,
} from '../../../shared/features/session/phase.ts';
import { nextStep, placeInPlan, stepBefore } from '../../../shared/features/session/plan.ts';
import { readSession, type SessionState } from '../../../shared/features/session/state.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import type { CommandResult } from '../../../shared/protocol/messages.ts';

const start = 1_000_000;
const steps = (['silent', 'group', 'vote'] as const).map((kind) => newStep(kind, kind));

function phase(kind: PhaseKind = 'silent', minutes: number | null = 5, step: string | null = kind): Phase {
  return phaseOf({ ...newStep('x', kind), minutes }, { id: 'run', step, now: start });
}

function state(changes: Partial<SessionState> = {}): SessionState {
  return { ...readSession(() => []), agenda: steps, ...changes };
}

const held = (step: string | null, at = start, kind: PhaseKind = 'silent'): PastPhase => ({
  step,
  kind,
  title: '',
  startedAt: at,
  endedAt: at + 60_000,
});

describe('the timer', () => {
  it('shows the seconds that have begun, is warm in the last ten, and calm when it is over', () => {
    const looks = [0, 1, 240_000, 290_000, 299_999, 300_000, 900_000].map((after) => {
      const { look, seconds } = timerOf(phase(), start + after);
      return `${look} ${clockText(seconds)}`;
    });
    expect(looks).toEqual([
      'running 5:00',
      'running 5:00',
      'running 1:00',
      'last 0:10',
      'last 0:01',
      'up 0:00',
      'up 0:00',
    ]);
  });

  it('is written in digits and colons, however long it is', () => {
    expect([0, 9, 61, 3_600, 100_000].map(clockText)).toEqual([
      '0:00',
      '0:09',
      '1:01',
      '1:00:00',
      '27:46:40',
    ]);
  });

  it('stands still while it is paused, and there is none without an end', () => {
    const held = paused(phase(), start + 60_000);
    const without = phase('open', null);
    expect([
      timerOf(held, start + 500_000),
      nextTickMs(held, start + 500_000),
      timerOf(without, start),
      nextTickMs(without, start),
    ]).toEqual([{ look: 'paused', seconds: 240 }, null, { look: 'none', seconds: 0 }, null]);
  });

  it('is looked at again when its digits change', () => {
    expect([0, 250, 999, 1_000].map((after) => nextTickMs(phase(), start + after))).toEqual([
      1_000, 750, 1, 1_000,
    ]);
  });

  it('says a minute, ten seconds and the end once each, also when the page slept through some', () => {
    const said = (from: number, to: number) =>
      momentPassed(timerOf(phase(), start + from), timerOf(phase(), start + to));
    expect([
      said(239_000, 240_000),
      said(240_000, 241_000),
      said(289_000, 290_500),
      said(299_000, 300_000),
      said(300_000, 301_000),
      said(200_000, 400_000),
    ]).toEqual([60, null, 10, 0, null, 0]);
  });

  it('says nothing when it was given time or was paused in between', () => {
    const before = timerOf(phase(), start + 239_000);
    const longer = extended(phase(), 1, start + 240_000);
    expect([
      momentPassed(before, timerOf(longer, start + 240_000)),
      momentPassed(before, timerOf(paused(phase(), start + 240_000), start + 240_000)),
      momentPassed(timerOf(paused(phase(), start), start), timerOf(phase(), start + 299_000)),
    ]).toEqual([null, null, null]);
  });
});

const someone = (id: string, role: Someone['role'] = 'editor', neutral = false): Someone => ({
  id: id as ParticipantId,
  role,
  neutral,
});
const ids = (...names: string[]) => new Set(names as ParticipantId[]);

describe('who is counted', () => {
  it('are those who take part and are here, once each; whoever steers only when done', () => {
    const here = [
      someone('fay', 'facilitator'),
      someone('ada'),
      someone('ada'),
      someone('ben', 'commenter'),
      someone('vic', 'viewer'),
      someone('nia', 'facilitator', true),
    ];
    expect([
      roomOf(here, { ready: ids('ada', 'gone'), acting: null }),
      roomOf(here, { ready: ids('ada', 'ben', 'fay'), acting: null }),
    ]).toEqual([
      { done: 1, of: 2, someoneSteers: true },
      { done: 3, of: 3, someoneSteers: true },
    ]);
  });

  it('everybody is done only where there is somebody', () => {
    expect([
      areAllDone({ done: 0, of: 0, someoneSteers: true }),
      areAllDone({ done: 2, of: 3, someoneSteers: true }),
      areAllDone({ done: 3, of: 3, someoneSteers: true }),
    ]).toEqual([false, false, true]);
  });

  it('somebody with the wheel steers and changes no settings; a viewer never does', () => {
    const acting = 'ada' as ParticipantId;
    expect([
      standingOf(someone('ada'), acting),
      standingOf(someone('ada', 'viewer'), acting),
      standingOf(someone('nia', 'facilitator', true), acting),
    ]).toEqual([
      { maySteer: true, mayFacilitate: false, takesPart: true, isActing: true },
      { maySteer: false, mayFacilitate: false, takesPart: false, isActing: false },
      { maySteer: true, mayFacilitate: true, takesPart: false, isActing: false },
    ]);
  });
});

describe('the wheel', () => {
  const alone = {
    phaseUnderWay: true,
    takesPart: true,
    aloneSince: start,
    sawThemLeave: false,
    refusedAt: null,
    now: start + 6_000,
  };
  it('is offered when nobody who steers is here: at once to who has just come, after three minutes to who saw them go', () => {
    expect([
      wheelOffer({ ...alone, now: start + 1_000 }),
      wheelOffer(alone),
      wheelOffer({ ...alone, sawThemLeave: true }),
      wheelOffer({ ...alone, sawThemLeave: true, now: start + 180_000 }),
      wheelOffer({ ...alone, refusedAt: start + 6_000, now: start + 7_000 }),
    ]).toEqual([
      { kind: 'nothing', lookAgainMs: 4_000 },
      { kind: 'offered', lookAgainMs: null },
      { kind: 'soon', lookAgainMs: 174_000 },
      { kind: 'offered', lookAgainMs: null },
      { kind: 'soon', lookAgainMs: 19_000 },
    ]);
  });

  it('is not offered between phases, to viewers, or while somebody steers', () => {
    const kinds = [{ phaseUnderWay: false }, { takesPart: false }, { aloneSince: null }].map(
      (change) => wheelOffer({ ...alone, ...change }).kind,
    );
    expect(kinds).toEqual(['nothing', 'nothing', 'nothing']);
  });
});

describe('going on', () => {
  it('leads through the plan, ends the session after its last step, and ends what stands beside it', () => {
    const where = (changes: Partial<SessionState>) => {
      const onward = onwardOf(state(changes));
      return onward?.kind === 'step' ? onward.step.id : (onward?.kind ?? null);
    };
    expect([
      where({}),
      where({ phase: phase('silent') }),
      where({ phase: phase('vote') }),
      where({ phase: phase('open', 5, null), past: [held('silent')] }),
      where({ phase: phase('open', 5, null), past: [held('vote')] }),
      where({ phase: phase('open', 5, null), agenda: [] }),
      where({ agenda: [] }),
      where({ past: [held('vote')] }),
    ]).toEqual(['silent', 'group', 'endSession', 'group', 'endStep', 'endStep', null, 'silent']);
  });

  it('knows its place when a step was deleted under it, and the way back from beside the plan', () => {
    const beside = state({ phase: phase('discuss', 5, null), past: [held('silent'), held('group')] });
    const orphan = state({ phase: phase('open', 5, 'deleted'), past: [held('silent')] });
    expect([
      placeInPlan(beside),
      stepBefore(beside)?.id,
      placeInPlan(orphan),
      nextStep(orphan)?.id,
      stepBefore(state({ phase: phase('silent') })),
    ]).toEqual([1, 'group', 0, 'group', null]);
  });

  it('offers to reveal while something may wait', () => {
    const revealed = { id: 'r', at: start + 70_000, ideas: 3, anonymous: false, few: false };
    expect([
      mayReveal(state()),
      mayReveal(state({ phase: phase('silent') })),
      mayReveal(state({ past: [held('silent')] })),
      mayReveal(state({ past: [held('silent')], reveals: [revealed] })),
      mayReveal(state({ past: [held('silent')], endedAt: start })),
    ]).toEqual([false, true, true, false, false]);
  });
});

describe('a change to a plan', () => {
  const order = (agenda: Agenda) => agenda.map(({ id }) => id).join(' ');
  it('adds, moves, copies and deletes steps, and changes nothing where there is nothing to change', () => {
    expect([
      order(withStep(steps, newStep('new', 'open'), 1)),
      withStep(steps, newStep('vote', 'vote')) === steps,
      order(withMove(steps, 'vote', 0)),
      order(withMove(steps, 'silent', 99)),
      withMove(steps, 'group', 1) === steps,
      order(withCopy(steps, 'group', 'again')),
      order(withoutStep(steps, 'group')),
    ]).toEqual([
      'silent new group vote',
      true,
      'vote silent group',
      'group vote silent',
      true,
      'silent group again vote',
      'silent vote',
    ]);
  });

  it('to another kind keeps what fits it and takes what is usual for the rest', () => {
    const silent: Step = {
      ...newStep('a', 'silent'),
      title: 'Think',
      anonymous: true,
      editorsWrite: true,
      rounds: { count: 6, ideas: 3 },
    };
    const { kind, title, minutes, anonymous, editorsWrite, rounds, ballot } = withKind(silent, 'vote');
    expect([
      { kind, title, minutes, anonymous, editorsWrite, rounds, method: ballot?.method },
      withKind({ ...silent, minutes: 7 }, 'vote').minutes,
    ]).toEqual([
      {
        kind: 'vote',
        title: 'Think',
        minutes: 3,
        anonymous: false,
        editorsWrite: null,
        rounds: null,
        method: 'dots',
      },
      7,
    ]);
  });

  it('of minutes takes what people type, and says what is none', () => {
    const typed = ['5', ' 2,5 ', '1:30', '', '0', 'soon', '-3', '99999999'];
    expect(typed.map(parseMinutes)).toEqual([5, 2.5, 1.5, null, null, undefined, undefined, 10_080]);
  });

  it('is added up', () => {
    const some = withChange(steps, 'group', (step) => ({ ...step, minutes: null }));
    expect([minutesOf(steps), minutesOf(some)]).toEqual([
      { minutes: 18, isWhole: true },
      { minutes: 8, isWhole: false },
    ]);
  });
});

/** A server that answers when it is told to. */
function aLine() {
  let agenda: Agenda = steps;
  const listeners = new Set<() => void>();
  const asked: { steps: Agenda; answer: (result: CommandResult) => void }[] = [];
  const refused: CommandResult[] = [];
  const desk = new AgendaDesk({
    state: () => ({ agenda }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (next) => new Promise((answer) => asked.push({ steps: next, answer })),
    onRefused: (answer) => refused.push(answer),
  });
  return {
    desk,
    asked,
    refused,
    shown: () => desk.agenda.get().map(({ id }) => id),
    /** Somebody's change has arrived. */
    hears(next: Agenda) {
      agenda = next;
      for (const listener of listeners) listener();
    },
    async answers(ok: boolean) {
      const { steps: sent, answer } = asked[asked.length - 1] ?? { steps: agenda, answer: () => {} };
      if (ok) this.hears(sent);
      answer({ id: '', ok, ...(!ok && { code: 'forbidden' }) });
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('a plan that is being edited', () => {
  it('shows every change at once and sends them one after the other', async () => {
    const line = aLine();
    line.desk.change((agenda) => withMove(agenda, 'vote', 0));
    line.desk.change((agenda) => withoutStep(agenda, 'group'));
    const before = { shown: line.shown(), sent: line.asked.length };
    await line.answers(true);
    await line.answers(true);
    expect([before, line.shown(), line.asked.map(({ steps: sent }) => sent.length)]).toEqual([
      { shown: ['vote', 'silent'], sent: 1 },
      ['vote', 'silent'],
      [3, 2],
    ]);
  });

  it('keeps what somebody else has written meanwhile', async () => {
    const line = aLine();
    line.desk.change((agenda) => withoutStep(agenda, 'silent'));
    line.desk.change((agenda) => withStep(agenda, newStep('mine', 'open')));
    // The server took mine, and theirs right after it, before its answer is here.
    line.hears(withStep(withoutStep(steps, 'silent'), newStep('theirs', 'discuss'), 0));
    line.asked[0]?.answer({ id: '', ok: true });
    await Promise.resolve();
    await line.answers(true);
    expect(line.shown()).toEqual(['theirs', 'group', 'vote', 'mine']);
  });

  it('goes back to what everybody has when the server refuses', async () => {
    const line = aLine();
    line.desk.change((agenda) => withoutStep(agenda, 'silent'));
    await line.answers(false);
    expect([line.shown(), line.refused.map(({ code }) => code)]).toEqual([
      ['silent', 'group', 'vote'],
      ['forbidden'],
    ]);
  });
});
