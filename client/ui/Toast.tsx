// Short news at the edge of the screen, with a thing or two to do about it. `toast(...)` from anywhere; `ToastArea` once.
// It leaves by itself, unless the pointer or the focus rests on it or it was told to stay.

import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Signal } from '../../shared/lib/signal.ts';
import { t } from '../text/catalogue.ts';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Toast.module.css';

export interface ToastAction {
  readonly label: string;
  readonly run: () => unknown;
}

export interface ToastNews {
  readonly text: string;
  readonly tone?: 'normal' | 'trouble';
  readonly action?: ToastAction;
  /** Instead of `action`, where there are two. */
  readonly actions?: readonly ToastAction[];
  /** How long it stays; 0 keeps it until closed. 6 s by default, 12 s with an action. */
  readonly forMs?: number;
}

interface Shown extends ToastNews {
  readonly number: number;
}

const shownMax = 3;
const shown = new Signal<readonly Shown[]>([]);
let count = 0;

/** Shows the news; returns a function that takes it away early. */
export function toast(news: ToastNews): () => void {
  const number = count++;
  shown.set([...shown.get(), { ...news, number }].slice(-shownMax));
  return () => dismiss(number);
}

function dismiss(number: number): void {
  shown.set(shown.get().filter((each) => each.number !== number));
}

export function ToastArea() {
  const all = useSyncExternalStore(shown.subscribe, shown.get);
  return (
    <section className={styles.area} aria-label={t('ui.news')} aria-live="polite">
      {all.map((news) => (
        <Toast key={news.number} news={news} />
      ))}
    </section>
  );
}

function Toast({ news }: { readonly news: Shown }) {
  const { number, action } = news;
  const actions = news.actions ?? (action === undefined ? [] : [action]);
  const forMs = news.forMs ?? (actions.length === 0 ? 6_000 : 12_000);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (forMs === 0 || held) return;
    const timer = window.setTimeout(() => dismiss(number), forMs);
    return () => window.clearTimeout(timer);
  }, [number, forMs, held]);
  return (
    <Card
      className={cx(styles.toast, news.tone === 'trouble' && styles.trouble)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{news.text}</span>
      {actions.map(({ label, run }) => (
        <Button
          key={label}
          variant="quiet"
          className={styles.action}
          onClick={() => {
            dismiss(number);
            void run();
          }}
        >
          {label}
        </Button>
      ))}
      <IconButton label={t('ui.dismiss')} icon={<X />} tooltip={false} onClick={() => dismiss(number)} />
    </Card>
  );
}
