// Whole pages and what stands beside a caret, in every state: the door, trouble, a part that is missing, emoji, pasted lines.

import { type ReactNode, useEffect, useState } from 'react';
import type { ItemId } from '../../shared/lib/ids.ts';
import { Signal } from '../../shared/lib/signal.ts';
import { JoinPage } from '../app/JoinPage.tsx';
import { type Surroundings, useSurroundings } from '../app/surroundings.ts';
import { TroublePage, type TroublePageProps } from '../app/TroublePage.tsx';
import type { OpenField } from '../editor/ports.ts';
import { EmojiPanel } from '../features/writing/EmojiPanel.tsx';
import { PasteChoice } from '../features/writing/PasteChoice.tsx';
import { MissingNotice } from '../ui/MissingPart.tsx';
import { galleryOpenBoard } from './galleryOpenBoard.ts';
import { samples } from './gallerySamples.ts';

export const galleryPages: Readonly<Record<string, () => ReactNode>> = {
  emojiPanel: EmojiPanels,
  pasteChoice: PasteChoices,
  missingPart: MissingParts,
  joinPage: JoinPages,
  troublePages: TroublePages,
};

type Board = ReturnType<typeof galleryOpenBoard>;

function BesideCaret({
  text,
  children,
}: {
  readonly text: string;
  readonly children: (board: Board, field: OpenField) => ReactNode;
}) {
  const [board] = useState(() => galleryOpenBoard({ shows: 'empty' }));
  const [field] = useState(() => aField(text));
  // There is no canvas that would measure itself.
  const [isMeasured, setMeasured] = useState(false);
  useEffect(() => {
    board.editor.camera.viewport.set({ w: 400, h: 280 });
    setMeasured(true);
  }, [board]);
  return <div className="frame middle">{isMeasured && children(board, field)}</div>;
}

/** A field with its caret in the middle of the frame; it keeps what it had. */
function aField(text: string): OpenField {
  return {
    id: 'note' as ItemId,
    state: new Signal({ text, start: text.length, end: text.length }),
    caretBox: () => ({ x: 120, y: 12, w: 0, h: 20 }),
    replace: () => {},
    captureKeys: () => () => {},
    press: () => {},
    observePasted: () => () => {},
    steer: () => {},
    settle: () => {},
  };
}

function EmojiPanels() {
  return samples.emojiNames.map((query) => (
    <BesideCaret key={query} text={`:${query}`}>
      {({ editor }, field) => (
        <EmojiPanel editor={editor} field={field} asked={{ from: 0, query }} isSure onClose={() => {}} />
      )}
    </BesideCaret>
  ));
}

function PasteChoices() {
  const ideas = samples.lines.split('\n');
  const pasted = { from: 0, to: samples.lines.length };
  return [true, false].map((alone) => (
    <BesideCaret key={String(alone)} text={samples.lines}>
      {({ editor }, field) => (
        <PasteChoice
          editor={editor}
          field={field}
          pasted={pasted}
          lines={{ ideas, alone }}
          onDone={() => {}}
        />
      )}
    </BesideCaret>
  ));
}

function MissingParts() {
  return [true, false].map((answers) => (
    <div key={String(answers)} className="frame middle">
      <MissingNotice answers={answers} onClose={() => {}} />
    </div>
  ));
}

function JoinPages() {
  return [false, true].map((busy) => (
    <div key={String(busy)} className="page">
      <JoinPage busy={busy} onJoin={() => {}} />
    </div>
  ));
}

const troubles: readonly TroublePageProps['trouble'][] = [
  ...(['gone', 'inTrash', 'wrongKey', 'needsLink', 'noLongerAllowed', 'full'] as const),
  ...(['unreachable', 'outdated', 'failed', 'notFound', 'crash'] as const),
];
const boardWithWork = 'someboard00000000000000';

/** Once, for both themes. */
let work: Promise<void> | null = null;

function keepWork(memory: Surroundings['memory']): Promise<void> {
  const [note] = galleryOpenBoard({ shows: 'selected' }).board.items.values();
  return memory.keep(boardWithWork, 'deleted', note === undefined ? [] : [note]);
}

function TroublePages() {
  const { memory } = useSurroundings();
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    work ??= keepWork(memory);
    void work.then(() => setKept(true));
  }, [memory]);
  if (!isKept) return null;
  return troubles.map((trouble) => (
    <div key={trouble} className="page">
      <TroublePage trouble={trouble} onRetry={() => {}} {...withWork(trouble)} />
    </div>
  ));
}

function withWork(trouble: TroublePageProps['trouble']): { readonly boardId?: string } {
  return trouble === 'gone' || trouble === 'inTrash' ? { boardId: boardWithWork } : {};
}
