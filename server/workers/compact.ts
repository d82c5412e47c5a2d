// A thread that folds logs into snapshots, so that a long log never holds up the sockets. Knows bytes in, bytes out.

import { parentPort } from 'node:worker_threads';
import { type CompactAnswer, type CompactRequest, compactNow, unpack } from '../compaction.ts';

parentPort?.on('message', (request: CompactRequest) => {
  const answer = answerTo(request);
  parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : []);
});

function answerTo(request: CompactRequest): CompactAnswer {
  try {
    // A copy of its own: the encoder's buffer may be larger than what it holds.
    return { id: request.id, bytes: compactNow(unpack(request)).slice() };
  } catch (error) {
    return { id: request.id, problem: error instanceof Error ? error.message : String(error) };
  }
}
