// The dialog that opens a ballot, or announces one: what about, among what, how, when. What the step of the plan says is filled
// in already; one that follows on another has its options from there.

import { useState, useSyncExternalStore } from 'react';
import { can } from '../../../shared/board/roles.ts';
import { votersMin, votingLimits } from '../../../shared/features/voting/ballot.ts';
import { firstOf, standings } from '../../../shared/features/voting/result.ts';
import { t } from '../../text/resultWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { optionText } from '../../votes/words.ts';
import type { FeatureView } from '../feature.ts';
import { MethodFields, MoreChoices, TimeFields } from './BallotFields.tsx';
import styles from './BallotForm.module.css';
import {
  type BallotForm,
  type Follows,
  formFor,
  openBallot,
  optionCounts,
  optionsIn,
  timesOf,
  whoVotes,
  wrongTimes,
} from './ballotForm.ts';
import { Choice, NumberField } from './fields.tsx';
import type { VotingHere } from './votingHere.ts';
import { whyNoVote } from './whyNoVote.ts';

interface OpenBallotProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
  readonly follows: Follows | null;
  readonly onClose: () => void;
}

export default function OpenBallot({ view, here, follows, onClose }: OpenBallotProps) {
  const [form, setForm] = useState(() => formFor(view, follows));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<BallotForm>) => setForm((before) => ({ ...before, ...part }));
  const options = optionsIn(view, form);
  const now = view.board.serverNow();
  const times = timesOf(form, now);
  const wrong = wrongTimes(times, now);
  const isReady = options >= votingLimits.optionsMin && wrong === null;
  const open = async () => {
    setBusy(true);
    const answer = await openBallot(view, form);
    setBusy(false);
    if (!answer.ok) {
      setTrouble(whyNoVote(answer));
      return;
    }
    here.chosen.set(null);
    onClose();
  };
  return (
    <Dialog
      open
      title={t(follows === null ? 'voting.open.title' : `ballot.${follows.how}.title`)}
      description={t('voting.secrecy')}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('voting.open.cancel')}
          </Button>
          <Button variant="solid" busy={isBusy} disabled={!isReady} onClick={() => void open()}>
            {t(openWords(form))}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void open();
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
        <Among view={view} form={form} change={change} />
        {follows?.how !== 'again' && <MethodFields form={form} change={change} />}
        <TimeFields form={form} change={change} times={times} now={now} />
        <MoreChoices form={form} change={change} times={times} now={now} />
        <Warnings view={view} form={form} options={options} who={whoVotes(form, times, now)} />
        {(trouble !== null || wrong !== null) && (
          <p className={styles.trouble} role="alert">
            {wrong === null ? trouble : t(`ballot.wrong.${wrong}`)}
          </p>
        )}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}

function openWords({ opens, practice }: BallotForm) {
  if (opens.choice !== 'now') return 'ballot.announce';
  return practice ? 'voting.open.practice' : 'voting.open.open';
}

interface AmongProps {
  readonly view: FeatureView;
  readonly form: BallotForm;
  readonly change: (part: Partial<BallotForm>) => void;
}

/** What can be voted for: from the wall, or from the ballot before. */
function Among({ view, form, change }: AmongProps) {
  const { follows, top } = form;
  if (follows?.how === 'again')
    return (
      <p className={styles.about}>{t('ballot.again.about', { options: follows.ballot.options.length })}</p>
    );
  if (follows !== null) return <Winners view={view} follows={follows} top={top} change={change} />;
  const counts = optionCounts(view);
  return (
    <Choice
      label={t('voting.open.among')}
      value={form.options}
      options={(['notes', 'clusters', 'selected'] as const)
        .filter((each) => each === form.options || each === 'notes' || counts[each] > 1)
        .map((each) => ({ value: each, text: t(`voting.open.${each}`, { count: counts[each] }) }))}
      onChange={(value) => change({ options: value })}
    />
  );
}

interface WinnersProps extends Pick<AmongProps, 'view' | 'change'> {
  readonly follows: Follows;
  readonly top: number;
}

/** Who goes on, by name: nobody is surprised by a tie. */
function Winners({ view, follows: { ballot, result }, top, change }: WinnersProps) {
  const named = standings(result, ballot.options).filter(({ voters }) => voters > 0);
  const going = firstOf(result, ballot.options, top);
  return (
    <div>
      <NumberField
        label={t('ballot.winners.top')}
        value={top}
        min={votingLimits.optionsMin}
        max={Math.min(votingLimits.topMax, Math.max(votingLimits.optionsMin, named.length))}
        onChange={(next) => change({ top: next })}
      />
      <p className={styles.hint} role="status">
        {t('ballot.winners.go', { count: going.length })}
        {going.length > top && ` ${t('ballot.winners.tied', { top })}`}
      </p>
      <ol className={styles.going}>
        {going.map((option) => (
          <li key={option} dir="auto">
            {optionText(view.board, option)}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface WarningsProps {
  readonly view: FeatureView;
  readonly form: BallotForm;
  readonly options: number;
  readonly who: 'present' | 'link';
}

/** What the one who opens it should know; none of it stops them. */
function Warnings({ view, form, options, who }: WarningsProps) {
  const { board } = view;
  const there = useSyncExternalStore(board.presence.subscribe, board.presence.others);
  const others = new Set(there.map(({ person }) => person.id));
  const voters = [...others, board.me.id].filter((id) => {
    const person = board.session.person(id);
    return person !== null && can(person.role, 'takePart') && !person.neutral;
  });
  const isHere = who === 'present' && form.opens.choice === 'now';
  const words = [
    options < votingLimits.optionsMin ? t('voting.warn.options') : null,
    isHere ? t('voting.warn.voters', { count: voters.length }) : null,
    isHere && voters.length < votersMin ? t('voting.warn.few') : null,
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
