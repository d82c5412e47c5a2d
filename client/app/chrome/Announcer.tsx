// Says in a quiet live region what eyes see: who came, who left, trouble with the connection, what a deed of mine did.

import { useEffect, useRef, useState } from 'react';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { t } from '../../text/catalogue.ts';
import type { OpenBoard } from '../openBoard.ts';
import { DeedNews } from './deedNews.ts';

// A page that reconnects sees everybody leave and come back; only what lasts is news.
const settleMs = 1_500;
// A deed is several changes: one sentence for all of them.
const deedMs = 300;

export function Announcer({ board }: { readonly board: OpenBoard }) {
  const [words, setWords] = useState('');
  const here = useRef<ReadonlyMap<ParticipantId, string> | null>(null);
  const wasOnline = useRef(true);
  useEffect(() => {
    let timer = 0;
    const compare = () => {
      timer = 0;
      const isOnline = board.saveState.get().kind !== 'offline';
      const news: string[] = [];
      if (isOnline !== wasOnline.current) news.push(t(isOnline ? 'announce.online' : 'announce.offline'));
      wasOnline.current = isOnline;
      // Offline nobody is seen; that is no news about them.
      if (isOnline) {
        const now = new Map(board.presence.others().map(({ person }) => [person.id, person.name] as const));
        now.delete(board.me.id);
        const before = here.current;
        for (const [id, name] of now)
          if (before?.has(id) === false) news.push(t('announce.joined', { name }));
        for (const [id, name] of before ?? []) if (!now.has(id)) news.push(t('announce.left', { name }));
        here.current = now;
      }
      if (news.length > 0) setWords(news.join(' '));
    };
    let deedTimer = 0;
    const deeds: DeedNews = new DeedNews(board.board, () => {
      if (deedTimer === 0) deedTimer = window.setTimeout(tellDeeds, deedMs);
    });
    const tellDeeds = () => {
      deedTimer = 0;
      const news = deeds.take();
      // The same words again are news again: a live region only tells what differs.
      if (news.length > 0) setWords((now) => (now === news.join(' ') ? `${now}\u00a0` : news.join(' ')));
    };
    const soon = () => {
      if (timer === 0) timer = window.setTimeout(compare, settleMs);
    };
    const stops = [board.presence.subscribe(soon), board.saveState.subscribe(soon)];
    soon();
    return () => {
      window.clearTimeout(timer);
      window.clearTimeout(deedTimer);
      deeds.destroy();
      for (const stop of stops) stop();
    };
  }, [board]);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}
