// A small bar above what is selected: colours, gathering, taking apart, deleting. Follows the camera outside of React.

import { Copy, SquareDashed, Trash2, Ungroup } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Colour, colours } from '../../../shared/items/colour.ts';
import { clamp, unionAll } from '../../../shared/lib/geometry.ts';
import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/cx.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { ActionButton } from './ActionButton.tsx';
import styles from './SelectionBar.module.css';
import { onEditorFrame } from './useEditorTick.ts';

const gapPx = 14;
/** Kept free for the corners at the top and the tools at the bottom. */
const marginPx = { top: 76, side: 8, bottom: 128 };

export function SelectionBar({ editor }: { readonly editor: Editor }) {
  const bar = useRef<HTMLDivElement>(null);
  const [, setTick] = useState(0);
  useEffect(() => {
    const place = () => placeBar(editor, bar.current);
    const stops = [
      onEditorFrame(editor, () => {
        setTick((tick) => tick + 1);
        place();
      }),
      onEditorFrame(editor, place, true),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);
  // After React has drawn it, its size is known.
  useEffect(() => placeBar(editor, bar.current));

  const { tool, name } = editor.toolbox.state.get();
  const isAtRest = tool === 'select' && name === 'idle';
  if (!isAtRest || editor.selection.size === 0 || editor.readOnly.get()) return null;
  return (
    <Card ref={bar} className={styles.bar} role="toolbar" aria-label={t('board.selection')}>
      <Colours editor={editor} />
      <span className={styles.rule} aria-hidden="true" />
      <ActionButton editor={editor} id="cluster.make" icon={<SquareDashed />} side="top" />
      {editor.actions.get('cluster.dissolve')?.enabled(editor) && (
        <ActionButton editor={editor} id="cluster.dissolve" icon={<Ungroup />} side="top" />
      )}
      <ActionButton editor={editor} id="duplicate" icon={<Copy />} side="top" className={cx(styles.spare)} />
      <ActionButton editor={editor} id="delete" icon={<Trash2 />} side="top" tone="danger" />
    </Card>
  );
}

function Colours({ editor }: { readonly editor: Editor }) {
  const used = new Set(editor.selection.ids.map((id) => editor.scene.get(id)?.item.colour));
  return (
    <fieldset className={styles.colours} aria-label={t('board.colours')}>
      {colours.map((colour) => (
        <Swatch key={colour} editor={editor} colour={colour} isOn={used.size === 1 && used.has(colour)} />
      ))}
    </fieldset>
  );
}

interface SwatchProps {
  readonly editor: Editor;
  readonly colour: Colour;
  readonly isOn: boolean;
}

function Swatch({ editor, colour, isOn }: SwatchProps) {
  const action = editor.actions.get(`colour.${colour}`);
  if (action === undefined) return null;
  return (
    <Tooltip text={t(action.label)} side="top">
      <button
        type="button"
        className={cx(styles.swatch, isOn && styles.on)}
        aria-label={t(action.label)}
        aria-pressed={isOn}
        onClick={() => editor.run(action.id)}
      >
        <span style={{ background: `var(--note-${colour})` }} />
      </button>
    </Tooltip>
  );
}

function placeBar(editor: Editor, bar: HTMLElement | null): void {
  if (bar === null) return;
  const boxes = editor.scene.inOrder(editor.selection.ids).map((drawable) => drawable.box);
  const around = unionAll(boxes);
  if (around === null) return;
  const on = editor.camera.boxToScreen(around);
  const { w, h } = editor.camera.viewport.get();
  const width = bar.offsetWidth;
  const height = bar.offsetHeight;
  const sideMax = Math.max(marginPx.side, w - width - marginPx.side);
  const x = clamp(on.x + on.w / 2 - width / 2, marginPx.side, sideMax);
  const above = on.y - height - gapPx;
  const lowest = Math.max(marginPx.top, h - height - marginPx.bottom);
  // Above the selection; below it where there is no room; inside the view in any case.
  const wanted = above >= marginPx.top ? above : on.y + on.h + gapPx;
  const y = clamp(wanted, marginPx.top, lowest);
  const isOutOfView = on.x > w || on.y > h || on.x + on.w < 0 || on.y + on.h < 0;
  bar.style.visibility = isOutOfView ? 'hidden' : '';
  bar.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
