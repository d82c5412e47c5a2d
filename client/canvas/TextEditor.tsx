// The text field over the item that is being written: same font, size, place and wrapping as painted, so that nothing jumps.
// Writes through the editor with every input; what others write into the same text arrives without moving my caret.

import { type CSSProperties, useLayoutEffect, useReducer, useRef, useSyncExternalStore } from 'react';
import { limits } from '../../shared/board/limits.ts';
import type { TextLayout } from '../../shared/lettering/fitText.ts';
import { noteTextBox } from '../../shared/lettering/notePaper.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Editor } from '../editor/editor.ts';
import type { Drawable } from '../scene/scene.ts';
import { t } from '../text/catalogue.ts';
import styles from './canvas.module.css';
import { fieldAttribute } from './canvasEvents.ts';
import type { Drawing } from './drawing.ts';
import { type FieldPlace, FieldText } from './fieldText.ts';
import { heightFor } from './growth.ts';
import { caretSpot } from './others.ts';
import type { Look } from './paintItems.ts';
import { titlePlace, titleWeight } from './views/cluster.ts';

export interface TextEditorProps {
  readonly editor: Editor;
  readonly drawing: Drawing;
}

export function TextEditor({ editor, drawing }: TextEditorProps) {
  const id = useSyncExternalStore(editor.editing.subscribe, editor.editing.get);
  const drawable = useDrawable(editor, id);
  if (id === null || drawable === undefined) return null;
  return <Field key={id} editor={editor} drawing={drawing} drawable={drawable} />;
}

function Field({ editor, drawing, drawable }: TextEditorProps & { drawable: Drawable }) {
  const element = useRef<HTMLTextAreaElement>(null);
  const view = useSyncExternalStore(editor.camera.view.subscribe, editor.camera.view.get);
  const look = useSyncExternalStore(drawing.look.subscribe, drawing.look.get);
  const measured = useRef<Measured | null>(null);
  const { id, item } = drawable;
  const isNote = item.kind !== 'cluster';

  useLayoutEffect(() => {
    const field = element.current;
    if (field === null) return;
    const text = new FieldText(field, editor, id, placeOf(editor, drawing, id));
    field.focus({ preventScroll: true });
    return () => text.close();
  }, [editor, drawing, id]);

  const place = isNote ? notePlace(drawable, look) : titleStyle(drawable, look, view.zoom);
  useLayoutEffect(() => {
    const field = element.current;
    if (field === null || !isNote) return;
    const layout = look.texts.layoutOf(item, drawable.box);
    const roomH = noteTextBox(drawable.box).h;
    // The browser is asked for a layout only when there is something new to measure, not while the view glides.
    const known = measured.current;
    if (known?.layout !== layout || known.text !== field.value)
      measured.current = { layout, text: field.value, h: measure(field, layout, roomH) };
    const h = measured.current?.h ?? roomH;
    // A margin is outside of the transform: screen pixels.
    field.style.marginBlockStart = `${((roomH - h) / 2) * view.zoom}px`;
  });

  const left = (place.x - view.x) * view.zoom;
  const top = (place.y - view.y) * view.zoom;
  return (
    <textarea
      ref={element}
      {...{ [fieldAttribute]: '' }}
      className={`${styles.field} ${isNote ? styles.note : styles.title}`}
      style={{ ...place.style, transform: `translate(${left}px, ${top}px) scale(${view.zoom})` }}
      aria-label={isNote ? t('canvas.noteText') : t('canvas.clusterTitle')}
      placeholder={isNote ? t('canvas.notePlaceholder') : t('canvas.untitledCluster')}
      maxLength={isNote ? limits.textCharsMax : limits.titleCharsMax}
      rows={1}
      dir={place.direction}
      spellCheck
      autoComplete="off"
      // In a note it breaks the line: a key that says "done" would lie.
      enterKeyHint={isNote ? 'enter' : 'done'}
    />
  );
}

/** The item under the field, as the field asks for it between two renderings. */
function placeOf(editor: Editor, drawing: Drawing, id: ItemId): FieldPlace {
  const now = () => editor.scene.get(id);
  const base = now()?.item.h ?? 0;
  const isNote = now()?.item.kind !== 'cluster';
  return {
    isNote,
    caretBox(caret) {
      const drawable = now();
      if (drawable === undefined) return { x: 0, y: 0, w: 0, h: 0 };
      if (!isNote) return editor.camera.boxToScreen(titlePlace(drawable, editor.camera.zoom).band);
      return editor.camera.boxToScreen({ ...caretSpot(drawable, caret, drawing.look.get().texts), w: 0 });
    },
    fit(caret) {
      const drawable = now();
      if (!isNote || drawable === undefined) return;
      const { texts } = drawing.look.get();
      editor.setHeight(heightFor(drawable.item, base, texts));
      editor.glide.reveal({ ...caretSpot(now() ?? drawable, caret, texts), w: 0 });
    },
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly direction: 'ltr' | 'rtl' | 'auto';
  readonly style: CSSProperties;
}

/** In board units: the field is laid out as the note is and scaled as a whole, so lines break alike at every zoom. */
function notePlace(drawable: Drawable, { texts, theme }: Look): Place {
  const layout = texts.layoutOf(drawable.item, drawable.box);
  const room = noteTextBox(drawable.box);
  const { list } = layout;
  const left = list?.left ?? 0;
  return {
    x: room.x,
    y: room.y,
    // The bullets of a list stand on one side; elsewhere each line goes its own way.
    direction: list === null ? 'auto' : layout.direction,
    style: {
      inlineSize: room.w - (list?.hang ?? 0),
      paddingInlineStart: left,
      textAlign: list === null ? 'center' : 'start',
      maxBlockSize: room.h,
      font: `400 ${layout.size}px/${layout.lineHeight}px ${theme.noteFont}`,
      color: theme.notes[drawable.item.colour].ink,
      caretColor: theme.notes[drawable.item.colour].ink,
      overflowY: layout.cut ? 'auto' : 'hidden',
    },
  };
}

function titleStyle(drawable: Drawable, { theme }: Look, zoom: number): Place {
  const { band, text, size } = titlePlace(drawable, zoom);
  const height = Math.min(band.h, Math.max(56, size * 2));
  return {
    x: text.x,
    y: band.y,
    direction: 'auto',
    style: {
      inlineSize: text.w,
      blockSize: height,
      font: `${titleWeight} ${size}px/${height}px ${theme.noteFont}`,
      color: theme.clusters[drawable.item.colour].ink,
      caretColor: theme.clusters[drawable.item.colour].ink,
    },
  };
}

/** How tall the field stands with these words: kept, because measuring makes the browser lay out the page. */
interface Measured {
  readonly layout: TextLayout;
  readonly text: string;
  readonly h: number;
}

/** As tall as its words, so that it can stand in the middle of the room for them, as the painter places them. */
function measure(field: HTMLTextAreaElement, layout: TextLayout, roomH: number): number {
  const wanted = Math.min(roomH, Math.max(1, layout.lines.length) * layout.lineHeight);
  field.style.blockSize = `${wanted}px`;
  // A browser that breaks lines elsewhere after all needs more; then its own measure holds.
  const h = Math.min(roomH, Math.max(wanted, field.scrollHeight));
  if (h !== wanted) field.style.blockSize = `${h}px`;
  return h;
}

function useDrawable(editor: Editor, id: ItemId | null): Drawable | undefined {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(
    () =>
      editor.scene.observe((change) => {
        if (id !== null && (change.changed.has(id) || change.removed.has(id))) again();
      }),
    [editor, id],
  );
  return id === null ? undefined : editor.scene.get(id);
}
