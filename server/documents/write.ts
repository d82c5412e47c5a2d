// One document out of a board. What writes a format is loaded when the first one is asked for; runs in a thread of its own.

import { summaryOf } from '../../shared/features/summary/outline.ts';
import { exportBoard, isExportFormat } from '../../shared/transfer/formats.ts';
import { isPictureFormat } from '../../shared/transfer/picture/formats.ts';
import { boardBlock } from '../../shared/transfer/summary/boardBlock.ts';
import { summaryToBlocks } from '../../shared/transfer/summary/telling.ts';
import { pagePicture, writePicture } from '../pictures/write.ts';
import { docxOf } from './docx.ts';
import { pdfOf } from './pdf.ts';
import type { DocumentWish, WrittenDocument } from './request.ts';
import { sheetsOf } from './sheets.ts';
import { xlsxOf } from './xlsx.ts';

/** Rejects when the document cannot be written. */
export async function writeDocument(wish: DocumentWish): Promise<WrittenDocument> {
  const { format, snapshot, reader } = wish;
  if (isPictureFormat(format)) return { bytes: await writePicture(format, wish), missing: [] };
  if (isExportFormat(format))
    return { bytes: new TextEncoder().encode(exportBoard(snapshot, format, reader).text), missing: [] };
  const summary = summaryOf(snapshot);
  if (format === 'notes.xlsx') return { bytes: await xlsxOf(sheetsOf(snapshot, summary)), missing: [] };
  const picture = boardBlock(snapshot, reader);
  const blocks = summaryToBlocks(summary, reader, picture);
  const board = picture === null ? null : await pagePicture(snapshot, picture, reader.language);
  const about = { title: snapshot.title, at: snapshot.exportedAt, reader, board };
  if (format === 'summary.docx') return { bytes: await docxOf(blocks, about), missing: [] };
  return pdfOf(blocks, about);
}
