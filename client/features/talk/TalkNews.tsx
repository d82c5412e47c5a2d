// Says politely what others wrote while this screen was looking elsewhere, and shows a short message when somebody is
// called by name.

import { useEffect, useState } from 'react';
import type { Comment, CommentId, Thread } from '../../../shared/features/talk.ts';
import { t } from '../../text/catalogue.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import { newestOfOthers } from './listing.ts';
import { talkOf } from './talkHere.ts';
import { voicesOf } from './useTalk.ts';

const charsMax = 120;
// What comes in one breath is said in one.
const settleMs = 800;

export function TalkNews({ board }: FeatureView) {
  const [words, setWords] = useState('');
  useEffect(() => {
    const here = talkOf(board);
    // What was said before this page was opened is no news.
    let told: Set<CommentId> | null = null;
    let timer = 0;
    const tell = () => {
      timer = 0;
      if (!board.talkLoaded.get()) return;
      const fresh: { comment: Comment; thread: Thread }[] = [];
      const known = told ?? new Set<CommentId>();
      for (const [id, count] of here.unread.get()) {
        const thread = here.talk.get().byId.get(id);
        if (thread === undefined) continue;
        for (const each of newestOfOthers(thread, count, board.me.id)) {
          const comment = thread.comments.find((one) => one.id === each);
          if (comment && !known.has(each)) fresh.push({ comment, thread });
          known.add(each);
        }
      }
      const isFirst = told === null;
      told = known;
      if (isFirst || fresh.length === 0) return;
      setWords(announcement(board, fresh));
      for (const each of fresh) callOut(board, each);
    };
    const soon = () => {
      if (timer === 0) timer = window.setTimeout(tell, settleMs);
    };
    const stops = [here.unread.subscribe(soon), board.talkLoaded.subscribe(soon)];
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

function announcement(board: FeatureView['board'], fresh: readonly { comment: Comment }[]): string {
  const [only, ...others] = fresh;
  if (only === undefined || others.length > 0) return t('talk.newsMany', { count: fresh.length });
  return t('talk.news', wordsOf(board, only.comment));
}

function callOut(
  board: FeatureView['board'],
  { comment, thread }: { comment: Comment; thread: Thread },
): void {
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
