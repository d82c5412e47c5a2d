// My order so far, best first, to move up and down.

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { t } from '../text/votingPageWords.ts';
import { optionText } from '../votes/words.ts';
import type { Booth } from './booth.ts';
import styles from './Ranking.module.css';

export function Ranking({ booth: { open, ballot, vote } }: { readonly booth: Booth }) {
  const { ranking } = vote;
  const move = (from: number, by: number) => {
    const next = [...ranking];
    const [moved] = next.splice(from, 1);
    if (moved !== undefined) next.splice(from + by, 0, moved);
    open.votes.rank(ballot, next);
  };
  if (ranking.length === 0) return <p className={styles.empty}>{t('votingPage.mine.none')}</p>;
  return (
    <ol className={styles.ranking} aria-label={t('voting.myOrder')}>
      {ranking.map((id, index) => {
        const name = optionText(open, id);
        const deeds = [
          {
            label: t('voting.up', { option: name }),
            icon: <ArrowUp />,
            isOff: index === 0,
            run: () => move(index, -1),
          },
          {
            label: t('voting.down', { option: name }),
            icon: <ArrowDown />,
            isOff: index === ranking.length - 1,
            run: () => move(index, 1),
          },
          {
            label: t('voting.takeBackFrom', { option: name }),
            icon: <X />,
            isOff: false,
            run: () => open.votes.takeBack(ballot, id),
          },
        ];
        return (
          <li key={id} className={styles.row}>
            <span className={styles.place}>{index + 1}.</span>
            <span className={styles.name} dir="auto">
              {name}
            </span>
            {deeds.map(({ label, icon, isOff, run }) => (
              <button
                key={label}
                type="button"
                className={styles.deed}
                aria-label={label}
                aria-disabled={isOff}
                onClick={() => !isOff && run()}
              >
                {icon}
              </button>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
