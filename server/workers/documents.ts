// A thread that writes documents for people to carry away, so that seconds of typesetting never hold up the sockets.

import { parentPort } from 'node:worker_threads';
import { collect } from '../documents/collect.ts';
import { giveWay } from '../documents/giveWay.ts';
import { writeOrdered } from '../documents/order.ts';
import { Refused } from '../documents/refused.ts';
import type { DocumentAnswer, DocumentRequest } from '../documents/request.ts';

giveWay();
parentPort?.on('message', async (request: DocumentRequest) => {
  const answer = await answerTo(request);
  parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : []);
  collect();
});

async function answerTo(request: DocumentRequest): Promise<DocumentAnswer> {
  try {
    const { bytes, missing } = await writeOrdered(request);
    // A copy of its own: what wrote it may keep it in a larger buffer, or in one that cannot be given away.
    return { id: request.id, bytes: new Uint8Array(bytes), missing };
  } catch (error) {
    if (error instanceof Refused) {
      const { status, code, message } = error;
      return { id: request.id, refused: { status, code, message } };
    }
    return { id: request.id, problem: error instanceof Error ? error.message : String(error) };
  }
}
