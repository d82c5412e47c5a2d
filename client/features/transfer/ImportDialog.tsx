// The import dialog: what to import, what would come of it, and the button that does it. Nothing is written before that.

import { useState } from 'react';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { type ImportRequest, importRequest } from './importRequest.ts';
import { runImport } from './runImport.ts';
import { SourceField } from './SourceField.tsx';
import { emptySource, isBoardFile, type Source } from './source.ts';
import styles from './Transfer.module.css';
import { usePreview } from './usePreview.ts';

export function ImportDialog({ board }: FeatureView) {
  const request = useSignal(importRequest);
  if (request?.board !== board) return null;
  return <OpenDialog key={request.number} board={board} request={request} />;
}

interface OpenDialogProps {
  readonly board: OpenBoard;
  readonly request: ImportRequest;
}

function OpenDialog({ board, request }: OpenDialogProps) {
  const [source, setSource] = useState<Source>(
    request.file === null ? emptySource : { kind: 'file', file: request.file },
  );
  const [column, setColumn] = useState<string | null>(null);
  const [isImporting, setImporting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const preview = usePreview(board, source, column);
  const close = () => importRequest.set(null);
  const count = preview.report?.created ?? 0;

  function changeSource(next: Source) {
    setSource(next);
    setColumn(null);
    setFailure(null);
  }

  async function importNow() {
    setImporting(true);
    setFailure(null);
    const trouble = await runImport(board, source, column);
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
            {t(isBoardFile(source) ? 'import.goItems' : 'import.go', { count })}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <SourceField source={source} onChange={changeSource} />
        <ImportPreview
          preview={failure === null ? preview : { ...preview, trouble: failure }}
          isBoard={isBoardFile(source)}
          onColumn={setColumn}
        />
      </div>
    </Dialog>
  );
}
