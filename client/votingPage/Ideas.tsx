// All ideas of a ballot as a list, or those I gave something: searched, by cluster, only what is in view on the page. What stays
// in view for a moment is noted as seen.

import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { gaveTo } from '../../shared/features/voting/votes.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { type Line, linesOf } from '../lists/lines.ts';
import { linesInView, offsetsOf } from '../lists/offsets.ts';
import { indexesIn } from '../lists/rowWindow.ts';
import { stepTo } from '../lists/steps.ts';
import { t } from '../text/votingPageWords.ts';
import { cx } from '../ui/cx.ts';
import { TextField } from '../ui/TextField.tsx';
import { optionText } from '../votes/words.ts';
import type { Booth } from './booth.ts';
import { Give } from './Give.tsx';
import styles from './Ideas.module.css';
import { clusterOf, clusterTitle } from './optionWords.ts';
import { useView } from './useView.ts';

/** From here on there is something to type to find one. */
const searchFrom = 8;
const seenAfterMs = 1_000;
const groupPx = 40;
/** A row by the method, in pixels: where it needs the whole width, what is given stands below the words. */
const rowPx = { dots: 84, quadratic: 84, approval: 84, ranked: 84, score: 124, matrix: 148 } as const;

interface Row {
  readonly id: ItemId;
}

interface IdeasProps {
  readonly booth: Booth;
  readonly onlyMine: boolean;
  /** Shows one as a card. */
  readonly onOpen: (option: ItemId) => void;
}

export function Ideas({ booth, onlyMine, onOpen }: IdeasProps) {
  const { open, ballot, vote, order } = booth;
  const [search, setSearch] = useState('');
  const [isGrouped, setGrouped] = useState(false);
  const rows = useMemo(() => order.map((id): Row => ({ id })), [order]);
  const hasClusters = useMemo(() => order.some((id) => clusterOf(open, id) !== null), [order, open]);
  const lines = linesOf(rows, {
    search,
    textOf: ({ id }) => `${open.board.get(id)?.text ?? ''} ${clusterTitle(open, clusterOf(open, id)) ?? ''}`,
    ...(onlyMine && { keeps: ({ id }) => gaveTo(vote, id) }),
    ...(onlyMine && ballot.method === 'ranked' && { compare: byRank(booth) }),
    ...(isGrouped && !onlyMine && { groupOf: ({ id }) => clusterOf(open, id) }),
  });
  const found = lines.filter(({ kind }) => kind === 'row').length;
  return (
    <section className={styles.ideas} aria-label={t(onlyMine ? 'votingPage.mine' : 'votingPage.list')}>
      {!onlyMine && order.length >= searchFrom && (
        <div className={styles.tools}>
          <TextField
            label={t('voting.search')}
            labelHidden
            type="search"
            placeholder={t('voting.search')}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
          {hasClusters && (
            <button
              type="button"
              className={cx(styles.grouped, isGrouped && styles.on)}
              aria-pressed={isGrouped}
              onClick={() => setGrouped(!isGrouped)}
            >
              {t('votingPage.byCluster')}
            </button>
          )}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {search !== '' && t('votingPage.found', { count: found })}
      </p>
      {lines.length === 0 ? (
        <p className={styles.empty}>{t(onlyMine ? 'votingPage.mine.none' : 'voting.nothingFound')}</p>
      ) : (
        <Lines booth={booth} lines={lines} onOpen={onOpen} />
      )}
    </section>
  );
}

function byRank({ vote }: Booth): (a: Row, b: Row) => number {
  return (a, b) => vote.ranking.indexOf(a.id) - vote.ranking.indexOf(b.id);
}

interface LinesProps {
  readonly booth: Booth;
  readonly lines: readonly Line<Row>[];
  readonly onOpen: (option: ItemId) => void;
}

function Lines({ booth, lines, onOpen }: LinesProps) {
  const { method } = booth.ballot;
  const list = useRef<HTMLDivElement>(null);
  const { view, onScroll } = useView(list);
  const [active, setActive] = useState(0);
  const [asked, setAsked] = useState(false);
  const offsets = useMemo(
    () => offsetsOf(lines.map(({ kind }) => (kind === 'group' ? groupPx : rowPx[method]))),
    [lines, method],
  );
  const at = Math.min(active, lines.length - 1);
  const shown = indexesIn(linesInView(offsets, view, 6), at, lines.length);
  useSeenLines(booth, lines, linesInView(offsets, view));
  useLayoutEffect(() => {
    if (!asked) return;
    setAsked(false);
    const element = list.current?.querySelector<HTMLElement>(`[data-line="${at}"] button`);
    element?.focus({ preventScroll: true });
    element?.closest('[data-line]')?.scrollIntoView({ block: 'nearest' });
  }, [asked, at]);
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement) return;
    const pageRows = Math.max(1, Math.floor(view.height / rowPx[method]) - 1);
    const to = stepTo(event.key, { active: at, count: lines.length, pageRows });
    if (to === null) return;
    event.preventDefault();
    // Headings are passed over.
    const isHeading = lines[to]?.kind === 'group';
    setActive(isHeading ? Math.max(0, Math.min(lines.length - 1, to + (to < at && to > 0 ? -1 : 1))) : to);
    setAsked(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys go from row to row; every row has its own buttons.
    <div ref={list} className={styles.scroll} onScroll={onScroll} onKeyDown={onKey}>
      <ul className={styles.lines} style={{ blockSize: offsets.at(-1) }}>
        {shown.map((index) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={line.key}
              className={styles.line}
              data-line={index}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              style={{
                insetBlockStart: offsets[index],
                blockSize: (offsets[index + 1] ?? 0) - (offsets[index] ?? 0),
              }}
              onFocus={() => setActive(index)}
            >
              {line.kind === 'group' ? (
                <Heading booth={booth} group={line.group} count={line.count} />
              ) : (
                <Idea booth={booth} option={line.row.id} onOpen={onOpen} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Heading({
  booth,
  group,
  count,
}: {
  readonly booth: Booth;
  readonly group: string | null;
  readonly count: number;
}): ReactNode {
  return (
    <h3 className={styles.heading} dir="auto">
      <span>{clusterTitle(booth.open, group as ItemId | null) ?? t('votingPage.loose')}</span>
      <span className={styles.number}>{count}</span>
    </h3>
  );
}

function Idea({
  booth,
  option,
  onOpen,
}: {
  readonly booth: Booth;
  readonly option: ItemId;
  readonly onOpen: (option: ItemId) => void;
}) {
  const { open, ballot, vote } = booth;
  const name = optionText(open, option);
  const isWide = ballot.method === 'score' || ballot.method === 'matrix';
  const item = open.board.get(option);
  return (
    <div className={cx(styles.idea, isWide && styles.wide, gaveTo(vote, option) && styles.given)}>
      <span className={styles.swatch} style={{ background: `var(--note-${item?.colour ?? 'yellow'})` }} />
      <button
        type="button"
        className={styles.name}
        dir="auto"
        aria-label={t('votingPage.open', { option: name })}
        onClick={() => onOpen(option)}
      >
        {name}
      </button>
      <Give booth={booth} option={option} name={name} />
    </div>
  );
}

/** Those in view, when they have been there for a moment. */
function useSeenLines(
  { open, ballot }: Booth,
  lines: readonly Line<Row>[],
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const ids = lines.slice(from, to).flatMap((line) => (line.kind === 'row' ? [line.row.id] : []));
  const key = ids.join(' ');
  const latest = useRef(ids);
  latest.current = ids;
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts anew when other ones come into view.
  useEffect(
    () =>
      open.env.scheduler.after(seenAfterMs, () => {
        if (document.visibilityState === 'visible') open.seen.mark(ballot, latest.current);
      }),
    [open, ballot.id, key],
  );
}
