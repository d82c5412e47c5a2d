// Bottom right: how large, and the ways back to seeing everything.

import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/cx.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { ActionButton } from './ActionButton.tsx';
import { onEditorFrame, stateOfActions, useEditorTick } from './useEditorTick.ts';
import styles from './ZoomCorner.module.css';

const shown = (editor: Editor) => stateOfActions(editor, ['zoom.in', 'zoom.out', 'zoom.fit']);

export function ZoomCorner({ editor }: { readonly editor: Editor }) {
  // The first note, by whomever, gives these something to show.
  useEditorTick(editor, shown);
  const [percent, setPercent] = useState(() => percentOf(editor));
  // Panning changes nothing here: the same number draws nothing again.
  useEffect(() => onEditorFrame(editor, () => setPercent(percentOf(editor)), true), [editor]);
  return (
    <Card className={styles.corner} role="group" aria-label={t('board.zoom')}>
      <ActionButton editor={editor} id="zoom.out" icon={<Minus />} side="top" className={cx(styles.wide)} />
      <Tooltip text={t('action.zoom.100')} keys="0" side="top">
        <button
          type="button"
          className={cx(styles.percent, styles.wide)}
          onClick={() => editor.run('zoom.100')}
        >
          {t('board.zoomPercent', { percent })}
        </button>
      </Tooltip>
      <ActionButton editor={editor} id="zoom.in" icon={<Plus />} side="top" className={cx(styles.wide)} />
      <ActionButton editor={editor} id="zoom.fit" icon={<Maximize />} side="top" />
    </Card>
  );
}

function percentOf(editor: Editor): number {
  return Math.round(editor.camera.zoom * 100);
}
