import { describe, expect, it } from 'vitest';
import { pasteIdeas } from '../../../client/app/pasteIdeas.ts';
import { overlaps } from '../../../shared/lib/geometry.ts';
import { aBoard } from '../../support/aBoard.ts';
import { aHand } from '../../support/testEditor.ts';

describe('text pasted on the wall', () => {
  it('becomes a note a line, selected, covering nothing, undone in one step', async () => {
    const { editor } = aHand(aBoard());
    await pasteIdeas(editor, 'first');
    const made = await pasteIdeas(editor, '- apples\n- pears\n\n- plums');
    const boxes = [...editor.scene.search(editor.scene.bounds() ?? { x: 0, y: 0, w: 0, h: 0 })];
    const texts = boxes.map(({ item }) => item.text);
    const clashes = boxes.filter((a) => boxes.some((b) => a !== b && overlaps(a.box, b.box)));
    const selected = editor.selection.size;
    editor.run('undo');
    expect([made, texts, clashes, selected, editor.scene.size]).toEqual([
      3,
      ['first', 'apples', 'pears', 'plums'],
      [],
      3,
      1,
    ]);
  });

  it('is not taken where it is a file, where it is empty, or where nobody may write', async () => {
    const { editor } = aHand(aBoard());
    const many = await pasteIdeas(editor, 'idea\n'.repeat(201));
    const none = await pasteIdeas(editor, ' \n\n ');
    editor.readOnly.set(true);
    const forbidden = await pasteIdeas(editor, 'idea');
    expect([many, none, forbidden, editor.scene.size]).toEqual([null, 0, 0, 0]);
  });
});
