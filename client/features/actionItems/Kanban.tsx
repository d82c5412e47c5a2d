// The lists of action items: to do, doing, done. Cards go from one to another by hand, by finger and by keys.

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  type ActionItem,
  type ActionStatus,
  actionStatuses,
  compareActionItems,
} from '../../../shared/features/actionItems/actionItems.ts';
import { t } from '../../text/actionItemWords.ts';
import { cx } from '../../ui/cx.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { ActionCard } from './ActionCard.tsx';
import styles from './ActionItems.module.css';
import { CardForm } from './CardForm.tsx';
import { changeItem, glance, removeItem } from './deeds.ts';
import { actionItemsHere, mayPlan } from './here.ts';
import { useCardDrag } from './useCardDrag.ts';

interface KanbanProps {
  readonly view: FeatureView;
  readonly items: readonly ActionItem[];
  readonly onSaid: (words: string) => void;
}

export function Kanban({ view, items, onSaid }: KanbanProps) {
  const { board } = view;
  const { wanted } = actionItemsHere(board);
  const shown = useSignal(wanted);
  const root = useRef<HTMLDivElement>(null);
  const [changing, setChanging] = useState<string | null>(null);
  // The one that Tab comes to.
  const [current, setCurrent] = useState<string | null>(null);
  const writes = mayPlan(board);
  const lists = actionStatuses.map((status) => [status, listOf(items, status)] as const);
  const order = lists.flatMap(([, list]) => list);
  const reached = order.some(({ id }) => id === current) ? current : (order[0]?.id ?? null);

  const focus = (id: string) => {
    setCurrent(id);
    root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
  };
  const move = async (item: ActionItem, status: ActionStatus) => {
    if (!writes || status === item.status) return;
    if (!(await changeItem(board, item.id, { status }))) return;
    onSaid(t('actionItem.moved', { text: glance(item.text), status: t(`actionItem.status.${status}`) }));
  };
  const { held, grab } = useCardDrag((id, status) => {
    const item = items.find((each) => each.id === id);
    if (item !== undefined) void move(item, status);
  });
  // A card that went to another list is another element there: the focus goes with it.
  const follows = useRef<string | null>(null);
  useEffect(() => {
    if (follows.current === null) return;
    const card = root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(follows.current)}"]`);
    if (document.activeElement === document.body || document.activeElement === null) card?.focus();
    if (items.length > 0) follows.current = null;
  }, [items]);
  // Somebody came for this one.
  useEffect(() => {
    if (shown === null || !items.some(({ id }) => id === shown)) return;
    const card = root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(shown)}"]`);
    if (card === null || card === undefined) return;
    setCurrent(shown);
    wanted.set(null);
    // The panel takes the focus when it opens; this comes after it.
    requestAnimationFrame(() => {
      card.scrollIntoView({ block: 'nearest' });
      card.focus({ preventScroll: true });
    });
  }, [shown, items, wanted]);

  const remove = async (item: ActionItem) => {
    const index = order.indexOf(item);
    const next = order[index + 1] ?? order[index - 1];
    if ((await removeItem(board, item)) && next !== undefined) focus(next.id);
  };
  const onKeyDown = (event: KeyboardEvent, item: ActionItem) => {
    const index = order.indexOf(item);
    const done = pressed(event, item, {
      focus: (step) => focus((order.at(clampIndex(index + step, order.length)) ?? item).id),
      move: (status) => {
        follows.current = item.id;
        void move(item, status);
      },
      change: () => writes && setChanging(item.id),
      remove: () => writes && void remove(item),
    });
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={root} className={cx(styles.kanban, held !== null && styles.holding)}>
      {writes && (
        <p className="visually-hidden" id="action-item-keys">
          {t('actionItem.keys')}
        </p>
      )}
      {lists.map(([status, list]) => (
        <section
          key={status}
          data-status={status}
          className={cx(styles.column, held?.over === status && styles.over)}
          aria-label={t('actionItem.column', {
            status: t(`actionItem.status.${status}`),
            count: list.length,
          })}
        >
          <h3 className={styles.columnTitle}>
            <span className={cx(styles.mark, styles[status])} />
            {t(`actionItem.status.${status}`)}
            <span className={styles.count}>{list.length}</span>
          </h3>
          {list.length === 0 && <p className={styles.nothing}>{t('actionItem.columnEmpty')}</p>}
          <ul className={styles.cards}>
            {list.map((item) => (
              <li key={item.id}>
                {changing === item.id && writes ? (
                  <CardForm
                    board={board}
                    item={item}
                    onDone={() => {
                      setChanging(null);
                      // The card is back only after this.
                      requestAnimationFrame(() => focus(item.id));
                    }}
                  />
                ) : (
                  <ActionCard
                    view={view}
                    item={item}
                    isReached={item.id === reached}
                    isHeld={held?.id === item.id}
                    onFocus={() => setCurrent(item.id)}
                    onKeyDown={(event) => onKeyDown(event, item)}
                    onGrab={writes ? (event) => grab(event, item.id, item.status) : null}
                    onMove={(to) => void move(item, to)}
                    onChange={() => setChanging(item.id)}
                    onRemove={() => void remove(item)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {held !== null && (
        <div className={styles.dropBar} aria-hidden="true">
          {actionStatuses.map((status) => (
            <div
              key={status}
              data-status={status}
              className={cx(styles.drop, held.over === status && styles.over)}
            >
              <span className={cx(styles.mark, styles[status])} />
              {t(`actionItem.status.${status}`)}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

interface CardDeeds {
  /** So many cards on, or back. */
  readonly focus: (step: number) => void;
  readonly move: (status: ActionStatus) => void;
  readonly change: () => void;
  readonly remove: () => void;
}

/** True when the key was used up. */
function pressed(event: KeyboardEvent, { status }: ActionItem, deeds: CardDeeds): boolean {
  if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return false;
  const isMirrored = document.documentElement.dir === 'rtl';
  const step = (by: number) => {
    const to = actionStatuses[actionStatuses.indexOf(status) + (isMirrored ? -by : by)];
    if (to !== undefined) deeds.move(to);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => deeds.focus(1),
    ArrowUp: () => deeds.focus(-1),
    Home: () => deeds.focus(Number.NEGATIVE_INFINITY),
    End: () => deeds.focus(Number.POSITIVE_INFINITY),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    ' ': () => deeds.move(status === 'done' ? 'open' : 'done'),
    Enter: deeds.change,
    Delete: deeds.remove,
  };
  const deed = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
  deed?.();
  return deed !== undefined;
}

function clampIndex(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}

/** What is done last stands first among what is done. */
function listOf(items: readonly ActionItem[], status: ActionStatus): ActionItem[] {
  const list = items.filter((item) => item.status === status);
  if (status !== 'done') return list.sort(compareActionItems);
  return list.sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0) || compareActionItems(a, b));
}
