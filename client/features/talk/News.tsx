// Says politely what others write, and shows a short message when somebody is called by name while they look elsewhere. Arrives after
// the board: nothing is new in its first moment.

import { useEffect, useState } from 'react';
import type { Comment, CommentId, Thread } from '../../../shared/features/talk.ts';
import { t } from '../../text/catalogue.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import { talkOf } from './talkHere.ts';
import { voicesOf } from './useTalk.ts';

const charsMax = 120;
// What comes in one breath is said in one.
const settleMs = 800;

interface Told {
  readonly comment: Comment;
  readonly thread: Thread;
}

export default function News({ board }: FeatureView) {
  const [words, setWords] = useState('');
  useEffect(() => {
    const here = talkOf(board);
    // What was said before this page was opened is no news.
    let known: Set<CommentId> | null = null;
    let timer = 0;
    const tell = () => {
      timer = 0;
      if (!board.talkLoaded.get()) return;
      const told = known;
      known = new Set();
      const fresh: Told[] = [];
      for (const thread of here.talk.get().threads) {
        for (const comment of thread.comments) {
          known.add(comment.id);
          const isNew = told !== null && !told.has(comment.id);
          if (isNew && comment.by !== board.me.id && comment.removed === null)
            fresh.push({ comment, thread });
        }
      }
      if (fresh.length === 0) return;
      setWords(announcement(board, fresh));
      // What is on the screen calls for itself.
      for (const each of fresh) if (here.unread.get().has(each.thread.id)) callOut(board, each);
    };
    const soon = () => {
      if (timer === 0) timer = window.setTimeout(tell, settleMs);
    };
    const stops = [here.talk.subscribe(soon), board.talkLoaded.subscribe(soon)];
    tell();
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [board]);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}

function announcement(board: FeatureView['board'], fresh: readonly Told[]): string {
  const [only, ...others] = fresh;
  if (only === undefined || others.length > 0) return t('talk.newsMany', { count: fresh.length });
  return t('talk.news', wordsOf(board, only.comment));
}

function callOut(board: FeatureView['board'], { comment, thread }: Told): void {
  const mentions = voicesOf(board).book.find(comment.text);
  if (!mentions.some(({ people }) => people.includes(board.me.id))) return;
  const show = () => {
    const here = talkOf(board);
    here.goTo(thread.place, thread.id, 0);
    here.show(thread.resolved !== null ? 'resolved' : thread.place === 'board' ? 'board' : 'open');
  };
  toast({
    text: t('talk.mentioned', wordsOf(board, comment)),
    action: { label: t('talk.show'), run: show },
  });
}

function wordsOf(board: FeatureView['board'], comment: Comment): { name: string; text: string } {
  const line = comment.text.replace(/\s+/gu, ' ');
  return {
    name: voicesOf(board).of(comment.by)?.label ?? t('talk.nobody'),
    text: line.length > charsMax ? `${line.slice(0, charsMax)}…` : line,
  };
}
