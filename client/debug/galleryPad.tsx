// Private ideas in every state for the gallery: an empty pad, ideas with and without names, after a reveal, cut off by one,
// what waits outside of a phase, sheets that go round, and what those read who have no pad.

import { useState } from 'react';
import { Chip } from '../features/pad/PadDoor.tsx';
import PadSheet from '../features/pad/PadSheet.tsx';
import { padOf } from '../features/pad/padHere.ts';
import { type GalleryBoardOptions, galleryOpenBoard } from './galleryOpenBoard.ts';
import { samples } from './gallerySamples.ts';

const [short, long] = samples.comments;
const silent = { id: 'phase', kind: 'silent', title: samples.filled, prompt: samples.placeholder };
const inRounds = { ...silent, round: { number: 2, of: 5, ideas: 3 } };
const sheet = { id: 'sheet', phase: 'phase', round: 2, rows: [[short, long], []] };
const here = { phase: 'phase' };
const two = [
  { id: 'first', text: short, ...here },
  { id: 'second', text: samples.lines, ...here },
];
const cut = { id: 'cut', text: samples.long, ...here, cutFrom: 'before' };

const pads: Readonly<Record<string, GalleryBoardOptions>> = {
  empty: { phase: silent },
  named: { phase: silent, drafts: two },
  nameless: { phase: { ...silent, anonymous: true }, drafts: [...two, { id: 'old', text: long }] },
  revealed: { phase: silent, revealed: true, drafts: [cut] },
  offline: { phase: silent, drafts: two, online: false },
  held: { drafts: [...two, cut] },
  heldReadOnly: { drafts: two, role: 'commenter', mayWrite: false },
  fresh: { phase: inRounds, sheet: { ...sheet, rows: [] } },
  sheet: { phase: inRounds, sheet, drafts: [{ id: 'mine', text: short, ...here, sheet: 'sheet' }, cut] },
  onItsWay: { phase: inRounds },
};

const chips: readonly GalleryBoardOptions[] = [
  { phase: silent },
  { phase: silent, drafts: two },
  { drafts: two },
  { phase: silent, neutral: true },
  { phase: silent, role: 'viewer', mayWrite: false },
];

export function Pads() {
  return (
    <>
      {Object.entries(pads).map(([name, options]) => (
        <PadOn key={name} options={options} />
      ))}
      <div className="row">
        {chips.map((options) => (
          <ChipOn key={JSON.stringify(options)} options={options} />
        ))}
      </div>
    </>
  );
}

function PadOn({ options }: { readonly options: GalleryBoardOptions }) {
  const [board] = useState(() => withoutCaret(galleryOpenBoard(options)));
  return (
    <div className="frame tall">
      <PadSheet board={board} editor={board.editor} />
    </div>
  );
}

function ChipOn({ options }: { readonly options: GalleryBoardOptions }) {
  const [board] = useState(() => withoutCaret(galleryOpenBoard(options)));
  return (
    <div className="frame low">
      <Chip here={padOf(board)} onOpen={() => {}} />
    </div>
  );
}

/** There is one caret on a page, and many pads on this one. */
function withoutCaret(board: ReturnType<typeof galleryOpenBoard>): ReturnType<typeof galleryOpenBoard> {
  padOf(board).wantsCaret.set('no');
  return board;
}
