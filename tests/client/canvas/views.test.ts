import { expect, it } from 'vitest';
import { detailAt } from '../../../client/canvas/detail.ts';
import { FrameView } from '../../../client/canvas/frameView.ts';
import { nameRows } from '../../../client/canvas/nameRows.ts';
import { caretSpot, nudgesOf } from '../../../client/canvas/others.ts';
import { titlePlace } from '../../../client/canvas/views/cluster.ts';
import type { Other } from '../../../client/editor/ports.ts';
import { liftOf } from '../../../shared/lettering/notePaper.ts';
import { shorten, titleLines } from '../../../shared/lettering/titleLines.ts';
import { WordWidths } from '../../../shared/lettering/wordWidths.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { emptyHold } from '../../../shared/protocol/presence.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { halfEm, plainLook } from '../../support/fakeContext.ts';

it('Detail goes step by step as the zoom falls', () => {
  expect([4, 1, 0.5, 0.49, 0.35, 0.34, 0.14, 0.13, 0.05].map(detailAt)).toEqual([
    'full',
    'full',
    'full',
    'text',
    'text',
    'bars',
    'bars',
    'plain',
    'plain',
  ]);
});

it('A title keeps 13 pixels at least at every zoom, and grows with the board beyond', () => {
  const box = { x: 0, y: 0, w: 480, h: 320 };
  const item = { locked: false, collapsed: false };
  expect([2, 1, 0.5, 0.1].map((zoom) => Math.round(titlePlace({ box, item }, zoom).size * zoom))).toEqual([
    44, 22, 13, 13,
  ]);
});

it('A title too long ends in an ellipsis, and never in half an emoji', () => {
  const widths = new WordWidths(halfEm);
  expect([
    shorten('Start  earlier', 20, widths),
    shorten('Start earlier', 3.5, widths),
    shorten('👩‍👩‍👧‍👦👍🏽x', 1, widths),
  ]).toEqual(['Start earlier', 'Start…', '👩‍👩‍👧‍👦…']);
});

it('A title seen from afar takes a second line before it takes an ellipsis, and the count goes with the last', () => {
  const widths = new WordWidths(halfEm);
  const lines = (text: string, most: 1 | 2) => titleLines(text, { full: 4, last: 3 }, most, widths);
  expect([
    lines('Homes', 2),
    lines('Homes people', 2),
    lines('Homes people want', 2),
    lines('We see', 2),
    lines('Homesteading', 2),
    lines('Homes people', 1),
  ]).toEqual([['Homes'], ['Homes', 'people'], ['Homes', 'peopl…'], ['We see'], ['Homes…'], ['Homes…']]);
});

it('Every note has a lift of its own, the same everywhere', () => {
  const lifts = ['a', 'b', 'someNote1', 'someNote2'].map(liftOf);
  expect({
    again: ['a', 'b', 'someNote1', 'someNote2'].map(liftOf),
    inRange: lifts.every((l) => l >= 2 && l <= 6),
  }).toEqual({
    again: lifts,
    inRange: true,
  });
});

it('Edges lie on whole device pixels wherever the camera stands', () => {
  const view = new FrameView({ x: 10.37, y: -3.21, zoom: 0.73 }, { w: 800, h: 600 }, 2);
  const device = view.toDevice({ x: view.snapX(123.4), y: view.snapY(56.7) });
  const off = Math.abs(device.x - Math.round(device.x)) + Math.abs(device.y - Math.round(device.y));
  expect(off).toBeLessThan(1e-6);
});

it("Another's caret stands where they write, from the right in a text that runs from there", () => {
  const { board } = aBoard().note('one two', { x: 0, y: 0 }).note('שלום לך', { x: 300, y: 0 });
  const { texts } = plainLook();
  const spots = [...board.items.values()].map((item) => {
    const { x, y } = caretSpot({ item, box: item }, 3, texts);
    return { x: Math.round(x), y: Math.round(y) };
  });
  expect(spots).toEqual([
    { x: 93, y: 85 },
    { x: 407, y: 85 },
  ]);
});

it('What others drag is drawn as far behind as their pointer', () => {
  const other = (slot: number, dragging: string[]): Other => ({
    slot,
    person: { id: 'p' as ParticipantId, name: 'P', colour: 0 },
    cursor: { at: null, drag: null },
    hold: { ...emptyHold, dragging: dragging.map(idOf) },
  });
  const lag = (slot: number) => (slot === 1 ? { x: 5, y: 0 } : null);
  expect([...nudgesOf([other(1, ['a', 'b']), other(2, ['c']), other(3, [])], lag)]).toEqual([
    ['a', { x: 5, y: 0 }],
    ['b', { x: 5, y: 0 }],
  ]);
});

it('Names of pointers in one place stand below one another; those apart stay where they are', () => {
  const plates = [
    { x: 100, y: 100, w: 50 },
    { x: 104, y: 102, w: 60 },
    { x: 130, y: 105, w: 50 },
    { x: 151, y: 100, w: 50 },
    { x: 100, y: 300, w: 50 },
  ];
  expect(nameRows(plates)).toEqual([0, 1, 2, 0, 0]);
});
