// What may be voted for, as a list: each with its own control, by the method. The same for a mouse, a thumb and a screen reader.

import { ArrowDown, ArrowUp, Crosshair } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { t } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { inMyOrder } from '../../votes/order.ts';
import { optionText } from '../../votes/words.ts';
import type { FeatureView } from '../feature.ts';
import { goTo } from './goTo.ts';
import { OptionControl } from './OptionControl.tsx';
import styles from './VotePanel.module.css';
import type { MyBallot, VotingHere } from './votingHere.ts';

/** From here on there is something to type to find one. */
const searchFrom = 10;
const pageSize = 60;

interface OptionListProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
  readonly mine: MyBallot;
}

export function OptionList({ view, here, mine }: OptionListProps) {
  const { board } = view;
  const { ballot } = mine.now;
  const [search, setSearch] = useState('');
  const [pages, setPages] = useState(1);
  const order = useMemo(() => inMyOrder(ballot, board.me.id), [ballot, board.me.id]);
  const wanted = search.trim().toLocaleLowerCase();
  const found = order.filter((id) => optionText(board, id).toLocaleLowerCase().includes(wanted));
  const shown = found.slice(0, pageSize * pages);
  return (
    <section aria-label={t('voting.options')}>
      {ballot.method === 'ranked' && mine.vote.ranking.length > 0 && (
        <Ranking view={view} here={here} mine={mine} />
      )}
      {order.length >= searchFrom && (
        <div className={styles.search}>
          <TextField
            label={t('voting.search')}
            labelHidden
            type="search"
            placeholder={t('voting.search')}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        </div>
      )}
      <ul className={styles.list} onKeyDown={goByArrows}>
        {shown.map((id) => (
          <li key={id} className={cx(styles.row, here.has(id) && styles.given)}>
            <button type="button" className={styles.name} dir="auto" onClick={() => goTo(view, id)}>
              {optionText(board, id)}
            </button>
            <OptionControl votes={here.votes} mine={mine} option={id} name={optionText(board, id)} />
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <button type="button" className={styles.more} onClick={() => setPages(pages + 1)}>
          {t('voting.showMore', { count: found.length - shown.length })}
        </button>
      )}
      {found.length === 0 && <p className={styles.empty}>{t('voting.nothingFound')}</p>}
    </section>
  );
}

/** My order so far, best first, to move up and down. */
function Ranking({ view, here, mine }: OptionListProps) {
  const { ballot } = mine.now;
  const { ranking } = mine.vote;
  const move = (from: number, by: number) => {
    const next = [...ranking];
    const [moved] = next.splice(from, 1);
    if (moved !== undefined) next.splice(from + by, 0, moved);
    here.votes.rank(ballot, next);
  };
  return (
    <ol className={styles.ranking} aria-label={t('voting.myOrder')}>
      {ranking.map((id, index) => {
        const name = optionText(view.board, id);
        return (
          <li key={id} className={styles.row}>
            <span className={styles.place}>{index + 1}.</span>
            <span className={styles.ranked} dir="auto">
              {name}
            </span>
            <IconButton
              label={t('voting.up', { option: name })}
              icon={<ArrowUp />}
              tooltip={false}
              // Not `disabled`: whoever goes by keys would lose the place at the top.
              aria-disabled={index === 0}
              onClick={() => index > 0 && move(index, -1)}
            />
            <IconButton
              label={t('voting.down', { option: name })}
              icon={<ArrowDown />}
              tooltip={false}
              aria-disabled={index === ranking.length - 1}
              onClick={() => index < ranking.length - 1 && move(index, 1)}
            />
            <IconButton
              label={t('voting.goTo', { option: name })}
              icon={<Crosshair />}
              tooltip={false}
              onClick={() => goTo(view, id)}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** Arrows go to the same thing in the row below or above. A slider keeps them. */
function goByArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const row = event.target.closest('li');
  const next = by > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  const place = [...(row?.querySelectorAll('button') ?? [])].indexOf(event.target);
  const there = next?.querySelectorAll('button')[place];
  if (there === undefined) return;
  event.preventDefault();
  there.focus();
}
