// Asks once, beside the caret, what pasted lines shall become. The words are in the note already: whoever goes on writing has
// answered.

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Editor } from '../../editor/editor.ts';
import { type PastedLines, splitPasted } from '../../editor/pastedLines.ts';
import type { OpenField, Pasted } from '../../editor/ports.ts';
import { t } from '../../text/catalogue.ts';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/cx.ts';
import { Keys } from '../../ui/Keys.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { placeBeside } from './placeBeside.ts';
import styles from './Writing.module.css';

export interface PasteChoiceProps {
  readonly editor: Editor;
  readonly field: OpenField;
  readonly pasted: Pasted;
  readonly lines: PastedLines;
  readonly onDone: () => void;
}

type Answer = 'each' | 'one';

export function PasteChoice({ editor, field, pasted, lines, onDone }: PasteChoiceProps) {
  const [chosen, setChosen] = useState<Answer>(lines.alone ? 'each' : 'one');
  const panel = useRef<HTMLDivElement>(null);
  const text = useRef(field.state.get().text);
  const state = useSignal(field.state);
  const take = (answer: Answer) => {
    onDone();
    if (answer === 'each') void splitPasted(editor, pasted, lines);
  };

  useLayoutEffect(() =>
    field.captureKeys((chord) => {
      if (chord === 'enter') take(chosen);
      else if (chord === 'escape') take('one');
      else if (['left', 'right', 'up', 'down', 'tab', 'shift+tab'].includes(chord))
        setChosen(chosen === 'each' ? 'one' : 'each');
      else return false;
      return true;
    }),
  );
  // Somebody wrote on: the question is answered, and the places of the lines are no longer known.
  useEffect(() => {
    if (state.text !== text.current) onDone();
  }, [state, onDone]);
  const view = useSignal(editor.camera.view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another place.
  useEffect(() => placeBeside(editor, field, panel.current), [editor, field, view]);

  const answer = (name: Answer, words: string) => (
    <button
      type="button"
      tabIndex={-1}
      aria-pressed={chosen === name}
      className={cx(styles.answer, chosen === name && styles.on)}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => take(name)}
    >
      {words}
      <Keys keys={chosen === name ? 'enter' : name === 'one' ? 'escape' : 'right'} />
    </button>
  );
  return (
    <Card
      ref={panel}
      className={styles.choice}
      role="group"
      aria-label={t('writing.pasted', { count: lines.ideas.length })}
    >
      <p className={styles.name} role="status">
        {t('writing.pasted', { count: lines.ideas.length })}
      </p>
      {answer('each', t('writing.oneEach'))}
      {answer('one', t('writing.keepOne'))}
    </Card>
  );
}
