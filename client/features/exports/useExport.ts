// One file at a time on its way out: asked for, arriving, saved; broken off when somebody changes their mind or leaves.

import { useEffect, useRef, useState } from 'react';
import {
  type ExportFormat,
  exportBoard,
  exportFileName,
  type Offer,
  type OfferedFile,
} from '../../../shared/transfer/formats.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { snapshotOf } from '../../lists/boardSnapshot.ts';
import { language, t } from '../../text/exportWords.ts';
import { addressOf, type Choices } from './choices.ts';
import { type Fetched, fetchFile, type Progress } from './fetchFile.ts';
import { saveFile } from './saveFile.ts';

export type ExportState =
  | { readonly step: 'none' }
  | { readonly step: 'under way'; readonly file: OfferedFile; readonly progress: Progress }
  | {
      readonly step: 'saved';
      readonly file: OfferedFile;
      readonly bytes: number;
      readonly missing: readonly string[];
    }
  | { readonly step: 'failed'; readonly file: OfferedFile; readonly why: string };

export interface ExportDesk {
  readonly state: ExportState;
  start(offer: Offer & { readonly file: OfferedFile }, choices: Choices): void;
  /** The request is dropped, and with it the work on the server. */
  cancel(): void;
}

const none: ExportState = { step: 'none' };

export function useExport(board: OpenBoard): ExportDesk {
  const [state, setState] = useState<ExportState>(none);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  const start: ExportDesk['start'] = (offer, choices) => {
    under.current?.abort();
    const { file } = offer;
    const { scheduler } = board.editor.env;
    const abort = new AbortController();
    under.current = abort;
    setState({ step: 'under way', file, progress: null });
    const finish = (fetched: Fetched) => {
      if (under.current !== abort) return;
      under.current = null;
      if (fetched.ok === null) return setState(none);
      if (!fetched.ok) return setState({ step: 'failed', file, why: fetched.why });
      saveFile(fetched.file, scheduler);
      const { blob, missing } = fetched.file;
      setState({ step: 'saved', file, bytes: blob.size, missing });
    };
    if (offer.local) {
      // After the screen has said so: a large board takes a moment.
      scheduler.after(30, () => finish(abort.signal.aborted ? { ok: null } : madeHere(board, file)));
      return;
    }
    const address = addressOf(board, offer, choices);
    if (address === null) return finish({ ok: false, why: t('export.partTooLarge') });
    void fetchFile(address, {
      file,
      signal: abort.signal,
      onProgress: (progress) => under.current === abort && setState({ step: 'under way', file, progress }),
    }).then(finish);
  };
  const cancel = () => {
    under.current?.abort();
    under.current = null;
    setState(none);
  };
  return { state, start, cancel };
}

function madeHere(board: OpenBoard, file: OfferedFile): Fetched {
  const format = file as ExportFormat;
  const snapshot = snapshotOf(board);
  const reader = {
    language: language.get() === 'de' ? ('de' as const) : ('en' as const),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const { text, contentType } = exportBoard(snapshot, format, reader);
  const blob = new Blob([text], { type: contentType });
  return { ok: true, file: { name: exportFileName(snapshot.title, format), blob, missing: [] } };
}
