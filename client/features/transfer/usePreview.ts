// Asks the server what would come of an import, again whenever the source or what was chosen changes. Late answers to old
// questions are dropped.

import { useEffect, useState } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import type { ImportReport } from '../../../shared/protocol/api.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/importWords.ts';
import { type Choice, sendImport } from './sendImport.ts';
import { isEmpty, isTooLarge, megabytes, type Source } from './source.ts';

export interface Preview {
  /** True from a change until the answer to it. */
  readonly isReading: boolean;
  /** The last answer; null when there was none, or it was a refusal. */
  readonly report: ImportReport | null;
  readonly trouble: string | null;
}

const nothing: Preview = { isReading: false, report: null, trouble: null };
/** Who types is not asked about at every letter. */
const typingPauseMs = 600;

export function usePreview(board: OpenBoard, source: Source, choice: Choice): Preview {
  const [preview, setPreview] = useState(nothing);
  useEffect(() => {
    if (isEmpty(source)) return setPreview(nothing);
    if (source.kind === 'file' && isTooLarge(source.file)) {
      const sizes = { size: megabytes(source.file.size), max: megabytes(limits.importBytesMax) };
      return setPreview({ ...nothing, trouble: t('import.tooLarge', sizes) });
    }
    setPreview((last) => ({ ...last, isReading: true }));
    const controller = new AbortController();
    const ask = async () => {
      const answer = await sendImport(board, source, { dryRun: true, choice, signal: controller.signal });
      if (controller.signal.aborted) return;
      setPreview(answer.ok ? { ...nothing, report: answer.value } : { ...nothing, trouble: answer.message });
    };
    const wait = source.kind === 'text' ? typingPauseMs : 0;
    const cancel = board.editor.env.scheduler.after(wait, () => void ask());
    return () => {
      cancel();
      controller.abort();
    };
  }, [board, source, choice]);
  return preview;
}
