// One thread: what it is about, its comments, an answer, and whether it is resolved.

import { CheckCircle2, CornerUpLeft, MapPin, RotateCcw } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { can } from '../../../shared/board/roles.ts';
import type { Comment, CommentId, Thread } from '../../../shared/features/talk.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { CommentView } from './CommentView.tsx';
import { Composer } from './Composer.tsx';
import type { Listed } from './listing.ts';
import { PendingView } from './PendingView.tsx';
import { placeWords } from './placeWords.ts';
import styles from './Talk.module.css';
import type { TalkHere } from './talkHere.ts';
import { runTalk } from './useTalk.ts';
import type { Voices } from './voices.ts';

/** Of a longer thread the middle is folded away. */
const shownMax = 7;
const shownLast = 4;

export interface ThreadCardProps {
  readonly board: FeatureView['board'];
  readonly here: TalkHere;
  readonly listed: Listed;
  readonly voices: Voices;
  readonly now: number;
  /** Comments that were new when they were first shown. */
  readonly fresh: ReadonlySet<CommentId>;
  /** Says what it is about, where the list is about many things. */
  readonly showPlace: boolean;
  /** Goes to the item on the board. */
  readonly onGo: (listed: Listed) => void;
}

export function ThreadCard(props: ThreadCardProps) {
  const { board, here, listed, voices, now, fresh, showPlace, onGo } = props;
  const { thread, pending, place } = listed;
  const card = useRef<HTMLElement>(null);
  const role = useSignal(board.role);
  const current = useSignal(here.current);
  const [unfolded, setUnfolded] = useState(false);
  useSeen(card, here, thread);
  const about = placeWords(board, place);
  const { shown, hidden } = folded(thread?.comments ?? [], unfolded);
  const mayTakePart = can(role, 'takePart');
  const isResolved = thread !== null && thread.resolved !== null;
  const resolve = thread !== null && mayTakePart ? <ResolveButton board={board} thread={thread} /> : null;
  // A first comment that was deleted has no line of its own for it.
  const isUnderFirst = shown[0]?.removed === null;
  return (
    <article
      ref={card}
      className={cx(styles.thread, isResolved && styles.resolved, current === listed.key && styles.current)}
      aria-label={t('talk.thread', { place: about.words })}
    >
      {(showPlace || isResolved || (resolve !== null && !isUnderFirst)) && (
        <header className={styles.about}>
          {showPlace && <PlaceButton about={about} isBoard={place === 'board'} onGo={() => onGo(listed)} />}
          {isResolved && (
            <span className={styles.resolvedBy}>
              {t('talk.resolvedBy', {
                name: voices.of(thread.resolved?.by ?? null)?.label ?? t('talk.nobody'),
              })}
            </span>
          )}
          {!isUnderFirst && resolve}
        </header>
      )}
      <ul className={styles.comments}>
        {shown.map((comment, index) => (
          <li key={comment.id}>
            <CommentView
              board={board}
              comment={comment}
              voices={voices}
              now={now}
              isNew={fresh.has(comment.id)}
              tools={index === 0 && resolve}
            />
            {index === 0 && hidden > 0 && (
              <Button variant="quiet" className={styles.unfold} onClick={() => setUnfolded(true)}>
                {t('talk.more', { count: hidden })}
              </Button>
            )}
          </li>
        ))}
        {pending.map((each) => (
          <li key={each.letter.id}>
            <PendingView board={board} outbox={here.outbox} pending={each} voices={voices} />
          </li>
        ))}
      </ul>
      {thread !== null && mayTakePart && <Reply here={here} thread={thread} voices={voices} />}
    </article>
  );
}

interface PlaceButtonProps {
  readonly about: { readonly words: string; readonly isGone: boolean };
  readonly isBoard: boolean;
  readonly onGo: () => void;
}

function PlaceButton({ about, isBoard, onGo }: PlaceButtonProps) {
  if (isBoard || about.isGone) {
    return (
      <span className={cx(styles.place, about.isGone && styles.gone)} dir="auto">
        {about.words}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={cx(styles.place, styles.go)}
      aria-label={t('talk.goTo', { item: about.words })}
      onClick={onGo}
    >
      <MapPin aria-hidden="true" />
      <span dir="auto">{about.words}</span>
    </button>
  );
}

function ResolveButton({ board, thread }: { readonly board: FeatureView['board']; readonly thread: Thread }) {
  const isResolved = thread.resolved !== null;
  const turn = async () => {
    const name = isResolved ? 'comment.reopen' : 'comment.resolve';
    if (!(await runTalk(board, name, { id: thread.id })) || isResolved) return;
    toast({
      text: t('talk.resolvedNews'),
      action: { label: t('talk.undo'), run: () => runTalk(board, 'comment.reopen', { id: thread.id }) },
    });
  };
  return (
    <IconButton
      className={styles.resolve}
      label={t(isResolved ? 'talk.reopen' : 'talk.resolve')}
      icon={isResolved ? <RotateCcw /> : <CheckCircle2 />}
      onClick={() => void turn()}
    />
  );
}

interface ReplyProps extends Pick<ThreadCardProps, 'here' | 'voices'> {
  readonly thread: Thread;
}

function Reply({ here, thread, voices }: ReplyProps) {
  const begun = here.begun.get(thread.id) ?? '';
  const [open, setOpen] = useState(begun !== '');
  const opener = useRef<HTMLButtonElement>(null);
  const name = voices.of(thread.comments[0]?.by ?? null)?.label ?? t('talk.nobody');
  const close = () => {
    setOpen(false);
    // The button comes back with the next drawing.
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (!open) {
    return (
      <Button
        ref={opener}
        variant="quiet"
        className={styles.reply}
        icon={<CornerUpLeft />}
        onClick={() => setOpen(true)}
      >
        {t('talk.reply')}
      </Button>
    );
  }
  return (
    <div className={styles.replying}>
      <Composer
        label={t('talk.replyTo', { name })}
        voices={voices}
        begun={begun}
        sendLabel={t('talk.send')}
        autoFocus
        onWrite={(text) => here.keepBegun(thread.id, text)}
        onSend={(text) => {
          here.outbox.post(thread.place, thread.id, text);
          close();
          return true;
        }}
        onCancel={close}
      />
    </div>
  );
}

/** A thread counts as seen when it was on the screen. */
function useSeen(card: RefObject<HTMLElement | null>, here: TalkHere, thread: Thread | null): void {
  useEffect(() => {
    const element = card.current;
    if (element === null || thread === null) return;
    let isInView = false;
    const look = () => {
      if (isInView && document.visibilityState === 'visible') here.look([thread]);
    };
    const observer = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting === true;
      look();
    });
    observer.observe(element);
    document.addEventListener('visibilitychange', look);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [card, here, thread]);
}

function folded(
  comments: readonly Comment[],
  unfolded: boolean,
): { shown: readonly Comment[]; hidden: number } {
  const [first] = comments;
  if (unfolded || first === undefined || comments.length <= shownMax) return { shown: comments, hidden: 0 };
  return { shown: [first, ...comments.slice(-shownLast)], hidden: comments.length - 1 - shownLast };
}
