// One file: what it is, what for, the button that fetches it, and how far that is.

import { Check, Download, X } from 'lucide-react';
import { useId } from 'react';
import type { OfferedFile } from '../../../shared/transfer/formats.ts';
import { t, textLocales } from '../../text/exportWords.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Exports.module.css';
import type { Progress } from './fetchFile.ts';
import type { ExportState } from './useExport.ts';

interface OfferRowProps {
  readonly file: OfferedFile;
  /** It needs the server, which is not to be reached. */
  readonly isAway: boolean;
  readonly state: ExportState;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

export function OfferRow({ file, isAway, state, onStart, onCancel }: OfferRowProps) {
  const id = useId();
  const mine = state.step !== 'none' && state.file === file ? state : null;
  const isUnderWay = mine?.step === 'under way';
  const name = t(`export.name.${file}`);
  const deed = t(isUnderWay ? 'export.cancel' : mine?.step === 'failed' ? 'export.again' : 'export.save');
  const isBusy = state.step === 'under way';
  return (
    <li className={styles.offer} data-under-way={isUnderWay || undefined}>
      <span className={styles.kind} aria-hidden="true">
        {file.split('.').at(-1)?.toUpperCase()}
      </span>
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <p id={`${id}-for`} className={styles.what}>
          {t(`export.for.${file}`)}
        </p>
        <p role="status" className={styles.state} data-step={mine?.step}>
          {mine !== null && <StateWords state={mine} />}
        </p>
      </div>
      {/* One button all the time: the focus stays where it was. */}
      <Button
        icon={isUnderWay ? <X /> : mine?.step === 'saved' ? <Check /> : <Download />}
        aria-label={`${deed} ${name}`}
        aria-describedby={`${id}-for`}
        disabled={!isUnderWay && (isAway || isBusy)}
        onClick={isUnderWay ? onCancel : onStart}
      >
        <span className={styles.deed}>{deed}</span>
      </Button>
    </li>
  );
}

function StateWords({ state }: { readonly state: Exclude<ExportState, { step: 'none' }> }) {
  switch (state.step) {
    case 'under way':
      return (
        <>
          <progress
            className={styles.progress}
            aria-label={t('export.progress')}
            {...(state.progress?.of && { value: state.progress.bytes, max: state.progress.of })}
          />
          {progressWords(state.progress)}
        </>
      );
    case 'saved':
      return (
        <>
          {t('export.saved', { size: sizeWords(state.bytes) })}
          {state.missing.length > 0 && ` ${t('export.missing', { scripts: scriptNames(state.missing) })}`}
        </>
      );
    case 'failed':
      return <>{`${t('export.failed')} ${state.why}`}</>;
  }
}

function progressWords(progress: Progress): string {
  if (progress === null) return t('export.writing');
  const size = sizeWords(progress.bytes);
  return progress.of === null
    ? t('export.arriving', { size })
    : t('export.arrivingOf', { size, of: sizeWords(progress.of) });
}

function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const digits = value < 10 ? 1 : 0;
  const format = { style: 'unit', unit, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(textLocales(), format).format(Math.max(value, 0.1));
}

function scriptNames(codes: readonly string[]): string {
  const names = new Intl.DisplayNames(textLocales(), { type: 'script', fallback: 'code' });
  return codes
    .map((code) => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    })
    .join(', ');
}
