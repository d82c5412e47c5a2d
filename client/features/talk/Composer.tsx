// A field to write a comment in. Enter sends (on a keyboard), Shift+Enter breaks the line, `@` offers people.

import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import styles from './Composer.module.css';
import { MentionList } from './MentionList.tsx';
import { useMentions } from './useMentions.ts';
import type { Voices } from './voices.ts';

export interface ComposerProps {
  readonly label: string;
  readonly voices: Voices;
  /** What stands in it from the start. */
  readonly begun?: string;
  /** Hears every change, to keep it. */
  readonly onWrite?: (text: string) => void;
  /** The field is emptied when this says, now or later, that the text was taken. */
  readonly onSend: (text: string) => boolean | Promise<boolean>;
  /** Present where there is a way back: a reply, an edit. */
  readonly onCancel?: () => void;
  readonly sendLabel?: string;
  readonly autoFocus?: boolean;
  readonly field?: Ref<HTMLTextAreaElement>;
}

export function Composer(props: ComposerProps) {
  const {
    label,
    voices,
    begun = '',
    onWrite,
    onSend,
    onCancel,
    sendLabel = t('talk.send'),
    autoFocus,
  } = props;
  const id = useId();
  const [text, setText] = useState(begun);
  const own = useRef<HTMLTextAreaElement>(null);
  const isTouch = useMedia('(pointer: coarse)');
  const write = (next: string) => {
    setText(next);
    onWrite?.(next);
  };
  const mentions = useMentions({ text, voices, field: own, write, listId: `${id}-people` });
  const over = text.trim().length - limits.commentCharsMax;
  const maySend = text.trim() !== '' && over <= 0;
  const send = async () => {
    if (!maySend) return;
    if (await onSend(text.trim())) write('');
  };
  useGrowth(own, text);
  useEffect(() => {
    const field = own.current;
    if (autoFocus !== true || field === null) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [autoFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing || mentions.onKeyDown(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && (!isTouch || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && onCancel !== undefined) {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <div className={styles.composer}>
      <MentionList {...mentions} id={`${id}-people`} />
      <div className={cx(styles.frame, over > 0 && styles.over)}>
        <textarea
          ref={(element) => {
            own.current = element;
            passOn(props.field, element);
          }}
          className={styles.field}
          dir="auto"
          rows={1}
          value={text}
          placeholder={label}
          aria-label={label}
          aria-invalid={over > 0 || undefined}
          aria-describedby={over > 0 ? `${id}-over` : undefined}
          {...mentions.aria}
          onChange={(event) => {
            write(event.target.value);
            mentions.look();
          }}
          onSelect={mentions.look}
          onBlur={mentions.close}
          onKeyDown={onKeyDown}
        />
        {onCancel === undefined && (
          <IconButton
            label={sendLabel}
            icon={<SendHorizontal />}
            disabled={!maySend}
            onClick={() => void send()}
            side="top"
          />
        )}
      </div>
      {over > 0 && (
        <p id={`${id}-over`} className={styles.problem} role="status">
          {t('talk.tooLong', { count: over })}
        </p>
      )}
      {onCancel !== undefined && (
        <div className={styles.buttons}>
          <Button variant="quiet" onClick={onCancel}>
            {t('talk.cancel')}
          </Button>
          <Button variant="solid" disabled={!maySend} onClick={() => void send()}>
            {sendLabel}
          </Button>
        </div>
      )}
    </div>
  );
}

/** As high as its words, up to a limit that the style sheet sets. */
function useGrowth(field: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [field, text]);
}

function passOn(ref: Ref<HTMLTextAreaElement> | undefined, element: HTMLTextAreaElement | null): void {
  if (typeof ref === 'function') ref(element);
  else if (ref) ref.current = element;
}
