// While a ballot takes my votes: ideas one by one or as a list, what I gave, and always in view what is left and how safe it is.

import { CircleAlert, CircleCheck, CloudOff, LoaderCircle } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Ballot } from '../../shared/features/voting/ballot.ts';
import type { Result } from '../../shared/features/voting/result.ts';
import { gaveTo, leftOf } from '../../shared/features/voting/votes.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { t } from '../text/votingPageWords.ts';
import { cx } from '../ui/cx.ts';
import { useSignal } from '../ui/useSignal.ts';
import { leastSeenFirst } from '../votes/order.ts';
import { leftText } from '../votes/words.ts';
import type { Booth } from './booth.ts';
import { Cards } from './Cards.tsx';
import { Ideas } from './Ideas.tsx';
import type { OpenVoting } from './openVoting.ts';
import { Ranking } from './Ranking.tsx';
import styles from './Voting.module.css';
import type { VoteSave } from './voteSave.ts';

type Mode = 'cards' | 'list' | 'mine' | 'soFar';

const Outcome = lazy(() => import('./Outcome.tsx'));

interface VotingProps {
  readonly open: OpenVoting;
  readonly ballot: Ballot;
  /** What is told while people vote; null where nothing is. */
  readonly soFar: Result | null;
}

export function Voting({ open, ballot, soFar }: VotingProps) {
  const [mode, setMode] = useState<Mode>('cards');
  const [place, setPlace] = useState(0);
  const [round, setRound] = useState(0);
  // As it is when somebody comes, and again when they begin anew: nothing moves away under a thumb.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ballot is another object whenever anything of it is told again.
  const order = useMemo(
    () =>
      leastSeenFirst(ballot, open.me, {
        seen: round === 0 ? open.seen.of(ballot) : new Set(),
        levels: open.seen.levels(ballot),
      }),
    [open, ballot.id, round],
  );
  const vote = open.votes.mineIn(ballot);
  const booth: Booth = { open, ballot, vote, left: leftOf(ballot, vote), order };
  const given = order.filter((id) => gaveTo(vote, id)).length;
  const show = (option: ItemId) => {
    setPlace(Math.max(0, order.indexOf(option)));
    setMode('cards');
  };
  const modes: readonly Mode[] = ['cards', 'list', 'mine', ...(soFar === null ? [] : ['soFar' as const])];
  if (order.length === 0) return <p className={styles.empty}>{t('votingPage.noIdeas')}</p>;
  return (
    <>
      <fieldset className={styles.modes} aria-label={t('votingPage.view')}>
        {modes.map((each) => (
          <button
            key={each}
            type="button"
            className={cx(styles.mode, mode === each && styles.on)}
            aria-pressed={mode === each}
            onClick={() => setMode(each)}
          >
            {t(each === 'soFar' ? 'voting.result.soFar' : `votingPage.${each}`)}
            {each === 'mine' && given > 0 && <span className={styles.given}>{given}</span>}
          </button>
        ))}
      </fieldset>
      {mode === 'cards' && (
        <Cards
          booth={booth}
          place={place}
          onPlace={setPlace}
          onAgain={() => {
            setRound(round + 1);
            setPlace(0);
          }}
        />
      )}
      {mode === 'list' && <Ideas booth={booth} onlyMine={false} onOpen={show} />}
      {mode === 'mine' && ballot.method === 'ranked' && <Ranking booth={booth} />}
      {mode === 'mine' && ballot.method !== 'ranked' && <Ideas booth={booth} onlyMine onOpen={show} />}
      {mode === 'soFar' && soFar !== null && (
        <Suspense fallback={<div className={styles.coming} />}>
          <Outcome open={open} ballot={ballot} result={soFar} />
        </Suspense>
      )}
      <Budget booth={booth} />
    </>
  );
}

/** More than this are a number. */
const dotsMax = 12;

function Budget({ booth }: { readonly booth: Booth }) {
  const { open, ballot, vote, left } = booth;
  const save = useSignal(open.save);
  const showsDots = ballot.method === 'dots' && left !== null && ballot.votes <= dotsMax;
  return (
    <section className={styles.budget} aria-label={t('voting.bar')}>
      <p className={styles.left}>
        {showsDots && (
          <span className={styles.dots} aria-hidden="true">
            {Array.from({ length: ballot.votes }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: dots have no names.
              <span key={index} className={index < ballot.votes - left ? styles.used : styles.free} />
            ))}
          </span>
        )}
        <strong role="status">{leftText(ballot, vote, left)}</strong>
      </p>
      <SaveWords save={save} />
    </section>
  );
}

function SaveWords({ save }: { readonly save: VoteSave }) {
  const Icon = icons[save];
  return (
    <p className={cx(styles.save, (save === 'page' || save === 'refused') && styles.trouble)} role="status">
      <Icon aria-hidden="true" />
      <span>{t(`votingPage.save.${save}`)}</span>
    </p>
  );
}

const icons = {
  loading: LoaderCircle,
  saved: CircleCheck,
  sending: LoaderCircle,
  device: CloudOff,
  page: CircleAlert,
  away: CloudOff,
  refused: CircleAlert,
} as const;
