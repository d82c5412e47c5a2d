// The parts of the dialog for a new ballot: how it is voted, when, and what is right as it is nearly always.

import { type Method, methods, votingLimits } from '../../../shared/features/voting/ballot.ts';
import { t } from '../../text/resultWords.ts';
import styles from './BallotForm.module.css';
import { type BallotForm, type Times, whoVotes } from './ballotForm.ts';
import { Choice, NumberField, Tick } from './fields.tsx';
import { hourText, WhenFields } from './WhenFields.tsx';

/** Hours; a choice for each. */
const lateChoices = ['0', '1', '24', '72'] as const;
const quorumUsual = 3;

export interface FieldsProps {
  readonly form: BallotForm;
  readonly change: (part: Partial<BallotForm>) => void;
}

export function MethodFields({ form, change }: FieldsProps) {
  const { method, votes, maxPerOption } = form;
  return (
    <>
      <label className={styles.field}>
        <span>{t('voting.open.method')}</span>
        <select
          className={styles.select}
          value={method}
          onChange={({ target }) => change({ method: target.value as Method })}
        >
          {methods.map((each) => (
            <option key={each} value={each}>
              {t(`voting.method.${each}`)}
            </option>
          ))}
        </select>
        <span className={styles.hint}>{t(`voting.method.${method}.hint`)}</span>
      </label>
      {(method === 'dots' || method === 'quadratic') && (
        <div className={styles.numbers}>
          <NumberField
            label={t(method === 'dots' ? 'voting.open.votes' : 'voting.open.credits')}
            value={votes}
            min={1}
            max={votingLimits.votesMax}
            onChange={(value) => change({ votes: value })}
          />
          {method === 'dots' && (
            <NumberField
              label={t('voting.open.most')}
              value={Math.min(maxPerOption, votes)}
              min={1}
              max={votes}
              onChange={(value) => change({ maxPerOption: value })}
            />
          )}
        </div>
      )}
    </>
  );
}

interface TimedProps extends FieldsProps {
  readonly times: Times;
  readonly now: number;
}

export function TimeFields({ form, change, times, now }: TimedProps) {
  const { opens, closes } = form;
  const isLater = opens.choice !== 'now';
  return (
    <>
      <WhenFields
        label={t('ballot.when.opens')}
        when={opens}
        at={times.opensAt}
        now={now}
        choices={[
          { value: 'now', text: t('ballot.when.now') },
          { value: 'in10', text: t('ballot.when.in10') },
          { value: 'tomorrow9', text: t('ballot.when.tomorrow9', { time: hourText(9, now) }) },
          { value: 'set', text: t('ballot.when.set') },
        ]}
        onChange={(next) => change({ opens: next })}
      />
      <WhenFields
        label={t('ballot.when.closes')}
        when={closes}
        at={times.closesAt}
        now={now}
        choices={[
          { value: 'byHand', text: t('ballot.when.byHand') },
          { value: 'in10', text: t(isLater ? 'ballot.when.after10' : 'ballot.when.in10') },
          // The day after it opens is tomorrow only for one that opens now.
          ...(isLater
            ? []
            : [
                {
                  value: 'tomorrow18' as const,
                  text: t('ballot.when.tomorrow18', { time: hourText(18, now) }),
                },
              ]),
          { value: 'week', text: t(isLater ? 'ballot.when.weekAfter' : 'ballot.when.week') },
          { value: 'set', text: t('ballot.when.set') },
        ]}
        onChange={(next) => change({ closes: next })}
      />
      <Choice
        label={t('voting.open.who')}
        value={whoVotes(form, times, now)}
        options={(['present', 'link'] as const)
          // Nobody is present yet when it opens later.
          .filter((value) => value === 'link' || !isLater)
          .map((value) => ({ value, text: t(`voting.open.who.${value}`) }))}
        onChange={(who) => change({ who })}
      />
    </>
  );
}

export function MoreChoices({ form, change, times }: TimedProps) {
  const hasEnd = times.closesAt !== null;
  return (
    <details className={styles.moreChoices}>
      <summary>{t(hasEnd ? 'ballot.more' : 'ballot.more.now')}</summary>
      <div>
        <Choice
          label={t('voting.open.show')}
          value={form.show}
          options={(['close', 'live'] as const).map((value) => ({
            value,
            text: t(`voting.open.show.${value}`),
          }))}
          onChange={(show) => change({ show })}
        />
        {hasEnd && (
          <label className={styles.field}>
            <span>{t('ballot.late')}</span>
            <select
              className={styles.select}
              value={form.graceHours}
              onChange={({ target }) => change({ graceHours: Number(target.value) })}
            >
              {lateChoices.map((hours) => (
                <option key={hours} value={hours}>
                  {t(`ballot.late.${hours}`)}
                </option>
              ))}
            </select>
            <span className={styles.hint}>{t('ballot.late.hint')}</span>
          </label>
        )}
        <Tick
          label={t('ballot.quorum')}
          checked={form.quorum !== null}
          onChange={(on) => change({ quorum: on ? quorumUsual : null })}
        />
        {form.quorum !== null && (
          <NumberField
            label={t('ballot.quorum.least')}
            value={form.quorum}
            min={1}
            max={votingLimits.quorumMax}
            onChange={(quorum) => change({ quorum })}
          />
        )}
        <Tick
          label={t('voting.open.isPractice')}
          checked={form.practice}
          onChange={(practice) => change({ practice })}
        />
      </div>
    </details>
  );
}
