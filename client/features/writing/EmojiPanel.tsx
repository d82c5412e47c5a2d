// Emoji by name, below the caret: a grid steered from the text field by arrows, Enter and Escape, or by a press.

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Editor } from '../../editor/editor.ts';
import type { OpenField } from '../../editor/ports.ts';
import { language, t } from '../../text/catalogue.ts';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/cx.ts';
import { useSignal } from '../../ui/useSignal.ts';
import { type Emoji, emojiNames, findEmoji } from './emojiNames.ts';
import type { EmojiQuery } from './emojiQuery.ts';
import { placeBeside } from './placeBeside.ts';
import styles from './Writing.module.css';

export interface EmojiPanelProps {
  readonly editor: Editor;
  readonly field: OpenField;
  readonly asked: EmojiQuery;
  /** Asked for by button or key, not by a colon that may mean itself. */
  readonly isSure: boolean;
  readonly onClose: () => void;
}

const columns = 8;

export function EmojiPanel({ editor, field, asked, isSure, onClose }: EmojiPanelProps) {
  const all = useNames();
  const found = all === 'failed' || all === null ? [] : findEmoji(all, asked.query);
  // Another name begins at the best again.
  const [chosen, setChosen] = useState({ query: asked.query, at: 0 });
  const at = chosen.query === asked.query ? Math.min(chosen.at, Math.max(0, found.length - 1)) : 0;
  const choose = (index: number) => setChosen({ query: asked.query, at: index });
  const panel = useRef<HTMLDivElement>(null);
  const list = useId();
  const take = (emoji: Emoji) => {
    field.replace(asked.from, asked.from + 1 + asked.query.length, emoji.sign);
    onClose();
  };

  // Every time it is drawn: the keys mean what is on the screen now.
  useLayoutEffect(() => {
    const steps: Readonly<Record<string, number>> = { right: 1, left: -1, down: columns, up: -columns };
    return field.captureKeys((chord) => {
      const emoji = found[at];
      if (chord === 'escape') onClose();
      else if (emoji === undefined) return false;
      else if (chord === 'enter' || chord === 'tab') take(emoji);
      else if (steps[chord] !== undefined)
        choose(Math.max(0, Math.min(found.length - 1, at + (steps[chord] ?? 0))));
      else return false;
      return true;
    });
  });
  useEffect(() => {
    field.steer(found.length > 0 ? list : null, found.length > 0 ? `${list}-${at}` : null);
    return () => field.steer(null, null);
  }, [field, list, at, found.length]);
  const view = useSignal(editor.camera.view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view, query or result is another place.
  useEffect(() => placeBeside(editor, field, panel.current), [editor, field, asked, found.length, view]);

  const words = all === 'failed' ? t('writing.emojiFailed') : wordsFor(found, at, asked.query);
  // A colon may mean itself: nothing is shown for what is no name.
  if (found.length === 0 && !isSure) return null;
  return (
    <Card ref={panel} className={styles.panel}>
      <div id={list} role="listbox" aria-label={t('writing.emoji')} className={styles.grid}>
        {found.map((emoji, index) => (
          <div
            key={emoji.sign}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-label={emoji.name}
            aria-selected={index === at}
            className={cx(styles.emoji, index === at && styles.on)}
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onPointerEnter={() => choose(index)}
            onClick={() => take(emoji)}
            onKeyDown={() => {}}
          >
            {emoji.sign}
          </div>
        ))}
      </div>
      <p className={styles.name} role="status">
        {words}
      </p>
    </Card>
  );
}

function wordsFor(found: readonly Emoji[], at: number, query: string): string {
  if (query === '') return t('writing.emojiSearch');
  return found[at]?.name ?? t('writing.emojiNone');
}

function useNames(): readonly Emoji[] | 'failed' | null {
  const [all, setAll] = useState<readonly Emoji[] | 'failed' | null>(null);
  useEffect(() => {
    emojiNames(language.get()).then(setAll, () => setAll('failed'));
  }, []);
  return all;
}
