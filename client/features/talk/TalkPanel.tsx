// The panel of comments: about what is selected, about the board, everything open, everything resolved. Arrives when it is
// first opened.

import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { can } from '../../../shared/board/roles.ts';
import type { CommentId, Place } from '../../../shared/features/talk.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { keysText } from '../../ui/keyNames.ts';
import { Panel } from '../../ui/Panel.tsx';
import { panelPx, sheetBelowPx } from '../../ui/panelSize.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { Composer } from './Composer.tsx';
import { type Listed, listThreads, newestOfOthers } from './listing.ts';
import { placeWords } from './placeWords.ts';
import styles from './Talk.module.css';
import { ThreadCard } from './ThreadCard.tsx';
import { type Showing, shelves, type TalkHere, talkKey, talkOf } from './talkHere.ts';
import { useNow, useVoices } from './useTalk.ts';

/** More than anybody reads at once; the rest comes when asked for. */
const pageSize = 40;

export default function TalkPanel({ board, editor }: FeatureView) {
  const here = talkOf(board);
  const talk = useSignal(here.talk);
  const showing = useSignal(here.showing);
  const pending = useSignal(here.outbox.pending);
  const item = useSelected(editor);
  useTextOf(editor);
  const voices = useVoices(board);
  const now = useNow(board);
  const isPhone = useMedia(`(max-width: ${sheetBelowPx}px)`);
  const [pages, setPages] = useState(1);
  const listed = listThreads({ talk, pending, showing, item });
  const fresh = useFresh(here, listed, board.me.id);
  const isOfOnePlace = showing === 'item' || showing === 'board';
  // About one place the latest is at the end, beside the field; from everywhere it is at the beginning.
  const shown = isOfOnePlace ? listed.slice(-pageSize * pages) : listed.slice(0, pageSize * pages);
  const hidden = listed.length - shown.length;
  const go = ({ key, place }: Listed) => {
    const covered = isPhone ? 0 : panelPx;
    if (
      here.goTo(place, key as CommentId, document.documentElement.dir === 'rtl' ? -covered : covered) &&
      isPhone
    )
      board.panel.set(null);
  };
  const more = hidden > 0 && (
    <Button variant="quiet" className={styles.more} onClick={() => setPages(pages + 1)}>
      {t('talk.more', { count: hidden })}
    </Button>
  );
  return (
    <Panel
      title={t('talk.title')}
      footer={<Footer board={board} here={here} showing={showing} item={item} voices={voices} />}
      onClose={() => board.panel.set(null)}
    >
      <Choice showing={showing} onChoose={(next) => here.showing.set(next)} />
      {isOfOnePlace && more}
      {shown.map((each) => (
        <ThreadCard
          key={each.key}
          board={board}
          here={here}
          listed={each}
          voices={voices}
          now={now}
          fresh={fresh}
          showPlace={!isOfOnePlace}
          onGo={go}
        />
      ))}
      {!isOfOnePlace && more}
      {listed.length === 0 && <Empty board={board} showing={showing} item={item} />}
    </Panel>
  );
}

interface ChoiceProps {
  readonly showing: Showing;
  readonly onChoose: (showing: Showing) => void;
}

function Choice({ showing, onChoose }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.choice} aria-label={t('talk.showing')}>
      {shelves.map((each) => (
        <label key={each} className={cx(styles.tab, each === showing && styles.chosen)}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={each === showing}
            onChange={() => onChoose(each)}
          />
          {t(`talk.showing.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface PlaceProps {
  readonly board: FeatureView['board'];
  readonly showing: Showing;
  readonly item: Place | null;
}

function Empty({ board, showing, item }: PlaceProps) {
  const role = useSignal(board.role);
  const words = () => {
    if (showing === 'item') return t(item === null ? 'talk.empty.noItem' : 'talk.empty.item');
    if (showing === 'open' && can(role, 'takePart')) return t('talk.empty.open', { keys: keysText(talkKey) });
    return t(showing === 'open' ? 'talk.empty.openReadOnly' : `talk.empty.${showing}`);
  };
  return <p className={styles.empty}>{words()}</p>;
}

interface FooterProps extends PlaceProps {
  readonly here: TalkHere;
  readonly voices: ReturnType<typeof useVoices>;
}

function Footer({ board, here, showing, item, voices }: FooterProps) {
  const role = useSignal(board.role);
  const field = useRef<HTMLTextAreaElement>(null);
  const place = showing === 'item' ? item : 'board';
  useAsked(here, field);
  if (!can(role, 'takePart')) return <p className={styles.readOnly}>{t('talk.readOnly')}</p>;
  if (place === null || (showing !== 'item' && showing !== 'board')) return null;
  const label =
    place === 'board'
      ? t('talk.writeOnBoard')
      : t('talk.writeOnItem', { item: placeWords(board, place).words });
  return (
    <Composer
      key={place}
      label={label}
      voices={voices}
      begun={here.begun.get(place) ?? ''}
      field={field}
      onWrite={(text) => here.keepBegun(place, text)}
      onSend={(text) => {
        here.outbox.post(place, null, text);
        return true;
      }}
    />
  );
}

/** Whoever asked to write finds the caret in the field; who may not, or has nothing to write on, finds the panel. */
function useAsked(here: TalkHere, field: { readonly current: HTMLTextAreaElement | null }): void {
  const asked = useSignal(here.asked);
  useEffect(() => {
    if (!asked) return;
    here.asked.set(false);
    const panel = document.querySelector<HTMLElement>('[role="complementary"]');
    (field.current ?? panel)?.focus();
  }, [asked, here, field]);
}

function useSelected(editor: FeatureView['editor']): Place | null {
  return useSyncExternalStore(
    (listener) => editor.selection.observe(listener),
    () => editor.selection.only,
  );
}

/** Words of items change while the panel is open: drawn anew at most once a frame. */
function useTextOf(editor: FeatureView['editor']): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    let frame = 0;
    const stop = editor.scene.observe(() => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        setTick((tick) => tick + 1);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [editor]);
}

/** What was new when it was first shown stays marked as long as the panel is open: seeing it must not hide it. */
function useFresh(here: TalkHere, listed: readonly Listed[], me: string): ReadonlySet<CommentId> {
  const fresh = useRef(new Set<CommentId>());
  const unread = useSignal(here.unread);
  for (const { thread } of listed) {
    const count = thread === null ? 0 : (unread.get(thread.id) ?? 0);
    if (thread === null || count === 0) continue;
    for (const id of newestOfOthers(thread, count, me)) fresh.current.add(id);
  }
  return fresh.current;
}
