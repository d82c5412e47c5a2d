// Boards for the gallery: made up, the same every time.

import * as Y from 'yjs';
import { Board } from '../../shared/board/board.ts';
import { createCluster, createItems, createNote } from '../../shared/board/verbs.ts';
import { colours } from '../../shared/items/colour.ts';
import { realEnv, seededRandom } from '../../shared/lib/env.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import { emptyHold, type Hold } from '../../shared/protocol/presence.ts';
import { Editor } from '../editor/editor.ts';
import type { Other, Presence } from '../editor/ports.ts';

const ideas = [
  'Let people join from a phone without installing anything',
  'Write first, talk later',
  'Why do we always start with the loudest voice?',
  'Two-minute silence before every vote',
  'Dots',
  'A summary that writes itself while we talk, so that nobody has to take the minutes',
  'Invite support',
  'Ship the small thing on Friday 🎉',
  'فكرة جديدة: نبدأ بالأسئلة',
  'רעיון: פחות פגישות',
  '静かな人の声も聞こえるように、まず全員が書く。',
  'Donaudampfschifffahrtsgesellschaftskapitän',
  'https://example.org/a/very/long/address/that/goes/on?and=on&and=on#forever',
  'First line\n\nThird line\n- one\n- two',
  '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 emoji families stay together',
  `${'This note holds far more words than it can show. '.repeat(40)}`,
];

export const galleryEditors: Readonly<Record<string, () => Editor>> = {
  empty: () => fresh([]).editor,
  states: () => {
    const { board, editor } = fresh([]);
    createItems(
      board,
      colours.map((colour, index) => ({
        kind: 'note',
        x: 40 + (index % 4) * 224,
        y: 40 + Math.floor(index / 4) * 224,
        colour,
        text: `${colour}: ${ideas[index] ?? ''}`,
      })),
    );
    const texts = ideas.slice(8).map((text, index) => ({
      kind: 'note' as const,
      x: 40 + (index % 4) * 224,
      y: 500 + Math.floor(index / 4) * 224,
      colour: colours[(index * 3) % colours.length] ?? 'yellow',
      text,
    }));
    createItems(board, [
      ...texts,
      { kind: 'note', x: 960, y: 40, w: 420, h: 300, colour: 'teal', text: 'Bigger notes speak up' },
      { kind: 'note', x: 960, y: 364, w: 96, h: 96, colour: 'pink', text: 'Small' },
      { kind: 'note', x: 1080, y: 364, w: 300, h: 96, colour: 'green', text: '' },
    ]);
    board.doc.getMap('items').set('strange', new Y.Map(Object.entries({ k: 'hologram', p: [960, 500] })));
    return editor;
  },
  clusters: () => {
    const { board, editor } = fresh([]);
    const ids = notes(board, 14);
    createCluster(board, { title: 'Start earlier', ids: ids.slice(0, 4) });
    createCluster(board, { title: 'שאלות פתוחות', ids: ids.slice(4, 6) });
    const inner = createCluster(board, {
      title: 'A title much too long for the field that it names',
      ids: ids.slice(6, 7),
    });
    createCluster(board, { title: '', ids: [...ids.slice(7, 9), ...(inner === null ? [] : [inner])] });
    const target = createCluster(board, { title: 'Drop here', ids: ids.slice(10, 12) });
    editor.dropTarget.set(target);
    return editor;
  },
  people: () => {
    const hold = (change: Partial<Hold>): Hold => ({ ...emptyHold, ...change });
    const at = (slot: number, name: string, x: number, y: number, what: Partial<Hold>): Other => ({
      slot,
      person: { id: `p${slot}` as ParticipantId, name, colour: slot },
      cursor: { at: { x, y }, drag: null },
      hold: hold(what),
    });
    const others: Other[] = [];
    const { board, editor } = fresh(others);
    const ids = notes(board, 12);
    const one = (index: number): ItemId[] => ids.slice(index, index + 1);
    const [first] = ids;
    others.push(
      at(0, 'Amara', 210, 260, { editing: first === undefined ? null : { id: first, caret: 12 } }),
      at(1, 'Bo', 500, 130, { selection: one(1) }),
      at(2, 'Chiara de la Fontaine-Montmorency', 720, 420, { selection: [...one(6), ...one(7)] }),
      at(3, 'דנה', 300, 560, {}),
      ...Array.from({ length: 8 }, (_, index) =>
        at(4 + index, `Person ${4 + index}`, 1000 + (index % 2) * 160, 80 + index * 70, {}),
      ),
    );
    editor.selection.set([...one(4), ...one(5)]);
    return editor;
  },
  selected: () => {
    const { board, editor } = fresh([]);
    const ids = notes(board, 6);
    editor.selection.set(ids.slice(1, 2));
    editor.hovered.set(ids[2] ?? null);
    editor.brush.set({ x: 300, y: 380, w: 260, h: 180 });
    return editor;
  },
  writing: () => {
    const { board, editor } = fresh([]);
    notes(board, 9);
    const id = createNote(board, { x: 40, y: 720, text: ideas[5] ?? '' });
    if (id !== null) editor.toolbox.edit(id);
    return editor;
  },
};

function notes(board: Board, count: number): ItemId[] {
  return createItems(
    board,
    Array.from({ length: count }, (_, index) => ({
      kind: 'note',
      x: 60 + (index % 4) * 240 + (index > 3 ? 30 : 0),
      y: 80 + Math.floor(index / 4) * 330,
      colour: colours[(index * 5) % colours.length] ?? 'yellow',
      text: ideas[index % ideas.length] ?? '',
    })),
  );
}

function fresh(others: readonly Other[]): { board: Board; editor: Editor } {
  const doc = new Y.Doc();
  doc.clientID = 7;
  const board = new Board(doc, seededRandom(11));
  const presence: Presence = {
    others: () => others,
    subscribe: () => () => {},
    showCursor: () => {},
    showHold: () => {},
  };
  const editor = new Editor({
    board,
    env: { ...realEnv, random: seededRandom(5) },
    presence,
    authorOf: () => null,
  });
  return { board, editor };
}
