// The words of a comment, with the people it calls and the addresses it names.

import { Fragment } from 'react';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Comment.module.css';
import { segmentsOf } from './segments.ts';
import type { Voices } from './voices.ts';

interface CommentTextProps {
  readonly text: string;
  readonly voices: Voices;
  readonly me: ParticipantId;
}

export function CommentText({ text, voices, me }: CommentTextProps) {
  return (
    <p className={styles.text} dir="auto">
      {segmentsOf(text, voices.book).map((segment, index) => {
        // The pieces of one text have no other identity.
        const key = index;
        if (segment.kind === 'text') return <Fragment key={key}>{segment.text}</Fragment>;
        if (segment.kind === 'link') {
          return (
            <a key={key} href={segment.href} target="_blank" rel="noopener noreferrer nofollow">
              {segment.text}
            </a>
          );
        }
        const [only, ...others] = segment.people;
        const label = only !== undefined && others.length === 0 ? voices.of(only)?.label : undefined;
        return (
          <span key={key} className={cx(styles.mention, segment.people.includes(me) && styles.mentionsMe)}>
            {label === undefined ? segment.text : `@${label}`}
          </span>
        );
      })}
    </p>
  );
}
