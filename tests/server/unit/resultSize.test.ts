// Every result that a ballot can have goes through the gate that the server's own changes pass, the largest ones too, and is
// read again as it was.

import { expect, it } from 'vitest';
import { LiveDoc } from '../../../server/liveDoc.ts';
import { methods } from '../../../shared/features/voting/ballot.ts';
import { readResult, resultValue } from '../../../shared/features/voting/result.ts';
import { tallyOf } from '../../../shared/features/voting/tally.ts';
import type { Vote } from '../../../shared/features/voting/votes.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { board } from '../../support/simServer.ts';
import { VirtualTime, virtualEnv } from '../../support/virtualTime.ts';

const options = Array.from({ length: 400 }, (_, i) => `opt${String(i).padStart(9, '0')}` as ItemId);

/** Two hundred people, each with something to say about a hundred options. */
function votes(): Vote[] {
  const random = seededRandom(5);
  return Array.from({ length: 200 }, () => {
    const ranking = [...options].sort(() => random.next() - 0.5).slice(0, 100);
    return {
      counts: new Map(ranking.map((id) => [id, 1 + Math.floor(random.next() * 5)])),
      ranking,
      spots: new Map(ranking.map((id) => [id, [random.next(), random.next()] as const])),
    };
  });
}

it.each(methods)('a result of %s, of 200 voters on 400 options, can be kept and read', (method) => {
  const live = new LiveDoc(
    { board: board.id, epoch: 1, kind: 'session', owner: null },
    virtualEnv(new VirtualTime(), 1),
  );
  const tally = tallyOf({ method, options, maxPerOption: 5 }, votes());
  const facts = { eligible: 200, closedAt: 1, practice: false, quorum: null };
  const entries = live.write('server', 'server', (doc) =>
    doc.transact(() => doc.getMap('results').set('b', resultValue(tally, facts))),
  );
  const read = readResult(live.doc.getMap('results').get('b'));
  expect({
    entries: entries.length,
    kilobytes: Math.ceil((entries[0]?.bytes.length ?? 0) / 1024) <= 256,
    read: read && [read.tally, read.places, read.rounds.length, read.voted],
  }).toEqual({
    entries: 1,
    kilobytes: true,
    read: [tally.tally, tally.places, tally.rounds.length, tally.voted],
  });
});
