// The summary as it will look, live, with what one does with it: take it along, print it, put a few words before it.

import { Download, Printer } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { can } from '../../../shared/board/roles.ts';
import { summaryOf } from '../../../shared/features/summary/outline.ts';
import { forewordText } from '../../../shared/features/summary/story.ts';
import { blocksToElements } from '../../../shared/transfer/summary/html.ts';
import { type Reader, summaryToBlocks } from '../../../shared/transfer/summary/telling.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { language, t } from '../../text/summaryWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { Foreword } from './Foreword.tsx';
import { downloadSummary } from './files.ts';
import { LiveSummary, type Told } from './liveSummary.ts';
import { printOut, showOn } from './paper.ts';
import styles from './Summary.module.css';
import { usePicture } from './usePicture.ts';

interface SummaryDialogProps {
  readonly board: OpenBoard;
  readonly onClose: () => void;
}

export default function SummaryDialog({ board, onClose }: SummaryDialogProps) {
  const told = useTold(board);
  const role = useSignal(board.role);
  const spoken = useSignal(language);
  // As it is being written; null while nobody here writes.
  const [writing, setWriting] = useState<string | null>(null);
  const paper = useRef<HTMLElement>(null);

  const reader: Reader = useMemo(
    () => ({ language: spoken === 'de' ? 'de' : 'en', timeZone: hereZone() }),
    [spoken],
  );
  const snapshot = useMemo(
    () => (writing === null ? told : { ...told, story: { ...told.story, foreword: forewordText(writing) } }),
    [told, writing],
  );
  const picture = usePicture(board, told, reader);
  const content = useMemo(
    () => blocksToElements(summaryToBlocks(summaryOf(snapshot), reader, picture)),
    [snapshot, reader, picture],
  );
  useEffect(() => {
    if (paper.current !== null) showOn(paper.current, content);
  }, [content]);

  const how = { reader, scheduler: board.editor.env.scheduler };
  return (
    <Dialog
      open
      size="large"
      title={t('summary.title')}
      onClose={onClose}
      footer={
        <>
          <Button icon={<Printer />} onClick={() => void printOut(told.title, content)}>
            {t('summary.print')}
          </Button>
          <Button icon={<Download />} onClick={() => downloadSummary(snapshot, 'summary.md', how)}>
            {t('summary.markdown')}
          </Button>
          <Button
            variant="solid"
            icon={<Download />}
            onClick={() => downloadSummary(snapshot, 'summary.html', how)}
          >
            {t('summary.page')}
          </Button>
        </>
      }
    >
      {can(role, 'facilitate') && <Foreword board={board} kept={told.story.foreword} onWrite={setWriting} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <section className={styles.paper} ref={paper} tabIndex={0} aria-label={t('summary.preview')} />
    </Dialog>
  );
}

function useTold(board: OpenBoard): Told {
  const [live, setLive] = useState(() => new LiveSummary(board));
  useEffect(() => {
    // Effects run again in development: what was stopped is made anew.
    const mine = new LiveSummary(board);
    setLive((before) => {
      before.stop();
      return mine;
    });
    return () => mine.stop();
  }, [board]);
  return useSignal(live.now);
}

function hereZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
