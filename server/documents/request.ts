// What is asked of the thread that writes documents, and what it answers. Plain values only: they cross from thread to thread.

import type { DocumentFormat, ExportFormat } from '../../shared/transfer/formats.ts';
import type { PictureFormat } from '../../shared/transfer/picture/formats.ts';
import type { BoardSnapshot } from '../../shared/transfer/snapshot.ts';
import type { Reader } from '../../shared/transfer/summary/telling.ts';
import type { PictureAsked, PictureQuery } from '../pictures/asked.ts';
import type { PackedBoard } from './packed.ts';
import type { Refusal } from './refused.ts';

export interface DocumentWish {
  readonly format: DocumentFormat | ExportFormat | PictureFormat;
  readonly snapshot: BoardSnapshot;
  readonly reader: Reader;
  /** What of the board a picture shows, and how large; all of it at scale 1 when not given. */
  readonly picture?: PictureAsked;
}

export interface WrittenDocument {
  readonly bytes: Uint8Array;
  /** Scripts of which no font of this machine has the letters, as ISO 15924 has them: boxes stand in their place. */
  readonly missing: readonly string[];
}

/** A wish as it comes to the thread: the board may still be packed, and how large a picture gets is still to be found out. */
export interface DocumentOrder extends Omit<DocumentWish, 'snapshot' | 'picture'> {
  readonly snapshot: BoardSnapshot | PackedBoard;
  readonly picture?: PictureQuery;
}

export interface DocumentRequest extends DocumentOrder {
  readonly id: number;
}

export type DocumentAnswer =
  | ({ readonly id: number } & WrittenDocument)
  | { readonly id: number; readonly problem: string }
  /** Nothing went wrong: what was asked for cannot be had. */
  | { readonly id: number; readonly refused: Refusal };
