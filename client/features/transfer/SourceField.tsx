// Where the ideas come from: a field to paste them into, a button for a file, and a place to drop one.

import { FileText, Upload } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import { t } from '../../text/importWords.ts';
import { Button } from '../../ui/Button.tsx';
import { carriesFiles } from '../../ui/carriesFiles.ts';
import { cx } from '../../ui/cx.ts';
import { TextArea } from '../../ui/TextField.tsx';
import { acceptedFiles, emptySource, megabytes, type Source } from './source.ts';
import styles from './Transfer.module.css';

export interface SourceFieldProps {
  readonly source: Source;
  readonly onChange: (source: Source) => void;
}

export function SourceField({ source, onChange }: SourceFieldProps) {
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  function take(file: File | undefined) {
    if (file !== undefined) onChange({ kind: 'file', file });
  }

  function onDragOver(event: DragEvent) {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(true);
  }

  function onDrop(event: DragEvent) {
    setOver(false);
    if (!carriesFiles(event)) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  }

  return (
    // The buttons inside do the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: only a place to drop on
    <div
      className={cx(styles.source, isOver && styles.over)}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {source.kind === 'text' ? (
        <PasteField text={source.text} onChange={(text) => onChange({ kind: 'text', text })} />
      ) : (
        <ChosenFile file={source.file} />
      )}
      <div className={styles.choose}>
        <input
          ref={picker}
          type="file"
          hidden
          accept={acceptedFiles}
          aria-label={t('import.file')}
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file, mended meanwhile, must count as a change.
            event.target.value = '';
          }}
        />
        <Button icon={<Upload />} onClick={() => picker.current?.click()}>
          {t(source.kind === 'file' ? 'import.remove' : 'import.choose')}
        </Button>
        {source.kind === 'file' && (
          <Button variant="quiet" onClick={() => onChange(emptySource)}>
            {t('import.pasteInstead')}
          </Button>
        )}
        {(isOver || source.kind === 'text') && (
          <p className={styles.soft}>
            {isOver ? t('import.drop') : t('import.files', { size: megabytes(limits.importBytesMax) })}
          </p>
        )}
      </div>
    </div>
  );
}

function PasteField({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  // The dialog would put the focus on its cross; here one wants to paste at once.
  useEffect(() => frame.current?.querySelector('textarea')?.focus(), []);
  return (
    <div ref={frame}>
      <TextArea
        label={t('import.paste')}
        hint={t('import.pasteHint')}
        placeholder={t('import.pastePlaceholder')}
        rows={6}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function ChosenFile({ file }: { readonly file: File }) {
  return (
    <p className={styles.file}>
      <FileText aria-hidden="true" />
      <strong dir="auto">{file.name}</strong>
      <span className={styles.soft}>{t('import.kb', { size: Math.ceil(file.size / 1024) })}</span>
    </p>
  );
}
