// What opens over a board, one at a time and at a press: palette, sheet of keys, menus, dialogs. While one is open the whole
// page has the theme it was asked for in.

import { Pencil } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import ContextMenu from '../app/commands/ContextMenu.tsx';
import KeySheet from '../app/commands/KeySheet.tsx';
import Palette from '../app/commands/Palette.tsx';
import { EraseDialog } from '../app/home/EraseDialog.tsx';
import { ForgetDialog } from '../app/home/ForgetDialog.tsx';
import { features } from '../features/index.ts';
import { OfflineDialogs } from '../features/offline/OfflineDialogs.tsx';
import { ask, asked } from '../features/offline/request.ts';
import { ImportDoor } from '../features/transfer/ImportDoor.tsx';
import { askToImport, importRequest } from '../features/transfer/importRequest.ts';
import { Button } from '../ui/Button.tsx';
import { PointMenu } from '../ui/PointMenu.tsx';
import { useSignal } from '../ui/useSignal.ts';
import { galleryOpenBoard } from './galleryOpenBoard.ts';
import { samples } from './gallerySamples.ts';

type Opening = keyof typeof samples.openings;
type Board = ReturnType<typeof galleryOpenBoard>;

export function Openings({ theme }: { readonly theme: string }) {
  const [open, setOpen] = useState<Opening | null>(null);
  const names = Object.keys(samples.openings) as Opening[];
  return (
    <div className="row">
      {names.map((name) => (
        <Button key={name} onClick={() => setOpen(name)}>
          {samples.openings[name]}
        </Button>
      ))}
      {open !== null && (
        <InTheme theme={theme}>
          <Opened key={open} name={open} onClose={() => setOpen(null)} />
        </InTheme>
      )}
    </div>
  );
}

function InTheme({ theme, children }: { readonly theme: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    return () => {
      delete document.documentElement.dataset.theme;
    };
  }, [theme]);
  return children;
}

interface OpenedProps {
  readonly name: Opening;
  readonly onClose: () => void;
}

function Opened({ name, onClose }: OpenedProps) {
  const [board] = useState(() => withAllActions(name === 'canvasMenu' ? 'clusters' : 'selected'));
  const { editor } = board;
  switch (name) {
    case 'palette':
      return <Palette view={{ editor, board }} onClose={onClose} />;
    case 'keys':
      return <KeySheet editor={editor} onClose={onClose} />;
    case 'itemsMenu':
    case 'canvasMenu':
      return <ContextMenu editor={editor} at={{ x: 300, y: 120 }} onClose={onClose} />;
    case 'pointMenu':
      return <APointMenu onClose={onClose} />;
    case 'erase':
      return <EraseDialog board={tile} onErase={async () => onClose()} onClose={onClose} />;
    case 'forget':
      return <ForgetDialog unsaved={3} onForget={onClose} onClose={onClose} />;
    case 'keptChanges':
      return <Kept board={board} onClose={onClose} />;
    case 'import':
      return <Import board={board} onClose={onClose} />;
  }
}

function withAllActions(shows: string): Board {
  const board = galleryOpenBoard({ shows });
  const view = { board, editor: board.editor };
  for (const feature of features) board.editor.actions.add(feature.actions?.(view) ?? []);
  return board;
}

const tile = {
  id: 'board',
  title: samples.filled,
  latest: 0,
  href: null,
  facts: samples.hint,
  picture: '',
  mayRename: true,
};

function APointMenu({ onClose }: { readonly onClose: () => void }) {
  const entries = samples.variants.map((id, index) => ({
    id,
    label: samples.buttons[index] ?? id,
    icon: <Pencil />,
    startsGroup: index === 2,
    disabled: index === 1,
    danger: index === 3,
    onSelect: () => {},
  }));
  return (
    <PointMenu
      at={{ x: 300, y: 200 }}
      label={samples.openings.pointMenu}
      entries={entries}
      opener={null}
      onClose={onClose}
    />
  );
}

interface OnBoardProps {
  readonly board: Board;
  readonly onClose: () => void;
}

function Kept({ board, onClose }: OnBoardProps) {
  useAsked(useSignal(asked), onClose);
  useEffect(() => ask(board, 'kept'), [board]);
  return <OfflineDialogs board={board} editor={board.editor} />;
}

function Import({ board, onClose }: OnBoardProps) {
  useAsked(useSignal(importRequest), onClose);
  useEffect(() => askToImport(board, null), [board]);
  return <ImportDoor board={board} editor={board.editor} />;
}

/** Tells when what was asked for is no longer. */
function useAsked(request: unknown, onClose: () => void): void {
  const was = useRef(false);
  useEffect(() => {
    if (was.current && request === null) onClose();
    was.current = request !== null;
  }, [request, onClose]);
}
