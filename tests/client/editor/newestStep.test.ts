// The news that offers to take the last step back.

import { describe, expect, it } from 'vitest';
import { whileNewest } from '../../../client/editor/newestStep.ts';
import { aBoard } from '../../support/aBoard.ts';
import { aHand } from '../../support/testEditor.ts';

describe('an offer to take a step back', () => {
  it('goes with the next step or with undo, once, and not because something else is selected', () => {
    const ada = aHand(aBoard().note('a', { x: 0, y: 0 }));
    const told: string[] = [];
    const { editor } = ada;
    editor.run('selectAll');
    editor.run('nudge.left');
    whileNewest(editor.undo, () => told.push('after another step'));
    editor.selection.clear();
    told.push('nothing yet');
    editor.run('selectAll');
    editor.run('nudge.right');
    editor.run('nudge.right');
    whileNewest(editor.undo, () => told.push('after undo'));
    editor.run('undo');
    expect(told).toEqual(['nothing yet', 'after another step', 'after undo']);
  });
});
