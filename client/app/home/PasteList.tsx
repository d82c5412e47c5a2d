// A list becomes a board: shows how many notes it will be before it is made. The list stays until there is a board, whatever
// stands in the way.

import { useState } from 'react';
import { readLines } from '../../../shared/transfer/lines.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './HomePage.module.css';
import { KeyForm } from './KeyForm.tsx';

interface PasteListProps {
  readonly list: string;
  readonly busy: boolean;
  /** The server wants the workspace key first. */
  readonly needsKey: boolean;
  readonly error: string | undefined;
  readonly onKey: (key: string, forGood: boolean) => void;
  /** Hears what the list is now. */
  readonly onClose: (lines: string) => void;
  readonly onMake: (lines: string) => void;
}

/** More is a file: the import of a board shows first what it becomes. */
const linesMax = 2_000;

export default function PasteList(props: PasteListProps) {
  const { list, busy, needsKey, error, onKey, onClose, onMake } = props;
  const [lines, setLines] = useState(list);
  const count = readLines(lines).length;
  const isList = count > 0 && count <= linesMax;
  return (
    <Dialog
      open
      title={t('boards.pasteTitle')}
      description={t('boards.pasteText')}
      onClose={() => onClose(lines)}
      // The form for the key has a button of its own.
      {...(!needsKey && {
        footer: (
          <Button variant="solid" size="large" busy={busy} disabled={!isList} onClick={() => onMake(lines)}>
            {t('boards.pasteMake', { count })}
          </Button>
        ),
      })}
    >
      <TextArea
        label={t('boards.pasteLabel')}
        labelHidden
        rows={needsKey ? 5 : 9}
        value={lines}
        error={count > linesMax ? t('boards.pasteTooMany', { max: linesMax }) : undefined}
        autoFocus
        onChange={(event) => setLines(event.target.value)}
      />
      {needsKey && (
        <div className={styles.underList}>
          <KeyForm
            text={t('home.workspaceKeyHint')}
            action={t('boards.pasteMake', { count })}
            error={error}
            busy={busy}
            onKey={(key, forGood) => {
              onKey(key, forGood);
              if (isList) onMake(lines);
            }}
          />
        </div>
      )}
      {!needsKey && error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}
