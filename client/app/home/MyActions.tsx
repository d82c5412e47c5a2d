// My open action items of the boards this browser knows: what this device kept is there at once, what the server says comes
// after it. Each leads to itself on its board.

import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { type Day, dayAt, isDay, noonOf } from '../../../shared/features/actionItems/day.ts';
import type { MyActionItems } from '../../../shared/protocol/api.ts';
import { type BoardsActionItem, inOneList, keepActions, keptActions } from '../../lists/keptActions.ts';
import { t } from '../../text/actionItemWords.ts';
import { textLocales } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { browserShelf } from '../../ui/shelf.ts';
import { boardPath } from '../address.ts';
import type { KnownBoard } from '../localStore.ts';
import { useSurroundings } from '../surroundings.ts';
import { askForMine } from './askForMine.ts';
import styles from './MyActions.module.css';

/** Boards that are asked about: those that were open last. */
const askedMax = 24;
const shownMax = 6;

export default function MyActions({ boards }: { readonly boards: readonly KnownBoard[] }) {
  const { env, site } = useSurroundings();
  const [told, setTold] = useState<ReadonlyMap<string, MyActionItems>>(new Map());
  const [showsAll, setShowsAll] = useState(false);
  const known = boards.map(({ id }) => id).join(' ');
  // Once a visit: a board that is made meanwhile has nothing of mine yet, and nobody has been let in there.
  const [asked] = useState(known);
  useEffect(() => {
    const leaving = new AbortController();
    void askForMine(site, asked.split(' ').slice(0, askedMax), leaving.signal, (board, mine) => {
      keepActions(browserShelf(), board, mine);
      setTold((before) => new Map(before).set(board, mine));
    });
    return () => leaving.abort();
  }, [asked, site]);
  const items = useMemo(() => {
    const shelf = browserShelf();
    const here = known.split(' ').flatMap((id) => {
      const mine = told.get(id) ?? keptActions(shelf, id);
      return mine === null ? [] : [[id, mine] as const];
    });
    return inOneList(here);
  }, [known, told]);
  if (items.length === 0) return null;
  const now = env.clock.now();
  const today = dayAt(now, new Date(now).getTimezoneOffset());
  return (
    <section className={styles.mine} aria-labelledby="my-actions">
      <h2 id="my-actions" className={styles.title}>
        {t('mine.title')}
      </h2>
      <ul className={styles.list}>
        {items.slice(0, showsAll ? items.length : shownMax).map((item) => (
          <li key={item.id}>
            <MyAction item={item} today={today} />
          </li>
        ))}
      </ul>
      {items.length > shownMax && !showsAll && (
        <Button variant="quiet" className={styles.all} onClick={() => setShowsAll(true)}>
          {t('mine.all', { count: items.length })}
        </Button>
      )}
    </section>
  );
}

function MyAction({ item, today }: { readonly item: BoardsActionItem; readonly today: Day }) {
  const late = item.due !== null && item.due < today;
  return (
    <Link className={styles.item} href={`${boardPath(item.board)}?action=${encodeURIComponent(item.id)}`}>
      <span className={styles.text} dir="auto">
        {item.text}
      </span>
      <span className={styles.facts}>
        {isDay(item.due) && (
          <>
            <span className={cx(late && styles.late)}>
              {t(late ? 'actionItem.overdue' : 'actionItem.dueAt', { date: dayText(item.due, today) })}
            </span>
            {' · '}
          </>
        )}
        {t('mine.on', { board: item.title })}
      </span>
    </Link>
  );
}

/** With its year where that is another. */
function dayText(day: Day, today: Day): string {
  const isOfThisYear = day.slice(0, 4) === today.slice(0, 4);
  const rest = isOfThisYear ? ({ weekday: 'short' } as const) : ({ year: 'numeric' } as const);
  const how = { ...rest, day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(textLocales(), how).format(noonOf(day));
}
