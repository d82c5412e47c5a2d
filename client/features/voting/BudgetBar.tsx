// While a ballot takes my votes: the question, what I have left, how far the others are, and the way to the list. Stays over the
// tools, where a thumb reaches it.

import { CircleCheck, List, MousePointerClick } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Ballot } from '../../../shared/features/voting/ballot.ts';
import { hasVoted } from '../../../shared/features/voting/votes.ts';
import type { BallotNow } from '../../sync/votes.ts';
import { t } from '../../text/resultWords.ts';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { sheetBelowPx } from '../../ui/panelSize.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import { ballotName, leftText } from '../../votes/words.ts';
import type { FeatureView } from '../feature.ts';
import { Counting } from './Counting.tsx';
import styles from './VotingBar.module.css';
import type { MyBallot } from './votingHere.ts';
import { maySteer, panelId } from './votingShell.ts';
import { whenText } from './when.ts';

/** Where the list is a sheet from below. */
export const sheetQuery = `(max-width: ${sheetBelowPx}px)`;
/** More than this are a number. */
const dotsMax = 10;

type Board = FeatureView['board'];

interface BudgetBarProps {
  readonly view: FeatureView;
  readonly mine: MyBallot;
}

export function BudgetBar({ view, mine }: BudgetBarProps) {
  const { board, editor } = view;
  const { ballot } = mine.now;
  const isVoting = useSignal(editor.toolbox.state).tool === 'vote';
  const isListed = useSignal(board.panel) === panelId;
  const isSheet = useMedia(sheetQuery);
  useSignal(board.role);
  // The sheet lies over it, and says the same at its foot.
  if (isListed && isSheet) return null;
  const deeds = (
    <>
      <IconButton
        label={t('voting.tool')}
        icon={<MousePointerClick />}
        keys="shift+b"
        pressed={isVoting}
        side="top"
        onClick={() => editor.toolbox.choose(isVoting ? 'select' : 'vote')}
      />
      <ListButton board={board} label={t('voting.list')} />
      {maySteer(board) && !isListed && <Counting board={board} ballot={ballot} isTime={isFull(mine.now)} />}
    </>
  );
  return (
    <Bar ballot={ballot} deeds={deeds}>
      <Budget board={board} mine={mine} />
      <ProgressWords now={mine.now} />
      {ballot.closesAt !== null && (
        <span className={styles.progress}>
          {t('ballot.closes', { time: whenText(ballot.closesAt, board.serverNow()) })}
        </span>
      )}
    </Bar>
  );
}

interface BudgetProps {
  readonly board: Board;
  readonly mine: MyBallot;
}

/** What I have left, and that it is kept. */
export function Budget({ board, mine }: BudgetProps) {
  const isSaved = useSignal(board.padSaved);
  return (
    <span className={styles.left}>
      <Dots mine={mine} />
      <span role="status">{leftText(mine.now.ballot, mine.vote, mine.left)}</span>
      {hasVoted(mine.vote) && isSaved && (
        <CircleCheck size={14} aria-label={t('voting.kept')} className={styles.kept} />
      )}
    </span>
  );
}

/** For whoever steers and has no vote in it. */
export function CountBar({ board, now }: { readonly board: Board; readonly now: BallotNow }) {
  return (
    <Bar ballot={now.ballot} deeds={<Counting board={board} ballot={now.ballot} isTime={isFull(now)} />}>
      <ProgressWords now={now} />
    </Bar>
  );
}

/** One that opens soon is told to everybody, with the way to what it will be about. */
export function AnnouncedBar({ board, ballot }: { readonly board: Board; readonly ballot: Ballot }) {
  return (
    <Bar ballot={ballot} deeds={<ListButton board={board} label={t('voting.show')} />}>
      <span className={styles.progress} role="status">
        {t('ballot.announced', { time: whenText(ballot.opensAt ?? 0, board.serverNow()) })}
      </span>
    </Bar>
  );
}

interface BarProps {
  readonly ballot: Ballot;
  /** What is known of it. */
  readonly children: ReactNode;
  /** Buttons at its end. */
  readonly deeds: ReactNode;
}

function Bar({ ballot, children, deeds }: BarProps) {
  return (
    <Card className={styles.budget} role="region" aria-label={t('voting.bar')} data-low="">
      <div className={styles.budgetWords}>
        <strong className={styles.question} dir="auto">
          {ballot.practice && <span className={styles.practice}>{t('voting.practice')}</span>}
          {ballotName(ballot)}
        </strong>
        {children}
      </div>
      {deeds}
    </Card>
  );
}

function ProgressWords({ now: { progress } }: { readonly now: BallotNow }) {
  if (progress === null) return null;
  return (
    <span className={styles.progress}>
      {t('voting.progress', { voted: progress.voted, eligible: progress.eligible })}
    </span>
  );
}

function ListButton({ board, label }: { readonly board: Board; readonly label: string }) {
  const isListed = useSignal(board.panel) === panelId;
  return (
    <IconButton
      label={label}
      icon={<List />}
      keys="b"
      pressed={isListed}
      side="top"
      onClick={() => board.panel.set(isListed ? null : panelId)}
    />
  );
}

/** Everybody who may has voted. */
export function isFull({ progress }: BallotNow): boolean {
  return progress !== null && progress.voted === progress.eligible;
}

function Dots({ mine }: { readonly mine: MyBallot }) {
  const { method, votes } = mine.now.ballot;
  if (method !== 'dots' || mine.left === null || votes > dotsMax) return null;
  const used = votes - mine.left;
  return (
    <span className={styles.dots} aria-hidden="true">
      {Array.from({ length: votes }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no names.
        <span key={index} className={index < used ? styles.used : styles.free} />
      ))}
    </span>
  );
}
