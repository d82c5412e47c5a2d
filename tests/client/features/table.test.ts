// What cells of the table do to the board: one step of undo, locked ideas left alone, clusters found by their names.

import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../client/features/table/ideaEdits.ts';
import { limits } from '../../../shared/board/limits.ts';
import { setLocked } from '../../../shared/board/verbs.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { TestEditor } from '../../support/testEditor.ts';

const words = { colourName: (colour: string) => (colour === 'teal' ? 'Türkis' : colour), compare: () => 0 };

function aTable() {
  const builder = aBoard()
    .cluster('Green', { x: 0, y: 0 })
    .note('a', { inside: 'Green', x: 24, y: 80 })
    .note('b', { x: 2000, y: 0 })
    .note('c', { x: 2400, y: 0 });
  const { editor } = new TestEditor(builder.board);
  const told = () =>
    [...editor.board.items.values()]
      .filter((item) => item.kind === 'note' && !item.deleted)
      .map(({ id, text, colour }) => {
        const cluster = editor.scene.clusterOf(id);
        return `${text} ${colour} ${cluster === null ? '-' : editor.board.get(cluster)?.text}`;
      })
      .sort();
  return { editor, told };
}

describe('a change of cells', () => {
  it('writes, paints, moves and makes ideas in one step, and undo takes all of it back', () => {
    const { editor, told } = aTable();
    const before = told();
    const applied = applyChange(
      editor,
      {
        edits: [
          { id: idOf('a'), column: 'text', text: 'A' },
          { id: idOf('a'), column: 'cluster', text: '' },
          { id: idOf('b'), column: 'colour', text: 'türkis' },
          { id: idOf('b'), column: 'cluster', text: ' green ' },
          { id: idOf('c'), column: 'colour', text: 'plaid' },
        ],
        added: [
          { text: 'd', cluster: 'Fresh', colour: '#FCF281' },
          { text: 'e', cluster: 'Fresh' },
        ],
      },
      words,
    );
    expect([applied?.changed, applied?.made.length, applied?.refused]).toEqual([4, 2, 1]);
    expect(told()).toEqual(['A yellow -', 'b teal Green', 'c yellow -', 'd yellow Fresh', 'e yellow Fresh']);
    editor.run('undo');
    expect(told()).toEqual(before);
    editor.run('redo');
    expect(told()).toContain('e yellow Fresh');
  });

  it('leaves locked ideas alone and says so; writes nothing while nobody may write', () => {
    const { editor, told } = aTable();
    setLocked(editor.board, { ids: [idOf('a')], locked: true });
    const edits = [
      { id: idOf('a'), column: 'text', text: 'x' } as const,
      { id: idOf('b'), column: 'text', text: 'y' } as const,
    ];
    expect(applyChange(editor, { edits }, words)).toEqual({ changed: 1, made: [], refused: 1 });
    editor.readOnly.set(true);
    expect(applyChange(editor, { edits }, words)).toBeNull();
    expect(told()).toEqual(['a yellow Green', 'c yellow -', 'y yellow -']);
  });

  it('of hundreds of long texts is one step in updates that are small enough', () => {
    const { editor } = aTable();
    const sizes: number[] = [];
    editor.board.doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    const added = Array.from({ length: 300 }, (_, index) => ({ text: `${index} ${'wörter '.repeat(400)}` }));
    expect(applyChange(editor, { edits: [], added }, words)?.made).toHaveLength(300);
    expect(Math.max(...sizes)).toBeLessThan(limits.updateBytesMax);
    editor.run('undo');
    expect([...editor.board.items.values()].filter((item) => !item.deleted)).toHaveLength(4);
  });
});
