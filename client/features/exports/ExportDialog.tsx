// Take it along: every file that a board can become, each with what it is good for; what there is to choose stands above the
// files that it is about.

import { useState } from 'react';
import { offerGroups, offers } from '../../../shared/transfer/formats.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/exportWords.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { type Choices, firstChoices } from './choices.ts';
import styles from './Exports.module.css';
import { OfferRow } from './OfferRow.tsx';
import { PictureChoice } from './PictureChoice.tsx';
import { ToolChoice } from './ToolChoice.tsx';
import { useExport } from './useExport.ts';

interface ExportDialogProps {
  readonly board: OpenBoard;
  readonly onClose: () => void;
}

export default function ExportDialog({ board, onClose }: ExportDialogProps) {
  const online = useSignal(board.online);
  const desk = useExport(board);
  const [choices, setChoices] = useState<Choices>({
    ...firstChoices,
    // Under the window nothing can be chosen or let go.
    part: board.editor.selection.size > 0 ? ('selection' as const) : firstChoices.part,
  });
  return (
    <Dialog open size="large" title={t('export.title')} description={t('export.text')} onClose={onClose}>
      {!online && (
        <p role="status" className={styles.away}>
          {t('export.away')}
        </p>
      )}
      <div className={styles.groups}>
        {offerGroups.map((group) => (
          <section key={group} aria-labelledby={`export-${group}`} className={styles.group}>
            <h3 id={`export-${group}`}>{t(`export.group.${group}`)}</h3>
            {group === 'picture' && (
              <PictureChoice
                board={board}
                choices={choices}
                onChoose={(chosen) => setChoices((before) => ({ ...before, ...chosen }))}
              />
            )}
            {group === 'actions' && (
              <ToolChoice
                tool={choices.tool}
                onChoose={(tool) => setChoices((before) => ({ ...before, tool }))}
              />
            )}
            <ul className={styles.list}>
              {offers
                .filter((offer) => offer.group === group)
                .map((offer) => (
                  <OfferRow
                    key={offer.file}
                    file={offer.file}
                    isAway={!online && !('local' in offer)}
                    state={desk.state}
                    onStart={() => desk.start(offer, choices)}
                    onCancel={desk.cancel}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
