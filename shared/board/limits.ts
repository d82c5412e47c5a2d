// Every limit, its unit in its name. Checked where things are sent and again where they arrive.

import { assert } from '../lib/assert.ts';

export const limits = {
  /** Above this the client warns. */
  itemsSoftMax: 5_000,
  /** Above this nothing more is created. */
  itemsMax: 20_000,
  textCharsMax: 20_000,
  titleCharsMax: 200,
  nameCharsMax: 80,
  commentCharsMax: 4_000,
  /** Of one board, removed ones included. */
  commentsMax: 5_000,
  keyCharsMax: 64,
  orderCharsMax: 64,
  coordinateMax: 1_000_000,
  sizeMin: 8,
  sizeMax: 20_000,
  /** One stock sync update. */
  updateBytesMax: 256 * 1024,
  /** One stock sync step 2: everything a client made while it was away. */
  step2BytesMax: 8 * 1024 * 1024,
  /** What the gate looks at in one go; a step 2 is gated in slices of this size. */
  structsPerSliceMax: 5_000,
  structsPerStep2Max: 500_000,
  deleteRangesMax: 5_000,
  /** New Yjs client ids in one message: page loads of one person since they were last online. Each stays for ever. */
  newClientsMax: 256,
  anyDepthMax: 6,
  gcLengthMax: 5_000,
  /** A stroke's packed points. */
  binaryBytesMax: 16 * 1024,
  docBytesMax: 16 * 1024 * 1024,
  /** Our own client splits bulk work into updates of this many items. */
  itemsPerUpdateMax: 200,
  cursorBytesMax: 128,
  holdItemsMax: 500,
  holdBytesMax: 16 * 1024,
  commandBytesMax: 64 * 1024,
  importBytesMax: 8 * 1024 * 1024,
  connectionsPerParticipantMax: 40,
  connectionsPerBoardMax: 2_000,
  /** Document messages one connection may send: a bucket this deep, refilled at this rate a second. */
  docMessagesBurst: 400,
  docMessagesPerSecond: 100,
  /** Of one connection's messages that wait for the disk; above it nothing more is read from it. */
  waitingBytesMax: 1024 * 1024,
  /** A reader further behind than this is dropped and resyncs. */
  bufferedBytesMax: 4 * 1024 * 1024,
  /** Presence is skipped for a reader further behind than this. */
  presenceBufferedBytesMax: 256 * 1024,
  presenceIntervalMs: 50,
  /** A stock provider reconnects after 30 s of silence. */
  silenceMaxMs: 15_000,
  idleUnloadMs: 60_000,
  snapshotEveryRecords: 2_000,
  snapshotEveryBytes: 1024 * 1024,
  shortCodeChars: 8,
} as const;

assert(limits.structsPerSliceMax <= limits.structsPerStep2Max, 'a slice fits into a step 2');
assert(limits.updateBytesMax <= limits.step2BytesMax, 'an update fits where a step 2 does');
assert(limits.holdBytesMax <= limits.updateBytesMax, 'presence is smaller than a document message');
assert(limits.silenceMaxMs <= 20_000, 'something is sent at least every 20 s');
