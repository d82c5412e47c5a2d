// What people gave a comment without words. Each is a toggle of my own; the names are in its label.

import { SmilePlus } from 'lucide-react';
import { useState } from 'react';
import { type Comment, type Emoji, reactionEmoji } from '../../../shared/features/talk.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { t, textLocales } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './Comment.module.css';
import type { Voices } from './voices.ts';

interface ReactionsProps {
  readonly comment: Comment;
  readonly voices: Voices;
  readonly me: ParticipantId;
  /** null for those who only read. */
  readonly onReact: ((emoji: Emoji, on: boolean) => void) | null;
}

export function Reactions({ comment, voices, me, onReact }: ReactionsProps) {
  return (
    <>
      {comment.reactions.map(({ emoji, by }) => {
        const isMine = by.includes(me);
        const names = t('talk.reaction', { emoji, count: by.length, names: namesOf(by, voices) });
        const inside = `${emoji} ${by.length}`;
        return (
          <Tooltip key={emoji} text={names} side="top">
            {onReact === null ? (
              <span className={styles.chip} role="img" aria-label={names}>
                {inside}
              </span>
            ) : (
              <button
                type="button"
                className={cx(styles.chip, isMine && styles.mine)}
                aria-label={names}
                aria-pressed={isMine}
                onClick={() => onReact(emoji, !isMine)}
              >
                {inside}
              </button>
            )}
          </Tooltip>
        );
      })}
      {onReact !== null && <Choice comment={comment} me={me} onReact={onReact} />}
    </>
  );
}

interface ChoiceProps extends Pick<ReactionsProps, 'comment' | 'me'> {
  readonly onReact: (emoji: Emoji, on: boolean) => void;
}

function Choice({ comment, me, onReact }: ChoiceProps) {
  const [open, setOpen] = useState(false);
  const mine = new Set(comment.reactions.filter(({ by }) => by.includes(me)).map(({ emoji }) => emoji));
  return (
    <>
      <IconButton
        className={styles.small}
        label={t('talk.react')}
        icon={<SmilePlus />}
        side="top"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <fieldset
          className={styles.choice}
          aria-label={t('talk.react')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            setOpen(false);
          }}
        >
          {reactionEmoji.map((emoji) => (
            <button
              key={emoji}
              type="button"
              className={styles.emoji}
              aria-label={t('talk.reactWith', { emoji })}
              aria-pressed={mine.has(emoji)}
              onClick={() => {
                onReact(emoji, !mine.has(emoji));
                setOpen(false);
              }}
            >
              {emoji}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}

function namesOf(people: readonly ParticipantId[], voices: Voices): string {
  const names = people.slice(0, 20).map((id) => voices.of(id)?.label ?? t('talk.nobody'));
  const list = new Intl.ListFormat(textLocales(), { type: 'conjunction' }).format(names);
  return people.length > names.length ? `${list}, +${people.length - names.length}` : list;
}
