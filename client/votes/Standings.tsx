// A result as a ranked list: who stands where, what is tied, by how many voters, what I gave myself. On the board every name
// leads to the wall; on the voting page there is none.

import { Crown } from 'lucide-react';
import { useState } from 'react';
import type { Ballot } from '../../shared/features/voting/ballot.ts';
import { type Result, type Standing, standings, winners } from '../../shared/features/voting/result.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { t } from '../text/resultWords.ts';
import { cx } from '../ui/cx.ts';
import styles from './Result.module.css';
import type { Receipt } from './receipts.ts';
import { givenText, optionText, type WithItems, wholeTotalText } from './words.ts';

const shownAtFirst = 25;

export interface CountedProps {
  readonly board: WithItems;
  readonly ballot: Ballot;
  readonly result: Result;
  /** What I gave; null for nothing, or on another device. */
  readonly receipt: Receipt | null;
}

interface StandingsProps extends CountedProps {
  /** Leads to the option, where there is a way. */
  readonly onGo?: (option: ItemId) => void;
}

export function Standings({ board, ballot, result, receipt, onGo }: StandingsProps) {
  const [isWhole, setWhole] = useState(false);
  const all = standings(result, ballot.options);
  const named = all.filter(({ voters }) => voters > 0);
  const first = new Set(result.practice || result.closedAt === null ? [] : winners(result, ballot.options));
  const most = Math.max(1e-9, ...named.map(({ total }) => total));
  const shown = isWhole ? all : named.slice(0, shownAtFirst);
  return (
    <>
      <ol className={cx(styles.standings, onGo === undefined && styles.roomy)}>
        {shown.map((standing) => (
          <Place
            key={standing.option}
            board={board}
            result={result}
            standing={standing}
            share={Math.max(0, standing.total / most)}
            isFirst={first.has(standing.option)}
            mine={givenText(receipt, standing)}
            onGo={onGo}
          />
        ))}
      </ol>
      {all.length > shown.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('voting.showMore', { count: all.length - shown.length })}
        </button>
      )}
    </>
  );
}

interface PlaceProps {
  readonly board: WithItems;
  readonly result: Result;
  readonly standing: Standing;
  /** 0 to 1: how long its bar is. */
  readonly share: number;
  readonly isFirst: boolean;
  /** What I gave it; null for nothing. */
  readonly mine: string | null;
  readonly onGo: StandingsProps['onGo'];
}

function Place({ board, result, standing, share, isFirst, mine, onGo }: PlaceProps) {
  const { option, rank, isTied, voters } = standing;
  const seen = result.seen.get(option);
  const details = [
    t('voting.byVoters', { count: voters }),
    seen === undefined ? null : t('result.seen', { count: seen }),
    isTied ? t('voting.tied') : null,
    mine,
  ];
  const name = optionText(board, option);
  return (
    <li className={cx(styles.standing, isFirst && styles.first)}>
      <span className={styles.place}>
        {isFirst && <Crown size={16} aria-label={t('voting.winner')} />}
        {isTied ? `=${rank}` : `${rank}.`}
      </span>
      <span className={styles.what}>
        {onGo === undefined ? (
          <span className={styles.name} dir="auto">
            {name}
          </span>
        ) : (
          <button type="button" className={styles.name} dir="auto" onClick={() => onGo(option)}>
            {name}
          </button>
        )}
        <span className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
        </span>
        <span className={styles.detail}>{details.filter((words) => words !== null).join(' · ')}</span>
      </span>
      <span className={styles.total}>{wholeTotalText(result, standing)}</span>
    </li>
  );
}
