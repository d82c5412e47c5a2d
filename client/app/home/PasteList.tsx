// A list becomes a board: shows how many notes it will be before it is made.

import { useState } from 'react';
import { readLines } from '../../../shared/transfer/lines.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextField.tsx';

interface PasteListProps {
  readonly list: string;
  readonly onClose: () => void;
  readonly onMake: (lines: string) => Promise<void>;
}

/** More is a file: the import of a board shows first what it becomes. */
const linesMax = 2_000;

export default function PasteList({ list, onClose, onMake }: PasteListProps) {
  const [lines, setLines] = useState(list);
  const [busy, setBusy] = useState(false);
  const count = readLines(lines).length;
  const make = async () => {
    setBusy(true);
    await onMake(lines);
  };
  return (
    <Dialog
      open
      title={t('boards.pasteTitle')}
      description={t('boards.pasteText')}
      onClose={onClose}
      footer={
        <Button
          variant="solid"
          size="large"
          busy={busy}
          disabled={count === 0 || count > linesMax}
          onClick={() => void make()}
        >
          {t('boards.pasteMake', { count })}
        </Button>
      }
    >
      <TextArea
        label={t('boards.pasteLabel')}
        labelHidden
        rows={9}
        value={lines}
        error={count > linesMax ? t('boards.pasteTooMany', { max: linesMax }) : undefined}
        autoFocus
        onChange={(event) => setLines(event.target.value)}
      />
    </Dialog>
  );
}
