// What helps while a text is open: emoji by name or by button, and the question what pasted lines shall become. All of it
// steered from the text field, which keeps the focus.

import { Smile } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import type { Editor } from '../../editor/editor.ts';
import type { PastedLines } from '../../editor/pastedLines.ts';
import type { OpenField, Pasted } from '../../editor/ports.ts';
import { t } from '../../text/catalogue.ts';
import { keysText } from '../../ui/keyNames.ts';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { emojiQuery } from './emojiQuery.ts';
import styles from './Writing.module.css';

const EmojiPanel = later(async () => ({ default: (await import('./EmojiPanel.tsx')).EmojiPanel }));
const PasteChoice = later(async () => ({ default: (await import('./PasteChoice.tsx')).PasteChoice }));

const emojiKey = 'mod+.';
const buttonPx = 32;

export function WritingAids({ editor }: FeatureView) {
  const field = useSignal(editor.field);
  return field === null ? null : <Aids key={field.id} editor={editor} field={field} />;
}

interface Question {
  readonly pasted: Pasted;
  readonly lines: PastedLines;
}

function Aids({ editor, field }: { readonly editor: Editor; readonly field: OpenField }) {
  const state = useSignal(field.state);
  /** Where the button has put a colon. */
  const [asked, setAsked] = useState<number | null>(null);
  /** A colon that was answered with Escape. */
  const [refused, setRefused] = useState<number | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);

  useEffect(() => {
    const ask = () => {
      const { start, end } = field.state.get();
      field.replace(start, end, ':');
      setRefused(null);
      setAsked(start);
    };
    const stops = [
      field.captureKeys((chord) => {
        if (chord !== emojiKey) return false;
        ask();
        return true;
      }),
      field.observePasted((pasted) => {
        // Not needed before somebody pastes.
        const reading = import('../../editor/pastedLines.ts');
        const { text } = field.state.get();
        void reading
          .then(({ readPasted }) => readPasted(text, pasted))
          .then((lines) => {
            if (lines && editor.field.get() === field) setQuestion({ pasted, lines });
          })
          // The text is in the note as it was pasted; only the question stays away.
          .catch(() => {});
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, field]);

  const query =
    question === null && state.start === state.end ? emojiQuery(state.text, state.end, asked) : null;
  return (
    <>
      <EmojiButton editor={editor} field={field} />
      <Suspense fallback={null}>
        {query !== null && query.from !== refused && (
          <EmojiPanel
            editor={editor}
            field={field}
            asked={query}
            isSure={asked === query.from}
            onClose={() => {
              setRefused(query.from);
              setAsked(null);
            }}
          />
        )}
        {question !== null && (
          <PasteChoice editor={editor} field={field} {...question} onDone={() => setQuestion(null)} />
        )}
      </Suspense>
    </>
  );
}

/** At the lower end corner of the note. Presses the key for those without one. */
function EmojiButton({ editor, field }: { readonly editor: Editor; readonly field: OpenField }) {
  useSignal(editor.camera.view);
  useSignal(field.state);
  const drawable = editor.scene.get(field.id);
  if (drawable === undefined || drawable.item.kind !== 'note') return null;
  const on = editor.camera.boxToScreen(drawable.box);
  const x = on.x + on.w - buttonPx;
  const y = on.y + on.h + 6;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.emojiButton}
      style={{ transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)` }}
      aria-label={t('writing.emoji')}
      title={t('writing.emojiKeys', { keys: keysText(emojiKey) })}
      // The field keeps the focus: losing it ends the writing.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => field.press(emojiKey)}
    >
      <Smile size={18} aria-hidden="true" />
    </button>
  );
}
