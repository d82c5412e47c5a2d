// The small dialog that opens a ballot: what about, among what, how. What the step of the plan says is filled in already.

import { useState } from 'react';
import { can } from '../../../shared/board/roles.ts';
import { type Method, methods, votersMin, votingLimits } from '../../../shared/features/voting/ballot.ts';
import { t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { FeatureView } from '../feature.ts';
import styles from './BallotForm.module.css';
import { type BallotForm, formFor, openBallot, optionCounts } from './ballotForm.ts';
import { Choice, NumberField, Tick } from './fields.tsx';
import type { VotingHere } from './votingHere.ts';

interface OpenBallotProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
  readonly onClose: () => void;
}

export default function OpenBallot({ view, here, onClose }: OpenBallotProps) {
  const [form, setForm] = useState(() => formFor(view));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<BallotForm>) => setForm((before) => ({ ...before, ...part }));
  const counts = optionCounts(view);
  const options = counts[form.options];
  const open = async () => {
    setBusy(true);
    const answer = await openBallot(view, form);
    setBusy(false);
    if (!answer.ok) {
      setTrouble(answer.code === 'ballot-open' ? t('voting.why.open') : whyNot(answer));
      return;
    }
    here.chosen.set(null);
    onClose();
  };
  return (
    <Dialog
      open
      title={t('voting.open.title')}
      description={t('voting.secrecy')}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('voting.open.cancel')}
          </Button>
          <Button
            variant="solid"
            busy={isBusy}
            disabled={options < votingLimits.optionsMin}
            onClick={() => void open()}
          >
            {t(form.practice ? 'voting.open.practice' : 'voting.open.open')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (options >= votingLimits.optionsMin) void open();
        }}
      >
        <TextField
          label={t('voting.open.question')}
          placeholder={t('voting.open.questionExample')}
          value={form.title}
          maxLength={200}
          autoFocus
          onChange={({ target }) => change({ title: target.value })}
        />
        <Choice
          label={t('voting.open.among')}
          value={form.options}
          options={(['notes', 'clusters', 'selected'] as const)
            .filter((each) => each !== 'selected' || counts.selected > 1)
            .map((each) => ({ value: each, text: t(`voting.open.${each}`, { count: counts[each] }) }))}
          onChange={(value) => change({ options: value })}
        />
        <MethodFields form={form} change={change} />
        <MoreChoices form={form} change={change} />
        <Warnings view={view} form={form} options={options} />
        {trouble !== null && (
          <p className={styles.trouble} role="alert">
            {trouble}
          </p>
        )}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly form: BallotForm;
  readonly change: (part: Partial<BallotForm>) => void;
}

function MethodFields({ form, change }: FieldsProps) {
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

/** What is right as it is nearly always. */
function MoreChoices({ form, change }: FieldsProps) {
  return (
    <details className={styles.moreChoices}>
      <summary>{t('voting.open.more')}</summary>
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
        <Choice
          label={t('voting.open.who')}
          value={form.who}
          options={(['present', 'link'] as const).map((value) => ({
            value,
            text: t(`voting.open.who.${value}`),
          }))}
          onChange={(who) => change({ who })}
        />
        <Tick
          label={t('voting.open.isPractice')}
          checked={form.practice}
          onChange={(practice) => change({ practice })}
        />
      </div>
    </details>
  );
}

interface WarningsProps {
  readonly view: FeatureView;
  readonly form: BallotForm;
  readonly options: number;
}

/** What the one who opens it should know; none of it stops them. */
function Warnings({ view, form, options }: WarningsProps) {
  const { board } = view;
  const others = new Set(board.presence.others().map(({ person }) => person.id));
  const voters = [...others, board.me.id].filter((id) => {
    const person = board.session.person(id);
    return person !== null && can(person.role, 'takePart') && !person.neutral;
  });
  const words = [
    options < votingLimits.optionsMin ? t('voting.warn.options') : null,
    form.who === 'present' ? t('voting.warn.voters', { count: voters.length }) : null,
    form.who === 'present' && voters.length < votersMin ? t('voting.warn.few') : null,
    form.show === 'live' ? t('voting.warn.live') : null,
    form.method === 'dots' && options > 3 * form.votes && options > 12
      ? t('voting.warn.many', { options })
      : null,
  ].filter((each) => each !== null);
  return (
    <ul className={styles.warnings} aria-live="polite">
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
