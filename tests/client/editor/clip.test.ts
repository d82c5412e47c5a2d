import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipOf, clipOfSelection, readClip } from '../../../client/editor/clip.ts';
import { paste } from '../../../client/editor/pasting.ts';
import { limits } from '../../../shared/board/limits.ts';
import { colours } from '../../../shared/items/colour.ts';
import type { NewItem } from '../../../shared/items/item.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { aHand } from '../../support/testEditor.ts';

const eighths = (max: number) => fc.integer({ min: -max * 8, max: max * 8 }).map((n) => n / 8);
const size = fc.integer({ min: limits.sizeMin, max: limits.sizeMax });
const anItem = fc.record({
  kind: fc.constantFrom('note' as const, 'cluster' as const),
  x: eighths(limits.coordinateMax),
  y: eighths(limits.coordinateMax),
  w: size,
  h: size,
  text: fc.string({ unit: 'grapheme', maxLength: 60 }),
  colour: fc.constantFrom(...colours),
});
const someItems = fc
  .array(anItem, { minLength: 1, maxLength: 20 })
  .map((items): NewItem[] =>
    items.map((item, index) => ({ ...item, id: `item${index}` as ItemId, parent: null })),
  );

function ideas() {
  return aBoard()
    .cluster('Fruit', { w: 700, h: 400 })
    .note('Apple\nred', { x: 40, y: 80, inside: 'Fruit', colour: 'pink' })
    .note('Pear & <plum>', { x: 280, y: 80, inside: 'Fruit' })
    .note('Alone', { x: 900, y: 0 });
}

describe('copied items', () => {
  it('come back from the clipboard as they were, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(someItems, async (items) => {
        expect(await readClip(clipOf(items).html)).toEqual(items);
      }),
      { numRuns: 100 },
    );
  });

  it('paste into another program as one line each, a single one as it was written', () => {
    const { editor } = aHand(ideas());
    editor.selection.set([idOf('Fruit')]);
    const several = clipOfSelection(editor);
    editor.selection.set([editor.scene.membersOf(idOf('Fruit'))[0]?.id ?? idOf('Alone')]);
    const one = clipOfSelection(editor);
    expect([several?.text, several?.html.replace(/^<div [^>]*>/, ''), one?.text]).toEqual([
      'Fruit\nApple red\nPear & <plum>',
      '<p>Fruit</p><p>Apple<br style="mso-data-placement:same-cell">red</p><p>Pear &amp; &lt;plum&gt;</p></div>',
      'Apple\nred',
    ]);
  });

  it('keep arrangement and clusters on another board, are selected, and go with one undo', async () => {
    const from = aHand(ideas());
    from.editor.selection.set(['Fruit', 'Alone'].map(idOf));
    const clip = clipOfSelection(from.editor) ?? { text: '', html: '' };
    const to = aHand(aBoard().note('Old', { x: 5_000, y: 5_000 }));
    to.move(600, 300);
    const made = await paste(to.editor, clip);
    const all = to.editor.scene.all().map(({ item }) => item);
    const fruit = all.find(({ text }) => text === 'Fruit');
    const pasted = all.filter(({ text }) => text !== 'Old');
    const selected = to.editor.selection.ids.map((id) => to.board.get(id)?.text);
    to.editor.run('undo');
    expect({
      made,
      arrangement: pasted.map(({ text, x, y, parent, colour }) => [
        text,
        x - (fruit?.x ?? 0),
        y - (fruit?.y ?? 0),
        parent === fruit?.id,
        colour,
      ]),
      fresh: pasted.every(({ id }) => from.board.get(id) === undefined),
      selected,
      left: to.editor.scene.size,
    }).toEqual({
      made: { kind: 'made', count: 4, notes: false },
      arrangement: [
        ['Fruit', 0, 0, false, 'grey'],
        ['Apple\nred', 40, 80, true, 'pink'],
        ['Pear & <plum>', 280, 80, true, 'yellow'],
        ['Alone', 900, 0, false, 'yellow'],
      ],
      fresh: true,
      selected: ['Fruit', 'Alone'],
      left: 1,
    });
  });

  it('pasted twice under a resting hand show side by side', async () => {
    const hand = aHand(ideas());
    hand.editor.selection.set([idOf('Alone')]);
    const clip = clipOfSelection(hand.editor) ?? { text: '', html: '' };
    hand.move(1_000, 600);
    await paste(hand.editor, clip);
    await paste(hand.editor, clip);
    const copies = hand.editor.scene
      .all()
      .filter(({ item }) => item.text === 'Alone' && item.id !== idOf('Alone'));
    expect(copies.map(({ box }) => [box.x, box.y])).toEqual([
      [900, 500],
      [924, 524],
    ]);
  });
});

describe('a hostile clipboard', () => {
  it('is words at most: nothing it hides gets in unread, and nothing throws', async () => {
    const hide = (json: string) => `<div data-wallflower="${btoa(json)}"><p>words</p></div>`;
    const board = (items: unknown) =>
      hide(JSON.stringify({ format: 'wallflower-board', version: 1, title: '', items }));
    const htmls = [
      '<div data-wallflower="',
      '<div data-wallflower="???">',
      '<div data-wallflower="/////w==">',
      hide('{"format":"wallflower-board"}'),
      hide('[1,2'),
      board('no list'),
      board([null, 7, { id: '../..', kind: 'note', x: 0, y: 0 }, { id: 'a', kind: 'script', x: 0, y: 0 }]),
    ];
    const read = await Promise.all(htmls.map(readClip));
    const { editor } = aHand(aBoard());
    await paste(editor, {
      html: board([{ id: 'a', kind: 'note', x: 1e300, y: -5, w: 1e9, text: 'kept', parent: 'a', evil: 1 }]),
      text: 'words',
    });
    const [made] = editor.scene.all();
    expect([read, made?.item.text, made?.item.w, made?.item.parent]).toEqual([
      htmls.map(() => null),
      'kept',
      limits.sizeMax,
      null,
    ]);
  });

  it('of arbitrary HTML never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.base64String(), async (noise, hidden) => {
        expect(await readClip(noise)).toBeNull();
        expect(await readClip(`<i data-wallflower="${hidden}">`)).toBeNull();
      }),
    );
  });
});
