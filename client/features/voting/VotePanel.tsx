// The panel of votes: the ballot that is open, as a list in which everything can be given that can be given on the wall; or the
// result, ranked. Arrives when it is first opened.

import { type Ballot, isAnnounced, isOpen } from '../../../shared/features/voting/ballot.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { BallotNow } from '../../sync/votes.ts';
import { t } from '../../text/resultWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import { ballotName, optionText } from '../../votes/words.ts';
import type { FeatureView } from '../feature.ts';
import { BallotFacts } from './BallotFacts.tsx';
import fields from './BallotForm.module.css';
import { Budget, isFull, sheetQuery } from './BudgetBar.tsx';
import { Counting } from './Counting.tsx';
import { DecisionsLink } from './DecisionsLink.tsx';
import { goTo } from './goTo.ts';
import { OptionList } from './OptionList.tsx';
import { Remind } from './Remind.tsx';
import results from './Results.module.css';
import { ResultView } from './ResultView.tsx';
import { SendPage } from './SendPage.tsx';
import styles from './VotePanel.module.css';
import type { VotingHere } from './votingHere.ts';
import { maySteer, votingOf } from './votingShell.ts';

/** More than this nobody reads through before it opens. */
const optionsMax = 200;

export default function VotePanel(view: FeatureView) {
  const { board } = view;
  const here = useSignal(votingOf(board).here);
  const close = () => board.panel.set(null);
  return (
    <Panel takesFocus title={t('voting.title')} footer={<Footer view={view} here={here} />} onClose={close}>
      {here !== null && <Contents view={view} here={here} />}
    </Panel>
  );
}

interface PartProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
}

function Contents({ view, here }: PartProps) {
  const all = useSignal(here.votes.now);
  const mine = useSignal(here.mine);
  useSignal(here.chosen);
  const shown = here.shown();
  if (shown === null)
    return (
      <div className={styles.panel}>
        <p className={styles.empty}>{t('voting.empty')}</p>
        <DecisionsLink board={view.board} />
      </div>
    );
  const { ballot, result } = shown;
  const isMine = mine?.now.ballot.id === ballot.id;
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h3 dir="auto">{ballotName(ballot)}</h3>
        <p className={styles.facts}>
          {ballot.practice && <span className={styles.practice}>{t('voting.practice')}</span>}
          {t(`voting.method.${ballot.method}`)}
          {ballot.method === 'dots' &&
            ` · ${t('voting.each', { votes: ballot.votes, most: ballot.maxPerOption })}`}
        </p>
      </header>
      <BallotFacts view={view} here={here} ballot={ballot} />
      {isOpen(ballot) && <OpenFacts view={view} shown={shown} isMine={isMine} />}
      {isMine && <OptionList view={view} here={here} mine={mine} />}
      {result !== null && <ResultView view={view} here={here} shown={shown} result={result} />}
      {isAnnounced(ballot) && <Options view={view} options={ballot.options} />}
      {all.length > 1 && <Which here={here} all={all} shown={shown} />}
      <DecisionsLink board={view.board} />
    </div>
  );
}

/** What will be asked about, to think it over. */
function Options({ view, options }: { readonly view: FeatureView; readonly options: readonly ItemId[] }) {
  return (
    <ul className={styles.list} aria-label={t('voting.options')}>
      {options.slice(0, optionsMax).map((id) => (
        <li key={id} className={styles.row}>
          <button type="button" className={styles.name} dir="auto" onClick={() => goTo(view, id)}>
            {optionText(view.board, id)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Which({
  here,
  all,
  shown,
}: {
  readonly here: VotingHere;
  readonly all: readonly BallotNow[];
  readonly shown: BallotNow;
}) {
  return (
    <label className={styles.which}>
      <span>{t('voting.which')}</span>
      <select
        className={fields.select}
        value={shown.ballot.id}
        onChange={({ target }) => here.chosen.set(target.value)}
      >
        {[...all].reverse().map(({ ballot }) => (
          <option key={ballot.id} value={ballot.id}>
            {`${ballotName(ballot)} · ${t(stateWords(ballot))}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function stateWords(ballot: Ballot) {
  if (isAnnounced(ballot)) return 'ballot.state.announced';
  return isOpen(ballot) ? 'voting.state.open' : 'voting.state.closed';
}

function OpenFacts({
  view,
  shown,
  isMine,
}: {
  readonly view: FeatureView;
  readonly shown: BallotNow;
  readonly isMine: boolean;
}) {
  const { ballot, progress } = shown;
  return (
    <div className={styles.open}>
      {progress !== null && !isAnnounced(ballot) && (
        <p className={styles.progressLine}>
          <progress value={progress.voted} max={Math.max(1, progress.eligible)} aria-hidden="true" />
          <span role="status">
            {t('voting.progress', { voted: progress.voted, eligible: progress.eligible })}
          </span>
        </p>
      )}
      {!isMine && !isAnnounced(ballot) && <p className={styles.note}>{t('voting.notMine')}</p>}
      {maySteer(view.board) && !isAnnounced(ballot) && ballot.who === 'link' && (
        <Remind key={ballot.id} board={view.board} ballot={ballot} />
      )}
      {ballot.who === 'link' && <SendPage board={view.board} ballot={ballot} />}
      <p className={styles.secrecy}>{t('voting.secrecy')}</p>
      {ballot.show === 'live' && <p className={styles.secrecy}>{t('voting.secrecyLive')}</p>}
    </div>
  );
}

interface FooterProps {
  readonly view: FeatureView;
  readonly here: VotingHere | null;
}

function Footer({ view, here }: FooterProps) {
  const { board } = view;
  useSignal(board.role);
  if (here === null) return null;
  return <Foot view={view} here={here} steers={maySteer(board)} />;
}

/** My budget, which on a phone is nowhere else in view; and what whoever steers does next. */
function Foot({ view, here, steers }: PartProps & { readonly steers: boolean }) {
  const { board } = view;
  useSignal(here.votes.now);
  useSignal(here.chosen);
  const mine = useSignal(here.mine);
  const shown = here.shown();
  const open = shown !== null && isOpen(shown.ballot) ? shown : null;
  const isSheet = useMedia(sheetQuery);
  // Beside the panel the bar over the wall says it.
  const isMine = isSheet && mine !== null && mine.now.ballot.id === shown?.ballot.id;
  if (!isMine && !steers) return null;
  return (
    <div className={styles.steer}>
      {isMine && (
        <div className={results.budget}>
          <Budget board={board} mine={mine} />
        </div>
      )}
      {/* One that goes on for days, or has not begun, keeps nobody from asking something in the room. */}
      {steers && (open === null || open.ballot.who === 'link') && (
        <Button
          variant={open === null ? 'solid' : 'soft'}
          onClick={() => votingOf(board).opening.set({ follows: null })}
        >
          {t('voting.start')}
        </Button>
      )}
      {steers && open !== null && (
        <Counting key={open.ballot.id} board={board} ballot={open.ballot} isTime={isFull(open)} />
      )}
    </div>
  );
}
