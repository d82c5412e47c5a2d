// The panel of action items: a line to type one in, how far everything is, and the small kanban.

import { Download } from 'lucide-react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { actionProgress, isMine } from '../../../shared/features/actionItems/actionItems.ts';
import { actionTools } from '../../../shared/transfer/actionItems/csv.ts';
import { t } from '../../text/actionItemWords.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './ActionItems.module.css';
import { downloadActions } from './files.ts';
import { actionItemsHere, mayPlan } from './here.ts';
import { Kanban } from './Kanban.tsx';
import { NewLine } from './NewLine.tsx';
import { SeriesRow } from './SeriesRow.tsx';

export default function ActionItemsPanel({ board, editor }: FeatureView) {
  const { items, wanted } = actionItemsHere(board);
  const all = useSignal(items);
  const shown = useSignal(wanted);
  useSignal(board.role);
  useSyncExternalStore(board.session.subscribe, board.session.people);
  const [onlyMine, setOnlyMine] = useState(false);
  const [said, setSaid] = useState('');
  const writes = mayPlan(board);
  // The same lists until an action item changes: the focus follows a card by that.
  const here = useMemo(() => all.filter(({ to }) => to === null), [all]);
  const { done, all: count } = actionProgress(all);
  const { me } = board;
  const list = useMemo(
    () => (onlyMine ? here.filter(({ owner }) => isMine(owner, me)) : here),
    [here, onlyMine, me],
  );
  // What is wanted has to be seen, whatever is filtered.
  useEffect(() => {
    if (shown !== null && here.some(({ id }) => id === shown) && !list.some(({ id }) => id === shown))
      setOnlyMine(false);
  }, [shown, here, list]);
  return (
    <Panel
      takesFocus
      title={t('actionItem.title')}
      tools={here.length > 0 && <Files board={board} />}
      onClose={() => board.panel.set(null)}
    >
      <div className={styles.panel}>
        {writes && <NewLine board={board} onAdded={(text) => setSaid(t('actionItem.added', { text }))} />}
        <SeriesRow board={board} gone={all.length - here.length} />
        {count > 0 && (
          <div className={styles.overview}>
            <Progress done={done} all={count} />
            <Button
              variant="quiet"
              aria-pressed={onlyMine}
              className={styles.mine}
              onClick={() => setOnlyMine(!onlyMine)}
            >
              {t('actionItem.mine')}
            </Button>
          </div>
        )}
        {count === 0 && (
          <div className={styles.empty}>
            <p>{t('actionItem.empty')}</p>
            {writes && <p>{t('actionItem.emptyHint')}</p>}
          </div>
        )}
        {count > 0 && list.length === 0 && <p className={styles.soft}>{t('actionItem.emptyMine')}</p>}
        {list.length > 0 && <Kanban view={{ board, editor }} items={list} onSaid={setSaid} />}
        <p className="visually-hidden" role="status">
          {said}
        </p>
      </div>
    </Panel>
  );
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  const words = t('actionItem.progress', { done, all });
  return (
    <div className={styles.progress}>
      <span>{words}</span>
      <progress value={done} max={all} aria-label={words} />
    </div>
  );
}

function Files({ board }: Pick<FeatureView, 'board'>) {
  return (
    <Menu
      label={t('actionItem.files')}
      align="end"
      trigger={<IconButton label={t('actionItem.files')} icon={<Download />} />}
      entries={[...actionTools, 'ics' as const].map((as) => ({
        id: as,
        label: t(`actionItem.file.${as}`),
        onSelect: () => downloadActions(board, as),
      }))}
    />
  );
}
