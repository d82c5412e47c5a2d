// The page: what is asked, until when, and whatever there is to do: wait, vote, or read the result.

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type Ballot, isOpen, takesVotes } from '../../shared/features/voting/ballot.ts';
import { boardPath } from '../app/address.ts';
import type { BallotNow } from '../sync/votes.ts';
import { t } from '../text/votingPageWords.ts';
import { useSignal } from '../ui/useSignal.ts';
import { ballotName } from '../votes/words.ts';
import type { OpenVoting } from './openVoting.ts';
import { Voting } from './Voting.tsx';
import styles from './VotingPage.module.css';
import { sizeText, whenText } from './words.ts';

const Outcome = lazy(() => import('./Outcome.tsx'));

interface VotingPageProps {
  readonly open: OpenVoting;
  /** The ballot of the address. */
  readonly wanted: string | null;
}

export function VotingPage({ open, wanted }: VotingPageProps) {
  const isLoaded = useSignal(open.loaded);
  useSignal(open.pulse);
  useBoardTick(open);
  useReturn(open);
  const [chosen, setChosen] = useState(wanted);
  // What somebody is looking at stays, also when it is over.
  const last = useRef<string | null>(null);
  const shown = open.shown(chosen ?? last.current);
  last.current = shown?.ballot.id ?? null;
  const name = shown === null ? t('votingPage.title') : ballotName(shown.ballot);
  useEffect(() => {
    document.title = `${name} · ${t('app.name')}`;
  }, [name]);
  if (!isLoaded) return <Notice open={open} title={t('votingPage.title')} text={t('votingPage.loading')} />;
  if (shown === null)
    return <Notice open={open} title={t('votingPage.none')} text={t('votingPage.none.text')} />;
  return (
    <main className={styles.page}>
      <Top open={open} shown={shown} onChoose={wanted === null ? setChosen : null} />
      <Suspense fallback={null}>
        <Body key={shown.ballot.id} open={open} shown={shown} />
      </Suspense>
    </main>
  );
}

function Notice({
  open,
  title,
  text,
}: {
  readonly open: OpenVoting;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <main className={styles.notice}>
      <h1>{title}</h1>
      <p role="status">{text}</p>
      <a className={styles.board} href={wallOf(open)}>
        {t('votingPage.board')}
      </a>
    </main>
  );
}

interface PartProps {
  readonly open: OpenVoting;
  readonly shown: BallotNow;
}

interface TopProps extends PartProps {
  /** null for whoever was sent one ballot and no other. */
  readonly onChoose: ((ballot: string) => void) | null;
}

function Top({ open, shown, onChoose }: TopProps) {
  const { ballot } = shown;
  const others = open.votes.now.get();
  return (
    <header className={styles.top}>
      <p className={styles.where}>
        <span dir="auto">{open.session.title() ?? ''}</span>
        <a href={wallOf(open)}>{t('votingPage.board')}</a>
      </p>
      <h1 dir="auto">{ballotName(ballot)}</h1>
      <p className={styles.facts}>
        {ballot.practice && <span className={styles.practice}>{t('voting.practice')}</span>}
        {[t(`voting.method.${ballot.method}`), sizeText(ballot)].filter((each) => each !== '').join(' · ')}
      </p>
      <Times open={open} ballot={ballot} />
      {takesVotes(ballot, open.serverNow()) && <Turnout shown={shown} />}
      {onChoose !== null && others.length > 1 && (
        <label className={styles.which}>
          <span className="visually-hidden">{t('voting.which')}</span>
          <select value={ballot.id} onChange={({ target }) => onChoose(target.value)}>
            {[...others].reverse().map((each) => (
              <option key={each.ballot.id} value={each.ballot.id}>
                {`${ballotName(each.ballot)} · ${t(isOpen(each.ballot) ? 'voting.state.open' : 'voting.state.closed')}`}
              </option>
            ))}
          </select>
        </label>
      )}
    </header>
  );
}

function Times({ open, ballot }: { readonly open: OpenVoting; readonly ballot: Ballot }) {
  const now = open.serverNow();
  const { closedAt, closesAt } = ballot;
  const at = closedAt ?? closesAt;
  if (at === null) return null;
  const time = whenText(at, now);
  const words =
    closedAt !== null
      ? t('votingPage.closed', { time })
      : t(at <= now ? 'votingPage.over' : 'votingPage.closes', { time });
  return (
    <p className={styles.facts}>
      <time dateTime={new Date(at).toISOString()}>{words}</time>
    </p>
  );
}

/** How far it is, and what it needs. */
function Turnout({ shown: { ballot, progress } }: { readonly shown: BallotNow }) {
  const words = [
    progress === null ? '' : t('voting.progress', { voted: progress.voted, eligible: progress.eligible }),
    ballot.quorum === null ? '' : t('votingPage.quorum', { quorum: ballot.quorum }),
  ];
  return <p className={styles.facts}>{words.filter((each) => each !== '').join(' · ')}</p>;
}

function Body({ open, shown }: PartProps) {
  const { ballot, progress, result } = shown;
  const now = open.serverNow();
  if (!isOpen(ballot))
    return result === null ? null : <Outcome open={open} ballot={ballot} result={result} />;
  if (ballot.opensAt !== null && ballot.opensAt > now)
    return (
      <section className={styles.wait}>
        <h2>{t('votingPage.soon')}</h2>
        <p>{t('votingPage.soon.text', { time: whenText(ballot.opensAt, now) })}</p>
        <p>{t('votingPage.soon.options', { count: ballot.options.length })}</p>
        {ballot.quorum !== null && <p>{t('votingPage.quorum', { quorum: ballot.quorum })}</p>}
      </section>
    );
  if (open.mayVoteIn(ballot)) return <Voting open={open} ballot={ballot} soFar={result} />;
  const isOver = ballot.closesAt !== null && ballot.closesAt <= now;
  return (
    <section className={styles.wait}>
      {!isOver && <p>{t('votingPage.notMine')}</p>}
      {isOver && progress !== null && (
        <p role="status">{t('voting.progress', { voted: progress.voted, eligible: progress.eligible })}</p>
      )}
      {result !== null && <Outcome open={open} ballot={ballot} result={result} />}
    </section>
  );
}

/** Back from flight mode, and when the page goes: what was seen is written down before. */
function useReturn(open: OpenVoting): void {
  useEffect(() => {
    const back = () => open.reconnectNow();
    const gone = () => open.checkConnection();
    const away = () => open.seen.write();
    window.addEventListener('online', back);
    window.addEventListener('offline', gone);
    window.addEventListener('pagehide', away);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('offline', gone);
      window.removeEventListener('pagehide', away);
    };
  }, [open]);
}

/** The wall is another page, and loads anew. */
function wallOf({ id }: OpenVoting): string {
  return `.${boardPath(id)}`;
}

/** Ideas are still written while people vote. */
function useBoardTick({ board }: OpenVoting): void {
  const [, again] = useState(0);
  useEffect(() => board.observe(() => again((count) => count + 1)), [board]);
}
