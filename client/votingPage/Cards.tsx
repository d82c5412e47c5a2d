// One idea at a time, as a large card: swiped, turned by buttons or by keys. What stays before the eyes for a moment is noted as
// seen, for oneself and without a name.

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { ItemId } from '../../shared/lib/ids.ts';
import { t } from '../text/votingPageWords.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import type { Booth } from './booth.ts';
import styles from './Cards.module.css';
import { Give } from './Give.tsx';
import { wholeText } from './optionWords.ts';

/** Shorter than this nobody has read it. */
const seenAfterMs = 700;
const swipePx = 56;

interface CardsProps {
  readonly booth: Booth;
  /** Which card; one more than there are at the end. */
  readonly place: number;
  readonly onPlace: (place: number) => void;
  readonly onAgain: () => void;
}

export function Cards({ booth, place, onPlace, onAgain }: CardsProps) {
  const { order } = booth;
  const option = order[place];
  const go = (by: number) => onPlace(Math.max(0, Math.min(order.length, place + by)));
  useKeys(booth, option, go);
  useSeen(booth, option);
  return (
    <section
      className={styles.cards}
      aria-label={t('votingPage.cards')}
      aria-description={t('votingPage.keys')}
    >
      {option === undefined ? (
        <div className={styles.end}>
          <h2>{t('votingPage.end')}</h2>
          <p>{t('votingPage.end.text')}</p>
          <Button onClick={onAgain}>{t('votingPage.end.again')}</Button>
        </div>
      ) : (
        <Card key={option} booth={booth} option={option} place={place} onTurn={go} />
      )}
      <div className={styles.turn}>
        <Button
          size="large"
          icon={<ArrowLeft className={styles.arrow} />}
          disabled={place === 0}
          onClick={() => go(-1)}
        >
          {t('votingPage.back')}
        </Button>
        <span className={styles.place} role="status">
          {option !== undefined && (
            <>
              <span className="visually-hidden">
                {t('votingPage.card', { place: place + 1, count: order.length })}
              </span>
              <span aria-hidden="true">{`${place + 1} / ${order.length}`}</span>
            </>
          )}
        </span>
        <Button size="large" disabled={option === undefined} onClick={() => go(1)}>
          {t('votingPage.next')} <ArrowRight className={styles.arrow} />
        </Button>
      </div>
    </section>
  );
}

interface CardProps {
  readonly booth: Booth;
  readonly option: ItemId;
  readonly place: number;
  readonly onTurn: (by: number) => void;
}

function Card({ booth, option, place, onTurn }: CardProps) {
  const { text, cluster, colour } = wholeText(booth.open, option);
  const swipe = useSwipe(onTurn);
  const size = text.length > 220 ? styles.long : text.length > 80 ? styles.middle : styles.short;
  return (
    <article
      className={styles.card}
      style={{ background: `var(--note-${colour})`, color: `var(--note-${colour}-ink)`, ...swipe.style }}
      aria-label={t('votingPage.card', { place: place + 1, count: booth.order.length })}
      {...swipe.hands}
    >
      {cluster !== null && (
        <p className={styles.cluster} dir="auto">
          {cluster}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys. */}
      <div className={styles.scroll} tabIndex={0}>
        <p className={cx(styles.text, size)} dir="auto">
          {text}
        </p>
      </div>
      <div className={styles.give}>
        <Give booth={booth} option={option} name={text.slice(0, 160)} isLarge />
      </div>
    </article>
  );
}

/** The card follows the finger and turns when it went far enough; towards the end of the line is onwards. */
function useSwipe(onTurn: (by: number) => void) {
  const [by, setBy] = useState(0);
  const start = useRef<{ readonly x: number; readonly y: number; readonly id: number } | null>(null);
  const end = (event: PointerEvent, isDone: boolean) => {
    const begun = start.current;
    if (begun === null || begun.id !== event.pointerId) return;
    start.current = null;
    setBy(0);
    const [x, y] = [event.clientX - begun.x, event.clientY - begun.y];
    if (!isDone || Math.abs(x) < swipePx || Math.abs(x) < 1.5 * Math.abs(y)) return;
    const isMirrored = document.documentElement.dir === 'rtl';
    onTurn(x < 0 !== isMirrored ? 1 : -1);
  };
  return {
    style: { transform: by === 0 ? 'none' : `translateX(${by}px) rotate(${by / 40}deg)` },
    hands: {
      onPointerDown: (event: PointerEvent) => {
        if (event.pointerType === 'mouse' || isControl(event.target)) return;
        start.current = { x: event.clientX, y: event.clientY, id: event.pointerId };
      },
      onPointerMove: (event: PointerEvent) => {
        if (start.current?.id === event.pointerId) setBy(Math.round(event.clientX - start.current.x));
      },
      onPointerUp: (event: PointerEvent) => end(event, true),
      onPointerCancel: (event: PointerEvent) => end(event, false),
    },
  };
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, input') !== null;
}

function useSeen({ open, ballot }: Booth, option: ItemId | undefined): void {
  useEffect(() => {
    if (option === undefined) return;
    return open.env.scheduler.after(seenAfterMs, () => {
      if (document.visibilityState === 'visible') open.seen.mark(ballot, [option]);
    });
  }, [open, ballot, option]);
}

/** Wherever the focus is, except where keys write. */
function useKeys({ open, ballot }: Booth, option: ItemId | undefined, go: (by: number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
      const isMirrored = document.documentElement.dir === 'rtl';
      if (event.key === 'ArrowRight') go(isMirrored ? -1 : 1);
      else if (event.key === 'ArrowLeft') go(isMirrored ? 1 : -1);
      else if (option === undefined) return;
      else if (event.key === 'x') open.votes.give(ballot, option);
      else if (event.key === 'X') open.votes.takeBack(ballot, option);
      else if (ballot.method === 'score' && /^[0-5]$/.test(event.key))
        open.votes.score(ballot, option, Number(event.key));
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
