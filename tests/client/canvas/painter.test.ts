import { beforeEach, describe, expect, it } from 'vitest';
import { Painter } from '../../../client/canvas/painter.ts';
import { setCollapsed } from '../../../shared/board/clusters.ts';
import { moveItems, removeItems, setColour, setText } from '../../../shared/board/verbs.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { aBoard, aWall, idOf } from '../../support/aBoard.ts';
import { FakeContext, plainLook } from '../../support/fakeContext.ts';
import { TestEditor } from '../../support/testEditor.ts';

let hand: TestEditor;
let painter: Painter;
let rest: FakeContext;
let live: FakeContext;

/** A canvas of 800 by 600 over the top left of the board, painted once. */
function open(editor: TestEditor): void {
  hand = editor;
  hand.editor.camera.viewport.set({ w: 800, h: 600 });
  painter = new Painter(hand.editor, plainLook(), 1, () => {});
  rest = new FakeContext();
  live = new FakeContext();
  painter.paintRest(rest.asContext);
  painter.paintLive(live.asContext);
}

/** What a tick would paint now. */
function tick(): { rest: ReturnType<FakeContext['take']>; live: string[] } {
  rest.take();
  live.take();
  if (painter.needsRest) painter.paintRest(rest.asContext);
  if (painter.needsLive) painter.paintLive(live.asContext);
  return { rest: rest.take(), live: live.take().texts };
}

beforeEach(() => {
  const { board } = aBoard()
    .note('one', { x: 0, y: 0 })
    .note('two', { x: 250, y: 0 })
    .note('three', { x: 500, y: 300 })
    .note('far', { x: 5_000, y: 0 });
  open(new TestEditor(board));
});

describe('The painter', () => {
  it('paints what is in view, and nothing else', () => {
    expect(rest.take().texts).toEqual(['one', 'three', 'two']);
  });

  it('paints nothing when nothing changed', () => {
    tick();
    expect([painter.needsRest, painter.needsLive]).toEqual([false, false]);
  });

  it('paints only the place of a note whose words changed', () => {
    setText(hand.board, { id: idOf('two'), text: 'second' });
    const { texts, clips } = tick().rest;
    expect({ texts, clips }).toEqual({ texts: ['second'], clips: [{ x: 237, y: 0, w: 226, h: 213 }] });
  });

  it('paints the old and the new place of a note that somebody moved', () => {
    moveItems(hand.board, { ids: [idOf('three')], by: { x: -500, y: 0 } });
    const { texts, clips } = tick().rest;
    expect({ texts, clips: clips.map(({ x }) => x) }).toEqual({ texts: ['three'], clips: [487, 0] });
  });

  it('paints over what is gone', () => {
    removeItems(hand.board, [idOf('one')]);
    const { texts, clips } = tick().rest;
    expect({ texts, clips: clips.length }).toEqual({ texts: [], clips: 1 });
  });

  it('leaves alone what happens out of view', () => {
    setColour(hand.board, { ids: [idOf('far')], colour: 'pink' });
    expect(tick().rest).toEqual({ texts: [], clips: [], shifts: [] });
  });
});

describe('What moves', () => {
  it('leaves the resting layer once, and from then on only the live layer is painted', () => {
    hand.down(100, 100).move(120, 100);
    const taken = tick();
    hand.move(140, 100);
    const moved = tick();
    expect([taken.rest.clips.length, taken.live, moved.rest.clips.length, moved.live]).toEqual([
      1,
      ['one'],
      0,
      ['one'],
    ]);
  });

  it('comes to rest where it is dropped', () => {
    hand.down(100, 100).move(120, 400);
    tick();
    hand.up();
    const { rest: dropped, live: left } = tick();
    expect([dropped.texts, left, painter.hasLive]).toEqual([['one'], [], false]);
  });

  it('is drawn where the hand of somebody else glides', () => {
    hand.editor.ghosts.setOther(3, { ids: [idOf('two')], by: { x: 100, y: 0 } });
    painter.setNudges(new Map([[idOf('two'), { x: -40, y: 0 }]]));
    painter.paintLive(live.asContext);
    const paper = live.fills.find(({ colour }) => colour === '--note-yellow');
    expect(paper?.box).toEqual({ x: 310, y: 0, w: 200, h: 200 });
  });
});

describe('What is being written', () => {
  it('keeps its paper and gives its words to the text field', () => {
    hand.editor.toolbox.edit(idOf('one'));
    const opened = tick().rest;
    hand.editor.write('one and more', 12);
    const typed = tick().rest;
    hand.editor.toolbox.cancel();
    const closed = tick().rest;
    expect([opened.texts, opened.clips.length, typed.clips.length, closed.texts]).toEqual([
      [],
      1,
      0,
      ['one and more'],
    ]);
  });

  it('lies over notes that cover it', () => {
    moveItems(hand.board, { ids: [idOf('two')], by: { x: -200, y: 50 } });
    hand.editor.toolbox.edit(idOf('one'));
    rest.take();
    painter.paintRest(rest.asContext);
    const papers = rest.fills.filter(({ colour }) => colour === '--note-yellow').map(({ box }) => box.x);
    expect(papers).toEqual([50, 0]);
  });
});

describe('When the view moves', () => {
  it('everything in view is painted again', () => {
    hand.editor.camera.panBy({ x: 300, y: 0 });
    expect(tick().rest).toEqual({ texts: ['three', 'two'], clips: [], shifts: [] });
  });

  it('less than a pixel, nothing is', () => {
    hand.editor.camera.panBy({ x: 0.3, y: 0 });
    expect(painter.needsRest).toBe(false);
  });

  it('over thousands of notes, the old picture is moved and only what it uncovers is painted', () => {
    open(new TestEditor(aWall({ notes: 4_000, clusters: 0, membersEach: 0 })));
    hand.editor.camera.set({ x: 0, y: 0, zoom: 0.05 });
    tick();
    hand.editor.camera.panBy({ x: 10, y: 0 });
    const { clips, shifts } = tick().rest;
    expect({ clips, shifts }).toEqual({
      clips: [{ x: 790, y: 0, w: 10, h: 600 }],
      shifts: [{ x: -10, y: 0 }],
    });
  });

  it('words give way to bars, and bars to plain paper', () => {
    const counts = [0.4, 0.3, 0.1].map((zoom) => {
      hand.editor.camera.set({ x: 0, y: 0, zoom });
      rest.take();
      painter.paintRest(rest.asContext);
      const bars = rest.fills.filter(({ colour }) => colour === '--note-yellow-ink').length;
      return { words: rest.take().texts.length, bars };
    });
    expect(counts).toEqual([
      { words: 3, bars: 0 },
      { words: 0, bars: 3 },
      { words: 0, bars: 0 },
    ]);
  });
});

it('The drop target lights up, and goes dark again', () => {
  const { board } = aBoard().cluster('theme', { x: 0, y: 0 });
  open(new TestEditor(board));
  const fields = [idOf('theme'), null].map((target) => {
    hand.editor.dropTarget.set(target);
    rest.take();
    painter.paintRest(rest.asContext);
    return rest.fills.map(({ colour }) => colour).filter((colour) => !/canvas|dot/.test(colour))[0];
  });
  expect(fields).toEqual(['--accent-soft', '--cluster-grey']);
});

it('A collapsed cluster is its title and its count, and the note that would gather is lit', () => {
  const { board } = aBoard()
    .cluster('theme', { x: 0, y: 0, w: 480, h: 320 })
    .note('inside', { x: 30, y: 60, inside: 'theme' })
    .note('loose', { x: 500, y: 60 });
  open(new TestEditor(board));
  setCollapsed(board, { ids: [idOf('theme')], collapsed: true });
  hand.editor.dropTarget.set(idOf('loose'));
  rest.take();
  painter.paintRest(rest.asContext);
  const lit = rest.fills.filter(({ colour }) => colour === '--accent-soft').length;
  expect([rest.take().texts, lit]).toEqual([['1 notes', 'loose', 'theme'], 1]);
});

it('From farthest away, too, the note that would gather is lit, and a cluster thinner than its line is drawn', () => {
  const { board } = aBoard().cluster('sliver', { x: 0, y: 0, w: 480, h: 8 }).note('loose', { x: 500, y: 60 });
  open(new TestEditor(board));
  hand.editor.dropTarget.set(idOf('loose'));
  const lit = [0.2, 0.1, 0.05].map((zoom) => {
    hand.editor.camera.set({ x: 0, y: 0, zoom });
    rest.take();
    painter.paintRest(rest.asContext);
    return rest.fills.filter(({ colour }) => colour === '--accent-soft').length;
  });
  expect(lit).toEqual([1, 1, 1]);
});

describe('Who wrote a note', () => {
  const ada = { id: 'ada' as ParticipantId, name: 'Ada Lovelace', colour: 1 };

  it('stands on it from near, and not on a note that nobody is known to have written', () => {
    Object.assign(hand.editor, { authorOf: (id: string) => (id === 'two' ? ada : null) });
    hand.editor.authorsChanged.tell(new Set([idOf('two')]));
    const { texts, clips } = tick().rest;
    hand.editor.camera.set({ x: 0, y: 0, zoom: 0.9 });
    expect([texts, clips.length, tick().rest.texts]).toEqual([['AL', 'two'], 1, ['one', 'three', 'two']]);
  });
});
