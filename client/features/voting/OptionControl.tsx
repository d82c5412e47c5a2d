// What one option is given, by the method: more and less, yes, a score, a place in an order, two sliders.

import { Check, Minus, Plus } from 'lucide-react';
import { votingLimits } from '../../../shared/features/voting/ballot.ts';
import { priceOfNext } from '../../../shared/features/voting/votes.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Votes } from '../../sync/votes.ts';
import { t } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './VotePanel.module.css';
import type { MyBallot } from './votingHere.ts';

interface OptionControlProps {
  readonly votes: Votes;
  readonly mine: MyBallot;
  readonly option: ItemId;
  /** What the option says, for whoever hears it. */
  readonly name: string;
}

export function OptionControl(props: OptionControlProps) {
  switch (props.mine.now.ballot.method) {
    case 'dots':
    case 'quadratic':
      return <Steps {...props} />;
    case 'approval':
      return <Yes {...props} />;
    case 'score':
      return <Scores {...props} />;
    case 'ranked':
      return <Rank {...props} />;
    case 'matrix':
      return <Sliders {...props} />;
  }
}

function Steps({ votes, mine, option, name }: OptionControlProps) {
  const { ballot } = mine.now;
  const count = mine.vote.counts.get(option) ?? 0;
  const mayGive = count < ballot.maxPerOption && (mine.left ?? 0) >= priceOfNext(ballot.method, count);
  return (
    <fieldset className={styles.steps} aria-label={t('voting.yours', { count, option: name })}>
      <IconButton
        label={t('voting.takeBackFrom', { option: name })}
        icon={<Minus />}
        tooltip={false}
        // Not `disabled`: whoever goes by keys would lose the place with the last dot.
        aria-disabled={count === 0}
        onClick={() => votes.takeBack(ballot, option)}
      />
      <span className={cx(styles.count, count > 0 && styles.some)} aria-hidden="true">
        {count}
      </span>
      <IconButton
        label={t('voting.giveTo', { option: name })}
        icon={<Plus />}
        tooltip={false}
        aria-disabled={!mayGive}
        onClick={() => votes.give(ballot, option)}
      />
    </fieldset>
  );
}

function Yes({ votes, mine, option, name }: OptionControlProps) {
  const { ballot } = mine.now;
  const isOn = mine.vote.counts.has(option);
  return (
    <IconButton
      label={t('voting.approve', { option: name })}
      icon={<Check />}
      tooltip={false}
      pressed={isOn}
      onClick={() => (isOn ? votes.takeBack(ballot, option) : votes.give(ballot, option))}
    />
  );
}

function Scores({ votes, mine, option, name }: OptionControlProps) {
  const { ballot } = mine.now;
  const chosen = mine.vote.counts.get(option);
  return (
    <fieldset className={styles.scores} aria-label={t('voting.scoreOf', { option: name })}>
      {Array.from({ length: votingLimits.scoreMax + 1 }, (_, score) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a score is its own key.
          key={score}
          type="button"
          className={cx(styles.score, chosen === score && styles.on)}
          aria-pressed={chosen === score}
          onClick={() => votes.score(ballot, option, chosen === score ? null : score)}
        >
          {score}
        </button>
      ))}
    </fieldset>
  );
}

function Rank({ votes, mine, option, name }: OptionControlProps) {
  const { ballot } = mine.now;
  const place = mine.vote.ranking.indexOf(option);
  const isIn = place >= 0;
  return (
    <button
      type="button"
      className={cx(styles.score, isIn && styles.on)}
      aria-pressed={isIn}
      aria-label={t('voting.rankIt', { option: name })}
      aria-disabled={!isIn && mine.left === 0}
      onClick={() => (isIn ? votes.takeBack(ballot, option) : votes.give(ballot, option))}
    >
      {isIn ? `${place + 1}.` : '+'}
    </button>
  );
}

function Sliders({ votes, mine, option, name }: OptionControlProps) {
  const { ballot } = mine.now;
  const spot = mine.vote.spots.get(option);
  const [x, y] = spot ?? [0.5, 0.5];
  const slider = (label: string, value: number, set: (next: number) => void) => (
    <label className={styles.slider}>
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(value * 100)}
        aria-label={`${label}: ${name}`}
        onChange={({ target }) => set(target.valueAsNumber / 100)}
      />
    </label>
  );
  return (
    <div className={cx(styles.sliders, spot === undefined && styles.untouched)}>
      {slider(t('voting.impact'), y, (next) => votes.place(ballot, option, [x, next]))}
      {slider(t('voting.effort'), x, (next) => votes.place(ballot, option, [next, y]))}
    </div>
  );
}
