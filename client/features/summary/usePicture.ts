// The picture of the board for the preview: drawn after the words are there, and again a moment after something has changed.

import { useEffect, useState } from 'react';
import type { BoardSnapshot } from '../../../shared/transfer/snapshot.ts';
import type { PictureBlock } from '../../../shared/transfer/summary/blocks.ts';
import type { Reader } from '../../../shared/transfer/summary/telling.ts';
import type { OpenBoard } from '../../app/openBoard.ts';

/** Of a large board it takes a moment, so not while somebody is moving things. */
const pauseMs = { first: 50, next: 1_000 } as const;

/** null until there is one, and for an empty board. */
export function usePicture(board: OpenBoard, snapshot: BoardSnapshot, reader: Reader): PictureBlock | null {
  const [picture, setPicture] = useState<PictureBlock | null>(null);
  const pause = picture === null ? pauseMs.first : pauseMs.next;
  // biome-ignore lint/correctness/useExhaustiveDependencies: how long it waits is no reason to draw it again.
  useEffect(() => {
    let isWanted = true;
    const cancel = board.editor.env.scheduler.after(pause, () => {
      void import('../../../shared/transfer/summary/boardBlock.ts').then(({ boardBlock }) => {
        if (isWanted) setPicture(boardBlock(snapshot, reader));
      });
    });
    return () => {
      isWanted = false;
      cancel();
    };
  }, [board, snapshot, reader]);
  return picture;
}
