// An archive of ours that arrives: of all that is in it, nothing but its board.json is ever unpacked, and of that no more than
// a board can be. What an archive says about names and sizes is not believed.

import { planImport } from './import.ts';
import { type ImportPlan, refusedPlan } from './plan.ts';
import { problem } from './problems.ts';
import { unzipWithin } from './unzip.ts';

const boardFile = 'board.json';
/** More than a board of the most items needs. */
const bytesMax = 32 * 1024 * 1024;
const entriesMax = 200;
/** No board packs better than this, apart from small ones; what does was made to fill the memory. */
const ratioMax = 250;
const smallBytes = 256 * 1024;

export function isBoardArchive(names: readonly string[]): boolean {
  return names.includes(boardFile);
}

/** Total, as `planImport` is. */
export function planBoardArchive(bytes: Uint8Array): ImportPlan {
  const most = Math.min(bytesMax, smallBytes + bytes.length * ratioMax);
  const found = unzipWithin(bytes, (name) => name === boardFile, { bytesMax: most, entriesMax });
  if (found === 'too-large') {
    const megabytes = Math.ceil(most / 1024 / 1024);
    return refusedPlan('too-large', problem('inflates', { megabytes }), 'board');
  }
  const board = found === 'damaged' ? undefined : found.get(boardFile);
  if (board === undefined) return refusedPlan('not-a-board', problem('brokenArchive'), 'board');
  return planImport({ bytes: board, contentType: 'application/json' });
}
