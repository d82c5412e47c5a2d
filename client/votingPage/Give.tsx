// What one option is given, by the method, for a thumb: the same on a card and in a row of the list.

import { Check, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { votingLimits } from '../../shared/features/voting/ballot.ts';
import { priceOfNext } from '../../shared/features/voting/votes.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { t } from '../text/votingPageWords.ts';
import { cx } from '../ui/cx.ts';
import type { Booth } from './booth.ts';
import styles from './Give.module.css';

interface GiveProps {
  readonly booth: Booth;
  readonly option: ItemId;
  /** What the option says, for whoever hears it. */
  readonly name: string;
  /** On a card there is room for words. */
  readonly isLarge?: boolean;
}

export function Give(props: GiveProps) {
  switch (props.booth.ballot.method) {
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

function Steps({ booth, option, name, isLarge }: GiveProps) {
  const { open, ballot, vote, left } = booth;
  const count = vote.counts.get(option) ?? 0;
  const price = priceOfNext(ballot.method, count);
  const isMost = count >= ballot.maxPerOption;
  const mayGive = !isMost && (left ?? 0) >= price;
  return (
    <fieldset
      className={cx(styles.steps, isLarge && styles.large)}
      aria-label={t('voting.yours', { count, option: name })}
    >
      <RoundButton
        label={t('voting.takeBackFrom', { option: name })}
        isOff={count === 0}
        onPress={() => open.votes.takeBack(ballot, option)}
      >
        <Minus />
      </RoundButton>
      <span className={cx(styles.count, count > 0 && styles.some)} aria-hidden="true">
        {count}
      </span>
      <RoundButton
        label={t('voting.giveTo', { option: name })}
        isOff={!mayGive}
        onPress={() => open.votes.give(ballot, option)}
      >
        <Plus />
      </RoundButton>
      {isLarge && ballot.method === 'quadratic' && !isMost && (
        <span className={styles.price}>{t('votingPage.give.price', { price })}</span>
      )}
    </fieldset>
  );
}

interface RoundButtonProps {
  readonly label: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** Not `disabled` when it is off: whoever goes by keys would lose the place with the last dot. */
function RoundButton({ label, isOff, onPress, children }: RoundButtonProps) {
  return (
    <button
      type="button"
      className={styles.round}
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onPress()}
    >
      {children}
    </button>
  );
}

function Yes({ booth: { open, ballot, vote }, option, name, isLarge }: GiveProps) {
  const isOn = vote.counts.has(option);
  const words = t(isOn ? 'votingPage.give.approved' : 'votingPage.give.approve');
  return (
    <button
      type="button"
      className={cx(styles.toggle, isOn && styles.on)}
      aria-pressed={isOn}
      // What is written on it is what it is called.
      aria-label={isLarge ? `${words}: ${name}` : t('voting.approve', { option: name })}
      onClick={() => (isOn ? open.votes.takeBack(ballot, option) : open.votes.give(ballot, option))}
    >
      <Check aria-hidden="true" />
      {isLarge && words}
    </button>
  );
}

function Scores({ booth: { open, ballot, vote }, option, name }: GiveProps) {
  const chosen = vote.counts.get(option);
  return (
    <fieldset className={styles.scores} aria-label={t('voting.scoreOf', { option: name })}>
      {Array.from({ length: votingLimits.scoreMax + 1 }, (_, score) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a score is its own key.
          key={score}
          type="button"
          className={cx(styles.score, chosen === score && styles.on)}
          aria-pressed={chosen === score}
          onClick={() => open.votes.score(ballot, option, chosen === score ? null : score)}
        >
          {score}
        </button>
      ))}
    </fieldset>
  );
}

function Rank({ booth: { open, ballot, vote, left }, option, name, isLarge }: GiveProps) {
  const place = vote.ranking.indexOf(option) + 1;
  const isIn = place > 0;
  const next = vote.ranking.length + 1;
  const isOff = !isIn && left === 0;
  const long = t(isIn ? 'votingPage.give.ranked' : 'votingPage.give.rank', { place: isIn ? place : next });
  const words = isLarge ? long : isIn ? `${place}.` : '+';
  return (
    <button
      type="button"
      className={cx(styles.toggle, isIn && styles.on)}
      aria-pressed={isIn}
      aria-label={isIn || isLarge ? `${words} ${name}` : t('voting.rankIt', { option: name })}
      aria-disabled={isOff}
      onClick={() => {
        if (isIn) open.votes.takeBack(ballot, option);
        else if (!isOff) open.votes.give(ballot, option);
      }}
    >
      {words}
    </button>
  );
}

function Sliders({ booth: { open, ballot, vote }, option, name, isLarge }: GiveProps) {
  const spot = vote.spots.get(option);
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
      <span className={styles.ends} aria-hidden="true">
        <span>{t('votingPage.low')}</span>
        <span>{t('votingPage.high')}</span>
      </span>
    </label>
  );
  return (
    <div className={cx(styles.sliders, spot === undefined && styles.untouched)}>
      {slider(t('voting.impact'), y, (next) => open.votes.place(ballot, option, [x, next]))}
      {slider(t('voting.effort'), x, (next) => open.votes.place(ballot, option, [next, y]))}
      {isLarge && spot !== undefined && (
        <button
          type="button"
          className={styles.clear}
          aria-label={`${t('votingPage.give.clear')}: ${name}`}
          onClick={() => open.votes.place(ballot, option, null)}
        >
          {t('votingPage.give.clear')}
        </button>
      )}
    </div>
  );
}
