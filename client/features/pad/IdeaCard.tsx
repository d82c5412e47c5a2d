// One idea: a field as high as its words, and what can be done with it.

import { Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import { chordOf } from '../../editor/keys.ts';
import { t } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toast } from '../../ui/Toast.tsx';
import heldStyles from './Held.module.css';
import { CutNotice, HeldActions } from './HeldIdea.tsx';
import type { IdeaListProps } from './IdeaList.tsx';
import styles from './Pad.module.css';
import { PasteQuestion } from './PasteQuestion.tsx';
import { isFromBefore } from './padView.ts';
import { useLiveText } from './useLiveText.ts';
import { usePastedLines } from './usePastedLines.ts';
import type { Row } from './writing.ts';

export interface IdeaCardProps extends IdeaListProps {
  readonly row: Row;
  readonly label: string;
  readonly placeholder: string;
  readonly field: (element: HTMLTextAreaElement | null) => void;
}

export function IdeaCard({ view, pad, writing, row, label, placeholder, field }: IdeaCardProps) {
  const own = useRef<HTMLTextAreaElement | null>(null);
  const { draft, id } = row;
  useLiveText(own, row.text);
  const paste = usePastedLines(own);
  const remove = () => {
    const putBack = writing.remove(id);
    if (putBack) toast({ text: t('pad.deleted'), action: { label: t('pad.undo'), run: putBack } });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing) return;
    const chord = chordOf({
      key: event.key,
      code: event.code,
      modifiers: { shift: event.shiftKey, alt: event.altKey, mod: event.ctrlKey || event.metaKey },
    });
    const isUsed = paste.question?.key(chord, take) === true || act(chord, event.currentTarget);
    if (isUsed) event.preventDefault();
  };
  const act = (chord: string, element: HTMLTextAreaElement): boolean => {
    switch (chord) {
      case 'enter':
        writing.next(id);
        return true;
      case 'backspace':
        return element.value === '' && writing.back(id);
      case 'up':
        return isAtTop(element) && writing.step(id, -1);
      case 'down':
        return isAtBottom(element) && writing.step(id, 1);
      case 'mod+z':
        writing.undo();
        return true;
      case 'mod+shift+z':
      case 'mod+y':
        writing.undo('redo');
        return true;
      default:
        return false;
    }
  };
  const take = (each: boolean) => {
    const element = own.current;
    const lines = paste.answer();
    if (!each || element === null || lines === null) return;
    writing.split(id, lines.first, lines.others);
  };
  return (
    <li className={cx(styles.idea, draft === null && styles.blank)}>
      <div className={styles.paper}>
        <textarea
          ref={(element) => {
            own.current = element;
            field(element);
          }}
          className={styles.field}
          dir="auto"
          rows={1}
          maxLength={limits.textCharsMax}
          enterKeyHint="next"
          aria-label={label}
          placeholder={draft === null ? placeholder : undefined}
          onInput={({ currentTarget }) => {
            writing.write(id, currentTarget.value, currentTarget.selectionEnd);
            paste.written();
          }}
          onPaste={paste.onPaste}
          onKeyDown={onKeyDown}
          onSelect={({ currentTarget }) => writing.moved(id, currentTarget.selectionEnd)}
          onFocus={({ currentTarget }) => writing.entered(id, currentTarget.selectionEnd)}
          onBlur={() => document.hasFocus() && writing.left(id)}
        />
        {draft !== null && (
          <IconButton
            className={styles.delete}
            label={t('pad.delete')}
            icon={<Trash2 />}
            tooltip={false}
            onClick={remove}
          />
        )}
      </div>
      {paste.question !== null && <PasteQuestion question={paste.question} onTake={take} />}
      {draft !== null && draft.cutFrom !== null && <CutNotice board={view.board} draft={draft} />}
      {draft !== null && pad.phase !== null && isFromBefore(draft, pad.phase) && draft.cutFrom === null && (
        <p className={heldStyles.tag}>{t('pad.fromBefore')}</p>
      )}
      {draft !== null && (pad.phase === null || draft.cutFrom !== null) && (
        <HeldActions view={view} draft={draft} />
      )}
    </li>
  );
}

/** One line, or the caret before everything: there is nothing to go up to inside. */
function isAtTop(field: HTMLTextAreaElement): boolean {
  return isCollapsed(field) && (field.selectionStart === 0 || isOneLine(field));
}

function isAtBottom(field: HTMLTextAreaElement): boolean {
  return isCollapsed(field) && (field.selectionEnd === field.value.length || isOneLine(field));
}

function isCollapsed(field: HTMLTextAreaElement): boolean {
  return field.selectionStart === field.selectionEnd;
}

function isOneLine(field: HTMLTextAreaElement): boolean {
  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(field);
  const inside = field.scrollHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  return inside < 1.5 * Number.parseFloat(lineHeight);
}
