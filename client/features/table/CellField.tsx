// The field in which a cell is written: words with all their lines, a cluster by its name or a new one, a colour.

import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useRef } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import { colours } from '../../../shared/items/colour.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import type { ColumnWords } from '../../lists/ideaColumns.ts';
import { t } from '../../text/tableWords.ts';
import { CellWriting } from './cellWriting.ts';
import styles from './Table.module.css';
import type { Editing, Ending, Way } from './useEditing.ts';

type Field = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

export interface CellFieldProps {
  readonly editor: Editor;
  readonly editing: Editing;
  readonly titles: readonly string[];
  readonly words: ColumnWords;
  readonly onDone: (how: Ending, text: string, way: Way) => void;
  /** Somebody deleted what is written in. */
  readonly onGone: () => void;
}

export function CellField(props: CellFieldProps) {
  const { editor, editing, onDone, onGone } = props;
  const field = useRef<Field>(null);
  const writing = useRef<CellWriting | null>(null);
  const isDone = useRef(false);
  const isPicking = useRef(false);
  const gone = useRef(onGone);
  gone.current = onGone;

  function finish(how: Ending, way: Way): void {
    if (isDone.current) return;
    isDone.current = true;
    writing.current?.close(how !== 'takenBack');
    onDone(how, field.current?.value ?? '', way);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a field is opened once, for one cell.
  useLayoutEffect(() => {
    const { current } = field;
    if (current === null) return;
    current.focus({ preventScroll: true });
    isDone.current = false;
    if (current instanceof HTMLTextAreaElement && editing.id !== null)
      writing.current = new CellWriting(editor, editing.id, current, editing.anew);
    isPicking.current = current instanceof HTMLSelectElement && picks(current);
    if (current instanceof HTMLInputElement && !editing.anew) current.select();
    grow(current);
    const stop = watchGone(editor, editing.id, () => {
      isDone.current = true;
      gone.current();
    });
    return () => {
      stop();
      writing.current?.close(true);
      writing.current = null;
    };
  }, [editor]);

  function hearKey(event: KeyboardEvent<Field>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { key, shiftKey, altKey } = event;
    const mod = event.ctrlKey || event.metaKey;
    const isText = editing.name === 'text';
    if (key === 'Enter' && isText && (shiftKey || altKey || mod)) {
      event.preventDefault();
      insertLine(field.current);
    } else if (key === 'Enter') stopWith(event, () => finish('kept', shiftKey ? 'above' : 'below'));
    else if (key === 'Tab') stopWith(event, () => finish('kept', shiftKey ? 'before' : 'next'));
    else if (key === 'Escape') stopWith(event, () => finish('takenBack', null));
    else if (mod && key.toLowerCase() === 'z' && writing.current !== null)
      stopWith(event, () => writing.current?.back(shiftKey ? 'redo' : 'undo'));
    else if (mod && key.toLowerCase() === 'y' && writing.current !== null)
      stopWith(event, () => writing.current?.back('redo'));
  }
  const shared = {
    className: styles.field,
    onKeyDown: hearKey,
    onBlur: () => {
      // Another window taking the focus does not end the writing.
      if (document.hasFocus()) finish('kept', null);
    },
  };
  return (
    <OneField
      {...props}
      shared={shared}
      fieldRef={field}
      onPicked={() => isPicking.current && finish('kept', null)}
    />
  );
}

interface OneFieldProps extends CellFieldProps {
  readonly shared: object;
  readonly fieldRef: Ref<Field>;
  readonly onPicked: () => void;
}

function OneField({ editing, titles, words, shared, fieldRef, onPicked }: OneFieldProps) {
  const list = useId();
  const row = editing.row + 1;
  switch (editing.name) {
    case 'text':
      return (
        <textarea
          {...shared}
          ref={fieldRef as Ref<HTMLTextAreaElement>}
          aria-label={t('table.editText', { row })}
          maxLength={limits.textCharsMax}
          rows={1}
          dir="auto"
          autoComplete="off"
          defaultValue=""
          onInput={(event) => grow(event.currentTarget)}
        />
      );
    case 'cluster':
      return (
        <>
          <input
            {...shared}
            ref={fieldRef as Ref<HTMLInputElement>}
            aria-label={t('table.editCluster', { row })}
            list={list}
            maxLength={limits.titleCharsMax}
            dir="auto"
            autoComplete="off"
            defaultValue={editing.anew ? '' : editing.before}
          />
          <datalist id={list}>
            {titles.map((title) => (
              <option key={title} value={title} />
            ))}
          </datalist>
        </>
      );
    case 'colour':
      return (
        <select
          {...shared}
          ref={fieldRef as Ref<HTMLSelectElement>}
          aria-label={t('table.editColour', { row })}
          defaultValue={editing.before}
          onChange={onPicked}
        >
          {colours.map((colour) => (
            <option key={colour} value={colour}>
              {words.colourName(colour)}
            </option>
          ))}
        </select>
      );
  }
}

function stopWith(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  run();
}

function watchGone(editor: Editor, id: ItemId | null, onGone: () => void): () => void {
  if (id === null) return () => {};
  return editor.board.observe(({ ids }) => {
    if (ids.has(id) && editor.board.get(id)?.deleted !== false) onGone();
  });
}

/** False where the browser does not open the choices by itself; then keys choose and Enter takes. */
function picks(field: HTMLSelectElement): boolean {
  try {
    field.showPicker();
    return true;
  } catch {
    return false;
  }
}

function insertLine(field: Field | null): void {
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** As tall as its words, up to what the style allows. */
function grow(field: Field): void {
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}
