// What of the board a picture shows, and how large it gets.

import { useMemo } from 'react';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/exportWords.ts';
import { type Choices, clustersOf, type Width, widths } from './choices.ts';
import styles from './Exports.module.css';

interface PictureChoiceProps {
  readonly board: OpenBoard;
  readonly choices: Choices;
  readonly onChoose: (chosen: Partial<Choices>) => void;
}

export function PictureChoice({ board, choices, onChoose }: PictureChoiceProps) {
  const selected = board.editor.selection.size;
  // As they were when the window opened: a list that moves under the hand helps nobody.
  const clusters = useMemo(() => clustersOf(board), [board]);
  return (
    <div className={styles.choice}>
      <label className={styles.select}>
        {t('export.part')}
        <select
          value={choices.part}
          onChange={(event) => onChoose({ part: event.target.value as 'all' | 'selection' | ItemId })}
        >
          <option value="all">{t('export.part.all')}</option>
          {selected > 0 && (
            <option value="selection">{t('export.part.selection', { count: selected })}</option>
          )}
          {clusters.length > 0 && (
            <optgroup label={t('export.part.clusters')}>
              {clusters.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      <label className={styles.select}>
        {t('export.width')}
        <select value={choices.width} onChange={(event) => onChoose({ width: event.target.value as Width })}>
          {widths.map((width) => (
            <option key={width} value={width}>
              {t(`export.width.${width}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
