// Proofs: tokens, guest secrets, origins, and how many tries an address has.

import { describe, expect, it } from 'vitest';
import { Auth, isMeant, isOurOrigin, proofsOf } from '../../../server/auth.ts';
import { addressKey, RateLimit } from '../../../server/rateLimit.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { BoardId, ParticipantId } from '../../../shared/lib/ids.ts';
import { VirtualTime } from '../../support/virtualTime.ts';

const board = 'board-1' as BoardId;
const ann = 'ann' as ParticipantId;
const authOf = (tokenSecret: string) => new Auth({ tokenSecret, workspaceKey: 'the-key' }, seededRandom(1));

describe('a token', () => {
  it('proves its participant, and nothing once a letter of it is changed', () => {
    const auth = authOf('a');
    const token = auth.tokenFor(board, ann);
    const forged = [
      token.replace('ann', 'bob'),
      token.replace('board-1', 'board-2'),
      `${token}A`,
      token.slice(0, -1),
      `${token}.x`,
      authOf('b').tokenFor(board, ann),
      'x',
      '',
    ];
    expect([auth.readToken(token), ...forged.map((one) => auth.readToken(one))]).toEqual([
      { board, participant: ann },
      ...forged.map(() => null),
    ]);
  });

  it('is found in the header or the query, the header first, and a wrong scheme does not fall back to the cookie', () => {
    const guest = 'AAAAAAAAAAAAAAAAAAAAAA';
    const cookies = { wallflower_guest: guest };
    expect([
      proofsOf({ authorization: 'Bearer a.b.c', queryToken: 'q', cookies: {} }),
      proofsOf({ authorization: undefined, queryToken: 'q', cookies }),
      proofsOf({ authorization: 'Basic abc', queryToken: 'q', cookies }),
      proofsOf({ authorization: undefined, queryToken: null, cookies: { wallflower_guest: '<script>' } }),
    ]).toEqual([
      { token: 'a.b.c', guest: null },
      { token: 'q', guest },
      { token: '', guest },
      { token: null, guest: null },
    ]);
  });
});

describe('a guest secret', () => {
  it('is kept as a hash that differs from board to board', () => {
    const auth = authOf('a');
    const secret = auth.newGuestSecret();
    const hashes = [board, 'board-2' as BoardId].map((id) => auth.personHash(id, secret));
    expect({
      length: secret.length,
      same: hashes[0] === hashes[1],
      again: auth.personHash(board, secret) === hashes[0],
      leaks: hashes.some((hash) => hash.includes(secret)),
    }).toEqual({ length: 22, same: false, again: true, leaks: false });
  });
});

describe('a request that changes something', () => {
  const isOurs = (origin: string) =>
    isOurOrigin(origin, { publicOrigin: 'https://boards.example.org', host: '192.168.1.5:3000' });

  it('comes from the public address or the host that was asked, and from nowhere else', () => {
    const origins = [
      'https://boards.example.org',
      'http://192.168.1.5:3000',
      'http://boards.example.org',
      'http://192.168.1.5',
      'https://evil.example.org',
      'https://boards.example.org.evil.com',
      'null',
      '',
    ];
    expect(origins.map(isOurs)).toEqual([true, true, false, false, false, false, false, false]);
  });

  it('needs our Origin, or a token without a cookie', () => {
    const meant = (origin: string | undefined, token: string | null, cookiePresent: boolean) =>
      isMeant({ token, guest: null }, { origin, cookiePresent, isOurs });
    expect([
      meant('https://boards.example.org', null, true),
      meant(undefined, 'a.b.c', false),
      meant(undefined, 'a.b.c', true),
      meant(undefined, null, false),
      meant(undefined, '', false),
      meant('https://evil.example.org', null, true),
    ]).toEqual([true, true, false, false, false, false]);
  });
});

describe('a rate limit', () => {
  it('lets a burst through, then as many as it refills, each key for itself', async () => {
    const time = new VirtualTime();
    const limit = new RateLimit({ clock: time, burst: 2, perSecond: 0.5 });
    const story = [limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')];
    await time.pass(2_000);
    story.push(limit.take('a'), limit.take('a'));
    expect(story).toEqual([0, 0, 2000, 0, 0, 2000]);
  });

  it('gives back what was taken by mistake', () => {
    const limit = new RateLimit({ clock: new VirtualTime(), burst: 1, perSecond: 1 });
    limit.take('a');
    limit.refund('a');
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 1000]);
  });

  it('takes all of an IPv6 customer for one address', () => {
    expect(
      ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', '::ffff:10.0.0.1', '10.0.0.1', '::1'].map(addressKey),
    ).toEqual(['2001:db8:1:2', '2001:db8:1:2', '10.0.0.1', '10.0.0.1', '0:0:0:0']);
  });
});
