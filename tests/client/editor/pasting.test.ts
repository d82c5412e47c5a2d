import { describe, expect, it } from 'vitest';
import { paste } from '../../../client/editor/pasting.ts';
import { limits } from '../../../shared/board/limits.ts';
import { overlaps } from '../../../shared/lib/geometry.ts';
import { aBoard } from '../../support/aBoard.ts';
import { aHand } from '../../support/testEditor.ts';

const words = (text: string, html = '') => ({ text, html });

describe('text pasted on the wall', () => {
  it('becomes a note a line, selected, covering nothing, undone in one step', async () => {
    const { editor } = aHand(aBoard());
    await paste(editor, words('first'));
    const made = await paste(editor, words('- apples\n- pears\n\n- plums'));
    const all = editor.scene.all();
    const texts = all.map(({ item }) => item.text);
    const clashes = all.filter((a) => all.some((b) => a !== b && overlaps(a.box, b.box)));
    const selected = editor.selection.size;
    editor.run('undo');
    expect([made, texts, clashes, selected, editor.scene.size]).toEqual([
      { kind: 'made', count: 3, notes: true },
      ['first', 'apples', 'pears', 'plums'],
      [],
      3,
      1,
    ]);
  });

  it('is not taken where it is a file, where it is empty, or where nobody may write', async () => {
    const { editor } = aHand(aBoard());
    const many = await paste(editor, words('idea\n'.repeat(201)));
    const none = await paste(editor, words(' \n\n '));
    editor.readOnly.set(true);
    const forbidden = await paste(editor, words('idea'));
    expect([many.kind, none.kind, forbidden.kind, editor.scene.size]).toEqual([
      'tooMany',
      'nothing',
      'nothing',
      0,
    ]);
  });

  it('from a spreadsheet becomes a note a cell, in its rows and columns', async () => {
    const { editor } = aHand(aBoard());
    await paste(editor, words('Monday\tTuesday\r\nswim\t\r\n"two\nlines"\trun\r\n', '<table></table>'));
    const all = editor.scene.all().map(({ item }) => item);
    const first = all[0];
    expect(all.map(({ text, x, y }) => [text, x - (first?.x ?? 0), y - (first?.y ?? 0)])).toEqual([
      ['Monday', 0, 0],
      ['Tuesday', 216, 0],
      ['swim', 0, 216],
      ['two\nlines', 0, 432],
      ['run', 216, 432],
    ]);
  });

  it('from one column of a spreadsheet keeps the line breaks inside its cells', async () => {
    const { editor } = aHand(aBoard());
    await paste(editor, words('one\n"two\nthree"\n', '<html><table><tr><td>one</td></tr></table></html>'));
    expect(editor.scene.all().map(({ item }) => item.text)).toEqual(['one', 'two\nthree']);
  });

  it('from one column of a spreadsheet keeps what looks like a bullet in a list', async () => {
    const { editor } = aHand(aBoard());
    const html = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>';
    await paste(editor, words('1. Mai\r\n3. Oktober\r\n- minus\r\n', html));
    expect(editor.scene.all().map(({ item }) => item.text)).toEqual(['1. Mai', '3. Oktober', '- minus']);
  });

  it('that only begins with tabs is a list, not a table', async () => {
    const { editor } = aHand(aBoard());
    await paste(editor, words('\t• apples\n\t• pears'));
    expect(editor.scene.all().map(({ item }) => item.text)).toEqual(['apples', 'pears']);
  });

  it('lands round the hand that pasted, and in the cluster that is under it', async () => {
    const hand = aHand(aBoard().cluster('box', { w: 900, h: 900 }));
    hand.move(450, 450);
    await paste(hand.editor, words('here'));
    const note = hand.editor.scene.all().find(({ item }) => item.kind === 'note')?.item;
    expect([note?.x, note?.y, note?.parent]).toEqual([350, 350, 'box']);
  });

  it('is refused whole where the board has no room for it, and says how much there is', async () => {
    const { editor } = aHand(aBoard());
    Object.defineProperty(editor.board.items, 'size', { value: limits.itemsMax - 1 });
    expect([await paste(editor, words('one\ntwo')), editor.scene.size]).toEqual([
      { kind: 'full', count: 2, room: 1 },
      0,
    ]);
  });
});
