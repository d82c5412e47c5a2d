// The pad: at the side of the wall, which stays in sight, or a sheet from below on a phone. What I write, what is promised
// about it, whether it is safe. Escape and the cross put it away; nothing on it is lost by that.

import { ChevronDown, X } from 'lucide-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FocusBack, isFocusFree } from '../../ui/FocusBack.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { sheetBelowPx } from '../../ui/panelSize.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { FromBefore } from './FromBefore.tsx';
import { IdeaList } from './IdeaList.tsx';
import styles from './Pad.module.css';
import { PadFooter } from './PadFooter.tsx';
import { type PadHere, padOf } from './padHere.ts';
import type { PadView } from './padView.ts';
import { SheetRows } from './SheetRows.tsx';
import { useKeyboardInset } from './useKeyboardInset.ts';
import { Writing } from './writing.ts';

export default function PadSheet(view: FeatureView) {
  const { board } = view;
  const here = padOf(board);
  const pad = useSignal(here.view);
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const isPhone = useMedia(`(max-width: ${sheetBelowPx}px)`);
  const writing = useWriting(view, here);
  const body = useRef<HTMLDivElement>(null);
  useWritingInView(body, pad);
  const hadFocus = useHadFocus(panel);
  useKeyboardInset(panel);
  useMeasured(here, panel);
  useAskedCaret(here, writing, panel);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    here.close();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // Another window is no reason to put the pad away.
    if (document.hasFocus() && !currentTarget.contains(relatedTarget)) here.use(false);
  };
  return (
    <Card
      ref={panel}
      className={styles.pad}
      data-side="start"
      role="complementary"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={() => here.use(true)}
      onBlur={onBlur}
    >
      <FocusBack />
      <WallElse hadFocus={hadFocus} />
      <header className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {t(pad.phase === null ? 'pad.heldTitle' : 'pad.title')}
        </h2>
        {pad.round && (
          <span className={styles.round}>
            {t('pad.round', { number: pad.round.number, of: pad.round.of })}
          </span>
        )}
        <IconButton
          label={t('pad.fold')}
          icon={isPhone ? <ChevronDown /> : <X />}
          tooltip={false}
          onClick={() => here.close()}
        />
      </header>
      <div ref={body} className={styles.body}>
        <Ask pad={pad} />
        {pad.round && <SheetRows pad={pad} />}
        {pad.wasRevealed && <p className={styles.notice}>{t('pad.wasRevealed')}</p>}
        {writing !== null && <IdeaList view={view} pad={pad} writing={writing} />}
        {pad.held.length > 0 && <FromBefore board={board} pad={pad} />}
      </div>
      {pad.phase === null ? (
        <footer className={styles.footer}>
          <Button variant="solid" onClick={() => here.close()}>
            {t('pad.keep')}
          </Button>
        </footer>
      ) : (
        <PadFooter board={board} pad={pad} />
      )}
    </Card>
  );
}

/** What the bar at the top does not say: it has the words of the step, for everybody. */
function Ask({ pad: { phase, round, sheet } }: { readonly pad: PadView }) {
  if (phase === null) return <p className={styles.prompt}>{t('pad.heldText')}</p>;
  if (round === null) return null;
  const isFirst = sheet?.rows.every((row) => row.length === 0) === true;
  return (
    <p className={styles.ask}>
      {sheet === null
        ? t('pad.sheetComes')
        : t(isFirst ? 'pad.sheetFirst' : 'pad.sheetAsk', { count: round.ideas })}
    </p>
  );
}

/**
 * After `FocusBack`: a pad that opened by itself has nobody to give the focus back to. Whoever wrote in it goes on at the
 * wall, where every key works.
 */
function WallElse({ hadFocus }: { readonly hadFocus: RefObject<boolean> }) {
  useEffect(
    () => () => {
      if (!hadFocus.current || !isFocusFree()) return;
      const wall = document.querySelector<HTMLElement>('main [role="application"]');
      wall?.focus({ preventScroll: true, focusVisible: false });
    },
    [hadFocus],
  );
  return null;
}

/** A sheet with much on it is read from its end, where it is gone on with: the place to write is in view. */
function useWritingInView(body: RefObject<HTMLElement | null>, { sheet }: PadView): void {
  const id = sheet?.id ?? null;
  useEffect(() => {
    const { current } = body;
    if (id !== null && current !== null) current.scrollTop = current.scrollHeight;
  }, [body, id]);
}

/** Whether the focus was in it in the moment in which it went. */
function useHadFocus(panel: RefObject<HTMLElement | null>): RefObject<boolean> {
  const hadFocus = useRef(false);
  useLayoutEffect(
    () => () => {
      hadFocus.current = panel.current?.contains(document.activeElement) === true;
    },
    [panel],
  );
  return hadFocus;
}

/** Made with the pad, and gone with it. */
function useWriting({ board }: FeatureView, here: PadHere): Writing | null {
  const [writing, setWriting] = useState<Writing | null>(null);
  useEffect(() => {
    const made = new Writing(board.pad, here.view);
    setWriting(made);
    return () => made.destroy();
  }, [board, here]);
  return writing;
}

/** The view keeps clear of what is under the pad. */
function useMeasured(here: PadHere, panel: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    here.covered = () => {
      const box = panel.current?.getBoundingClientRect();
      return box === undefined ? null : { x: box.x, y: box.y, w: box.width, h: box.height };
    };
    return () => {
      here.covered = null;
      here.use(false);
    };
  }, [here, panel]);
}

/** Whoever opened the pad finds the caret in it; one that opened by itself takes it from nobody who writes elsewhere. */
function useAskedCaret(
  here: PadHere,
  writing: Writing | null,
  panel: { readonly current: HTMLElement | null },
): void {
  const wanted = useSignal(here.wantsCaret);
  useEffect(() => {
    if (wanted === 'no' || writing === null) return;
    here.wantsCaret.set('no');
    const now = document.activeElement;
    const isFree = now === null || now === document.body || now.closest('[role="application"]') !== null;
    if (wanted === 'unless busy' && !isFree) return;
    panel.current?.focus({ preventScroll: true });
    writing.goOn();
  }, [here, wanted, writing, panel]);
}
