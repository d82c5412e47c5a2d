// The import dialog: what to import, what would come of it, and the button that does it. Nothing is written before that.

import { useState } from 'react';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/importWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { type ImportRequest, importRequest } from './importRequest.ts';
import { runImport } from './runImport.ts';
import { SourceField } from './SourceField.tsx';
import { noChoice } from './sendImport.ts';
import { emptySource, type Source } from './source.ts';
import styles from './Transfer.module.css';
import { usePreview } from './usePreview.ts';

interface ImportDialogProps {
  readonly board: OpenBoard;
  readonly request: ImportRequest;
}

export default function ImportDialog({ board, request }: ImportDialogProps) {
  const [source, setSource] = useState<Source>(
    request.file === null ? emptySource : { kind: 'file', file: request.file },
  );
  const [choice, setChoice] = useState(noChoice);
  const [isImporting, setImporting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const preview = usePreview(board, source, choice);
  const close = () => importRequest.set(null);
  const count = preview.report?.created ?? 0;
  const isBoard = preview.report?.kind === 'board';

  function changeSource(next: Source) {
    setSource(next);
    setChoice(noChoice);
    setFailure(null);
  }

  async function importNow() {
    setImporting(true);
    setFailure(null);
    const trouble = await runImport(board, source, { choice, isBoard });
    if (trouble === null) return close();
    setFailure(trouble);
    setImporting(false);
  }

  return (
    <Dialog
      open
      size="large"
      title={t('import.title')}
      description={t('import.text')}
      onClose={close}
      footer={
        <>
          <Button variant="quiet" onClick={close}>
            {t('import.cancel')}
          </Button>
          <Button
            variant="solid"
            busy={isImporting}
            disabled={count === 0 || preview.isReading}
            onClick={() => void importNow()}
          >
            {t(isBoard ? 'import.goItems' : 'import.go', { count })}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <SourceField source={source} onChange={changeSource} />
        <ImportPreview
          preview={failure === null ? preview : { ...preview, trouble: failure }}
          onChoice={(chosen) => setChoice({ ...choice, ...chosen })}
        />
      </div>
    </Dialog>
  );
}
