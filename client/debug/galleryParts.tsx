// The parts of the pages in every state they have: what stands round a board, cards, panels, contents of dialogs, tiles and
// the pages of trouble. Each stands on a board of its own that talks to nobody.

import { type ReactNode, useEffect, useState } from 'react';
import { roles } from '../../shared/board/roles.ts';
import { colours } from '../../shared/items/colour.ts';
import { Banner } from '../app/chrome/Banner.tsx';
import { EmptyBoard } from '../app/chrome/EmptyBoard.tsx';
import { HintLine } from '../app/chrome/HintLine.tsx';
import { SaveDot } from '../app/chrome/SaveDot.tsx';
import { SelectionBar } from '../app/chrome/SelectionBar.tsx';
import { TitleCorner } from '../app/chrome/TitleCorner.tsx';
import { Toolbar } from '../app/chrome/Toolbar.tsx';
import { ZoomCorner } from '../app/chrome/ZoomCorner.tsx';
import { BoardTile, type WallBoard } from '../app/home/BoardTile.tsx';
import wallStyles from '../app/home/Wall.module.css';
import { pictureOf } from '../app/picture.ts';
import { CanvasView } from '../canvas/CanvasView.tsx';
import KeptList from '../features/offline/KeptList.tsx';
import Outline from '../features/outline/Outline.tsx';
import { outlineIsOpen } from '../features/outline/outlineIsOpen.ts';
import { People } from '../features/presence/People.tsx';
import PeopleCard from '../features/presence/PeopleCard.tsx';
import Invitation from '../features/sharing/Invitation.tsx';
import { ImportPreview } from '../features/transfer/ImportPreview.tsx';
import type { Preview } from '../features/transfer/usePreview.ts';
import type { SaveStatus } from '../sync/saveStatus.ts';
import { Card } from '../ui/Card.tsx';
import { Keys } from '../ui/Keys.tsx';
import { Guiding } from './galleryGuide.tsx';
import { ActionItems, Tables } from './galleryLists.tsx';
import { type GalleryBoardOptions, galleryOpenBoard, people } from './galleryOpenBoard.ts';
import { Pads } from './galleryPad.tsx';
import { samples } from './gallerySamples.ts';
import { SessionBars, SessionPanels } from './gallerySession.tsx';
import { Comments } from './galleryTalk.tsx';
import { Templates } from './galleryTemplates.tsx';

export const galleryParts: Readonly<Record<string, () => ReactNode>> = {
  syncStates: SyncStates,
  notices: Notices,
  chrome: Chrome,
  peopleCards: PeopleCards,
  comments: Comments,
  sessionBars: SessionBars,
  sessionPanels: SessionPanels,
  pads: Pads,
  templates: Templates,
  shareDialog: ShareDialog,
  importPreview: ImportPreviews,
  keptChanges: KeptChanges,
  outline: Outlines,
  tables: Tables,
  actionItems: ActionItems,
  guiding: Guiding,
  keyNames: KeyNames,
  tiles: Tiles,
};

/** The board and the place of one part. */
function On({
  options,
  frame = '',
  children,
}: {
  readonly options?: GalleryBoardOptions;
  readonly frame?: string;
  readonly children: (board: ReturnType<typeof galleryOpenBoard>) => ReactNode;
}) {
  const [board] = useState(() => galleryOpenBoard(options));
  return <div className={frame}>{children(board)}</div>;
}

const saves: readonly SaveStatus[] = [
  { kind: 'loading' },
  { kind: 'saved' },
  { kind: 'saving', unsaved: 3, kept: true },
  { kind: 'offline', unsaved: 0, kept: true },
  { kind: 'offline', unsaved: 12, kept: true },
  { kind: 'offline', unsaved: 1, kept: false },
  { kind: 'readOnly' },
  { kind: 'refused', unsaved: 2 },
];

function SyncStates() {
  return (
    <div className="row">
      {saves.map((save) => (
        <On key={JSON.stringify(save)} options={{ save }}>
          {(board) => (
            <Card className="padded">
              <SaveDot board={board} />
            </Card>
          )}
        </On>
      ))}
    </div>
  );
}

function Notices() {
  const offline: SaveStatus = { kind: 'offline', unsaved: 2, kept: true };
  const states: readonly GalleryBoardOptions[] = [
    ...(['device', 'nothing', 'full', 'failing'] as const).map((keeping) => ({ save: offline, keeping })),
    ...roles.map((role) => ({ role, mayWrite: false })),
  ];
  return states.map((options) => (
    <On key={JSON.stringify(options)} options={options} frame="frame low">
      {(board) => <Banner board={board} />}
    </On>
  ));
}

function Chrome() {
  const boards: readonly GalleryBoardOptions[] = [
    { shows: 'empty' },
    { shows: 'empty', role: 'viewer', mayWrite: false },
    { shows: 'selected' },
    { shows: 'people', save: { kind: 'saving', unsaved: 1, kept: true } },
  ];
  return boards.map((options) => (
    <On key={JSON.stringify(options)} options={options} frame="frame tall">
      {(board) => (
        <>
          <CanvasView editor={board.editor} />
          <EmptyBoard board={board} />
          <SelectionBar editor={board.editor} />
          <TitleCorner view={{ board, editor: board.editor }} />
          <div className="bottom">
            <HintLine editor={board.editor} board={board} />
            <Toolbar editor={board.editor} />
          </div>
          <ZoomCorner editor={board.editor} />
        </>
      )}
    </On>
  ));
}

function PeopleCards() {
  const [ada, ben, kim, otherKim, zoe] = people;
  if (!ada || !ben || !kim || !otherKim || !zoe) return null;
  const here = [ada, ben, kim, otherKim, zoe].map((id, index) => ({
    person: { id, name: samples.people[index] ?? '', colour: index * 2 },
    label: index === 2 || index === 3 ? `Kim (${index - 1})` : (samples.people[index] ?? ''),
    initials: `K${index}`,
    isMe: index === 0,
    connections: index === 4 ? 2 : 1,
  }));
  const cards = [
    ['everybody', 'facilitator'],
    [ada, 'editor'],
    [ben, 'facilitator'],
    [ben, 'viewer'],
  ] as const;
  return (
    <div className="row">
      <On>{(board) => <People board={board} editor={board.editor} />}</On>
      {cards.map(([shown, role]) => (
        <On key={`${shown} ${role}`} options={{ role }}>
          {(board) => (
            <Card className="padded card">
              <PeopleCard
                view={{ board, editor: board.editor }}
                here={here}
                shown={shown}
                onShow={() => {}}
                onClose={() => {}}
              />
            </Card>
          )}
        </On>
      ))}
    </div>
  );
}

function ShareDialog() {
  const states: readonly GalleryBoardOptions[] = [
    {},
    { reach: 'loopback', role: 'editor', code: false },
    { role: 'viewer', code: false },
  ];
  return states.map((options) => (
    <On key={JSON.stringify(options)} options={options}>
      {(board) => (
        <Card className="padded">
          <Invitation board={board} info={board.info.get()} />
        </Card>
      )}
    </On>
  ));
}

function ImportPreviews() {
  const nothing: Preview = { isReading: false, report: null, trouble: null };
  const report = {
    created: 40,
    skipped: 3,
    undo: null,
    kind: 'workbook',
    clusters: 3,
    sheets: [...samples.columns],
    sheet: samples.columns[0] ?? '',
    preview: samples.comments.map((text, index) => ({
      text,
      colour: colours[index] ?? 'yellow',
      cluster: samples.long,
    })),
    problems: samples.problems.map((message, index) => ({ row: index * 7, message })),
    columns: samples.columns.map((name, index) => ({ name, samples: [samples.long], guess: index === 1 })),
  };
  const states: readonly Preview[] = [
    nothing,
    { ...nothing, isReading: true },
    { ...nothing, report },
    { ...nothing, isReading: true, report: { ...report, problems: [], columns: [], skipped: 0 } },
    { ...nothing, trouble: samples.failed },
  ];
  return states.map((preview, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
    <Card key={index} className="padded">
      <ImportPreview preview={preview} onChoice={() => {}} />
    </Card>
  ));
}

function KeptChanges() {
  return [true, false].map((mayWrite) => (
    <On key={String(mayWrite)} options={{ mayWrite }}>
      {(board) => (
        <Card className="padded">
          <KeptList board={board} />
        </Card>
      )}
    </On>
  ));
}

function Outlines() {
  useEffect(() => {
    outlineIsOpen.set(true);
  }, []);
  const boards: readonly GalleryBoardOptions[] = [
    { shows: 'clusters' },
    { shows: 'clusters', role: 'viewer', mayWrite: false },
    { shows: 'empty' },
  ];
  return boards.map((options) => (
    <On key={JSON.stringify(options)} options={options} frame="frame tall">
      {(board) => <Outline board={board} editor={board.editor} />}
    </On>
  ));
}

function KeyNames() {
  return (['other', 'apple'] as const).map((keyboard) => (
    <div key={keyboard} className="row">
      {samples.keys.map((keys) => (
        <Keys key={keys} keys={keys} keyboard={keyboard} />
      ))}
    </div>
  ));
}

function Tiles() {
  const [board] = useState(() => galleryOpenBoard({ shows: 'clusters' }));
  const tiles: readonly WallBoard[] = [samples.filled, samples.long, samples.lines].map((title, index) => ({
    id: `board-${index}`,
    title,
    latest: 0,
    href: index === 1 ? null : '/b/board',
    facts: samples.hint,
    picture: pictureOf(board.editor.scene.inOrder(board.board.items.keys())),
    mayRename: true,
  }));
  return (
    <ul className={wallStyles.tiles}>
      {tiles.map((tile, index) => (
        <BoardTile
          key={tile.id}
          board={tile}
          current
          renaming={index === 2}
          onRenamed={() => {}}
          onMore={() => {}}
        />
      ))}
    </ul>
  );
}
