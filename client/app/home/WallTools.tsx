// Above a wall of boards: what it is, how many, a search, an order.

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { t } from '../../text/catalogue.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { type BoardOrder, orders } from '../localStore.ts';
import styles from './Wall.module.css';

interface WallToolsProps {
  readonly title: string;
  readonly count: number;
  readonly search: string;
  readonly order: BoardOrder;
  readonly latest: 'opened' | 'changed' | 'trashed';
  readonly onSearch: (search: string) => void;
  readonly onOrder: (order: BoardOrder) => void;
  /** From the search down to what it found. */
  readonly onLeave: () => void;
  readonly children?: ReactNode;
}

export function WallTools(props: WallToolsProps) {
  const { title, count, search, order, latest, onSearch, onOrder, onLeave, children } = props;
  const field = useRef<HTMLInputElement>(null);
  const sortId = useId();
  useSlash(field);
  return (
    <div className={styles.tools}>
      <h2 id="wall-title" className={styles.heading}>
        {title}
      </h2>
      {children}
      <SearchField
        fieldRef={field}
        label={t('boards.search')}
        search={search}
        found={t('boards.found', { count })}
        onSearch={onSearch}
        onLeave={onLeave}
      />
      <span className={styles.sort}>
        <label htmlFor={sortId}>{t('boards.sort')}</label>
        <select
          id={sortId}
          value={order}
          onChange={(event) => {
            const next = orders.find((each) => each === event.target.value);
            if (next !== undefined) onOrder(next);
          }}
        >
          <option value="opened">{t(`boards.order.${latest}`)}</option>
          <option value="name">{t('boards.order.name')}</option>
        </select>
      </span>
    </div>
  );
}

/** A slash, outside of every field, goes to the search. */
function useSlash(field: { readonly current: HTMLInputElement | null }): void {
  // Whoever sees the page can press it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [role="dialog"]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [field]);
}
