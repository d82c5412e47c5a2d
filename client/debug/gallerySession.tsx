// The session in every state for the gallery: the bar with its timer running, at its end, over, held and without one, for whoever
// steers and for who takes part, wide and narrow; the end; and the panel of both.

import { useState } from 'react';
import type { Step } from '../../shared/features/session/agenda.ts';
import { type Phase, phaseOf } from '../../shared/features/session/phase.ts';
import { realEnv } from '../../shared/lib/env.ts';
import OverCard from '../features/session/OverCard.tsx';
import PhaseBar from '../features/session/PhaseBar.tsx';
import SessionPanel from '../features/session/SessionPanel.tsx';
import { type GalleryBoardOptions, galleryOpenBoard, people } from './galleryOpenBoard.ts';
import { samples } from './gallerySamples.ts';

const kinds = ['open', 'silent', 'group', 'vote', 'discuss'] as const;
const agenda = kinds.map(
  (kind, index): Step => ({
    id: kind,
    kind,
    title: index === 2 ? samples.long : '',
    prompt: index === 2 ? samples.hint : '',
    minutes: index === 4 ? null : 5 * (index + 1),
    editorsWrite: null,
    anonymous: index === 1,
    rounds: index === 1 ? { count: 6, ideas: 3 } : null,
    ballot:
      kind === 'vote'
        ? { method: 'dots', options: 'notes', votes: 3, maxPerOption: 1, practice: false }
        : null,
  }),
);

function running(kind: (typeof kinds)[number], change: Partial<Phase> = {}): Phase {
  const step = agenda.find(({ id }) => id === kind);
  if (step === undefined) throw new Error('the agenda has every kind');
  const now = realEnv.clock.now();
  return { ...phaseOf(step, { id: 'now', step: kind, now }), ...change };
}

type Session = NonNullable<GalleryBoardOptions['session']>;

function sessionOf(cur: Phase | null, more: Session = {}): Session {
  const past = [{ step: 'open', kind: 'open', title: '', startedAt: 1, endedAt: 290_000 }];
  return { ...more, phase: { agenda, past, ...(cur !== null && { cur }), ...more.phase } };
}

const ready = (...at: readonly number[]) =>
  Object.fromEntries(at.flatMap((index) => (people[index] === undefined ? [] : [[people[index], 'now']])));

const inAnHour = () => ({ endsAt: realEnv.clock.now() + 3_725_000 });
const inTheEnd = () => realEnv.clock.now() + 1;
const bars = (): readonly GalleryBoardOptions[] => [
  { session: sessionOf(running('silent', inAnHour()), { ready: ready(1), counts: { ideas: 24 } }) },
  { role: 'editor', mayWrite: false, session: sessionOf(running('silent'), { ready: ready(0, 1, 2, 3) }) },
  { session: sessionOf(running('group', { endsAt: null, leftMs: 61_000 })) },
  { role: 'editor', session: sessionOf(running('group', { endsAt: realEnv.clock.now() + 9_000 })) },
  { role: 'editor', session: sessionOf(running('vote', { endsAt: 1 })), mayWrite: false },
  { session: sessionOf(running('discuss')) },
  { session: sessionOf(running('silent', { round: { number: 2, of: 6, ideas: 3, lengthMs: 300_000 } })) },
  { session: sessionOf(running('silent'), { reveals: { first: { at: inTheEnd(), ideas: 12 } } }) },
  { role: 'editor', session: sessionOf(running('open'), { guide: { acting: people[0] } }) },
  { session: sessionOf(running('open'), { guide: { acting: people[1] } }) },
];

export function SessionBars() {
  const [states] = useState(bars);
  return (
    <>
      {states.map((options, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
        <Bar key={index} options={options} />
      ))}
      {states.map((options, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
        <div key={index} className="phone">
          <Bar options={options} />
        </div>
      ))}
      <Over who="facilitator" />
      <Over who="viewer" />
    </>
  );
}

function Bar({ options }: { readonly options: GalleryBoardOptions }) {
  const [board] = useState(() => galleryOpenBoard(options));
  const { phase } = board.session.state();
  return phase === null ? null : <PhaseBar board={board} phase={phase} />;
}

function Over({ who }: { readonly who: 'facilitator' | 'viewer' }) {
  const [board] = useState(() => galleryOpenBoard({ role: who }));
  return <OverCard board={board} />;
}

const panels = (): readonly GalleryBoardOptions[] => [
  {},
  { session: sessionOf(running('silent'), { ready: ready(1) }) },
  { session: sessionOf(null, { board: { settings: { anonymous: true } }, phase: { nameless: true } }) },
  { role: 'editor', session: sessionOf(running('group')) },
  { role: 'viewer' },
  { session: sessionOf(null, { phase: { ended: 1 } }) },
];

export function SessionPanels() {
  const [states] = useState(panels);
  return states.map((options, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
    <PanelOf key={index} options={options} />
  ));
}

function PanelOf({ options }: { readonly options: GalleryBoardOptions }) {
  const [board] = useState(() => galleryOpenBoard(options));
  return (
    <div className="frame tall">
      <SessionPanel board={board} editor={board.editor} />
    </div>
  );
}
