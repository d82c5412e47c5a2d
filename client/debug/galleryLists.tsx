// Ideas in cells and what is to be done, in every state for the gallery: the table of whoever writes and whoever reads, and of a
// board without ideas; action items between two sessions, for readers, and where there are none yet.

import { type ReactNode, useState } from 'react';
import ActionItemsPanel from '../features/actionItems/ActionItemsPanel.tsx';
import type { FeatureView } from '../features/feature.ts';
import TableView from '../features/table/TableView.tsx';
import { type GalleryBoardOptions, galleryOpenBoard, people } from './galleryOpenBoard.ts';
import { samples } from './gallerySamples.ts';

const boards: readonly GalleryBoardOptions[] = [
  { shows: 'clusters' },
  { shows: 'clusters', role: 'viewer', mayWrite: false },
  { shows: 'empty' },
];

export function Tables() {
  return boards.map((options) => <On key={JSON.stringify(options)} options={options} view={TableView} />);
}

const [, ben] = people;
const text = samples.hint;
const actionItems = {
  late: { text, owner: { person: ben }, due: '2020-01-02', status: 'open', at: 1 },
  long: { text: samples.comments[1], owner: { name: samples.long }, due: null, status: 'open', at: 2 },
  lines: { text: samples.lines, owner: null, due: '2999-12-31', status: 'doing', at: 3 },
  done: { text, owner: { person: ben }, due: '2020-01-02', status: 'done', at: 4, doneAt: 5 },
  gone: { text, owner: null, due: null, status: 'open', at: 6, to: 'next-board' },
};
const series = {
  previous: { board: 'board-before', title: samples.filled, at: 1 },
  next: { board: 'next-board', title: samples.long, at: 2 },
};
const plans: readonly GalleryBoardOptions[] = [
  { session: { actionItems, series } },
  { session: { actionItems }, role: 'viewer', mayWrite: false },
  {},
];

export function ActionItems() {
  return plans.map((options) => (
    <On key={JSON.stringify(options)} options={options} view={ActionItemsPanel} />
  ));
}

interface OnProps {
  readonly options: GalleryBoardOptions;
  readonly view: (view: FeatureView) => ReactNode;
}

function On({ options, view: View }: OnProps) {
  const [board] = useState(() => galleryOpenBoard(options));
  return (
    <div className="frame tall">
      <View board={board} editor={board.editor} />
    </div>
  );
}
