// The table of ideas over the wall: search, columns and what can be done above, the cells below. Escape leads back to the wall.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type ColumnWords, ideaColumns } from '../../lists/ideaColumns.ts';
import { language, t, textLocales } from '../../text/tableWords.ts';
import { phoneBelowPx, sheetBelowPx } from '../../ui/panelSize.ts';
import { browserShelf } from '../../ui/shelf.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { Grid } from './Grid.tsx';
import { keepSettings, readSettings, type TableSettings } from './settings.ts';
import styles from './Table.module.css';
import { TableBar } from './TableBar.tsx';
import { tableOn } from './tableIsOpen.ts';
import { useCells } from './useCells.ts';
import { useCovered } from './useCovered.ts';
import { useGoneNews } from './useGoneNews.ts';
import { useIdeas } from './useIdeas.ts';
import { useOrder } from './useOrder.ts';
import { sheetOf } from './useSheet.ts';

export default function TableView({ editor, board }: FeatureView) {
  const section = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  // The same words again are news again: a live region only tells what differs.
  const say = (words: string) => setSaid((before) => (before === words ? `${words}\u00a0` : words));
  const words = useColumnWords();
  const readOnly = useSignal(editor.readOnly);
  const panel = useSignal(board.panel);
  const isPhone = useMedia(`(max-width: ${phoneBelowPx}px)`);
  const [settings, setSettings] = useState(() => readSettings(browserShelf()));
  const ideas = useIdeas(board);
  const order = useOrder(ideas, words);
  const columns = useMemo(
    () =>
      ideaColumns.filter(
        (column) => !settings.hidden.has(column) && !(column === 'author' && ideas.isAnonymous),
      ),
    [settings.hidden, ideas.isAnonymous],
  );
  const rowCount = order.shown.length + (readOnly ? 0 : 1);
  const cells = useCells(order.shown, columns, rowCount);
  const sheet = sheetOf({ board, rows: order.shown, columns, cells, words, say });
  const [asks, setAsks] = useState(1);
  const focusGrid = () => setAsks((count) => count + 1);
  useGoneNews(board, say);
  useCovered(section);
  useOneSheet(board);

  function change(next: TableSettings) {
    setSettings(next);
    keepSettings(browserShelf(), next);
  }
  function close() {
    tableOn.set(null);
    document.querySelector<HTMLElement>('[role="application"]')?.focus({ preventScroll: true });
  }
  return (
    <section
      ref={section}
      className={styles.table}
      data-beside={panel === null ? undefined : 'panel'}
      aria-label={t('table.title')}
    >
      <TableBar
        board={board}
        ideas={ideas}
        order={order}
        sheet={sheet}
        cells={cells}
        settings={settings}
        isPhone={isPhone}
        onSettings={change}
        onLeave={focusGrid}
        onClose={close}
        say={say}
      />
      <Grid
        board={board}
        ideas={ideas}
        order={order}
        sheet={sheet}
        cells={cells}
        words={words}
        settings={settings}
        isPhone={isPhone}
        readOnly={readOnly}
        asks={asks}
        onSettings={change}
        onClose={close}
        say={say}
      />
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </section>
  );
}

function useColumnWords(): ColumnWords {
  const spoken = useSignal(language);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language has other words.
  return useMemo(() => {
    const collator = new Intl.Collator(textLocales(), { numeric: true, sensitivity: 'base' });
    return {
      colourName: (colour) => t(`action.colour.${colour}`),
      compare: collator.compare,
    };
  }, [spoken]);
}

/** A phone has room for one sheet: a panel that is opened takes the table's place. */
function useOneSheet({ panel }: FeatureView['board']): void {
  useLayoutEffect(() => {
    if (window.innerWidth <= sheetBelowPx) panel.set(null);
  }, [panel]);
  useEffect(
    () =>
      panel.subscribe(() => {
        if (panel.get() !== null && window.innerWidth <= sheetBelowPx) tableOn.set(null);
      }),
    [panel],
  );
}
