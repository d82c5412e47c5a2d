// The listener is tested: servers that give a little of what is private away, each by another way. Each must be heard.

import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Commands } from '../../server/commands.ts';
import type { Connection } from '../../server/connection.ts';
import type { Room } from '../../server/room.ts';
import { RoomDrafts } from '../../server/session/roomDrafts.ts';
import { RoomVotes } from '../../server/voting/roomVotes.ts';
import { WritePath } from '../../server/writePath.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { encode } from '../../shared/protocol/messages.ts';
import { another, drafting, oneWay, voting } from './secrecyStories.ts';
import { calm, difference, type Story } from './secrecyWatch.ts';

interface Inside {
  readonly room: Room;
}

afterEach(() => {
  vi.restoreAllMocks();
  hash = 0;
});

/** What the bad servers know of somebody's private document: one number of always the same size. */
let hash = 0;

const secrets = [
  ['ideas', RoomDrafts.prototype, drafting(oneWay), drafting(another)],
  ['votes', RoomVotes.prototype, voting([0, 1], [1, 2]), voting([3, 2], [1, 2])],
] as const;

/** Calls `tell` whenever ada's document has changed. */
function leaking(prototype: RoomDrafts | RoomVotes, tell: (room: Room) => void): void {
  const changed = prototype.changed;
  vi.spyOn(prototype, 'changed').mockImplementation(function (
    this: RoomDrafts | RoomVotes,
    owner: ParticipantId,
  ) {
    changed.call(this as never, owner);
    if (owner !== 'ada') return;
    const { room } = this as unknown as Inside;
    void room.docs.openPersonal(owner).then(({ doc }) => {
      const text = JSON.stringify([doc.getMap('drafts'), doc.getMap('votes')]);
      hash = createHash('sha256').update(text).digest().readUInt16BE(0);
      tell(room);
    });
  });
}

const listeners = (room: Room): Connection[] =>
  [...room.connections].filter(
    ({ live, visitor }) => live.address.kind === 'session' && visitor.id !== 'ada',
  );

/** How each of them tells: a hook on ada's changes, or something that is spoilt besides. */
const leaks: Readonly<Record<string, { readonly tell?: (room: Room) => void; readonly spoil?: () => void }>> =
  {
    'in a frame of its own': {
      tell: (room) => {
        for (const connection of listeners(room))
          connection.send(encode.digest(String(hash).padStart(5, '0')));
      },
    },
    'in the size of a frame': {
      tell: (room) => {
        for (const connection of listeners(room)) connection.send(encode.digest('x'.repeat(hash % 97)));
      },
    },
    'in the order in which two hear of something': {
      tell: (room) => {
        const two = listeners(room).slice(0, 2);
        for (const connection of hash % 2 === 0 ? two : two.reverse()) connection.send(encode.keepAlive());
      },
    },
    'in the moment of a frame that says nothing': {
      tell: (room) => {
        for (const connection of listeners(room))
          room.env.scheduler.after(hash % 13, () => connection.send(encode.keepAlive()));
      },
    },
    'in a line of the log': { tell: (room) => room.log.info({ hash }, 'somebody writes') },
    'in a figure of the server': {
      tell: (room) => {
        room.counters.dropped += hash;
      },
    },
    'in somebody’s colour': {
      tell: (room) =>
        void room.changes.changeSession(
          'server',
          (doc) => void doc.getMap('people').set('cy', { name: 'cy', role: 'editor', colour: hash % 12 }),
          [],
        ),
    },
    'in a client id': {
      tell: (room) => {
        const session = room.docs.find('session');
        if (session !== undefined) session.doc.clientID = 100_000 + hash;
      },
    },
    'in the text of a refusal': {
      tell: () => {},
      spoil: () => {
        const run = Commands.prototype.run;
        vi.spyOn(Commands.prototype, 'run').mockImplementation(async function (this: Commands, ...args) {
          const result = await run.apply(this, args);
          return result.ok ? result : { ...result, message: `${result.message} ${hash}` };
        });
      },
    },
    'in an answer that waits': {
      tell: () => {},
      spoil: () => {
        const run = Commands.prototype.run;
        vi.spyOn(Commands.prototype, 'run').mockImplementation(async function (this: Commands, ...args) {
          const [{ env }] = args;
          await new Promise<void>((resolve) => env.scheduler.after(hash % 13, resolve));
          return run.apply(this, args);
        });
      },
    },
  };

describe.each(secrets)('a server that tells of %s', (_, prototype, one, other) => {
  it.each(Object.entries(leaks))('%s is heard', async (_, { tell, spoil }) => {
    spoil?.();
    leaking(prototype, tell ?? (() => {}));
    expect(await difference(one, other, calm)).not.toBeNull();
  });

  it('by nothing at all is not: the hook itself makes no difference', async () => {
    leaking(prototype, () => {});
    expect(await difference(one, other, calm)).toBeNull();
  });
});

describe('a server that shows', () => {
  const shown = (one: Story, other: Story) => difference(one, other, calm);

  it('the wall before the reveal is durable is heard', async () => {
    interface Path {
      readonly room: Room;
      finish(batch: { readonly records: readonly { doc: object; bytes: Uint8Array }[] }): Promise<void>;
    }
    const prototype = WritePath.prototype as unknown as Path;
    const finish = prototype.finish;
    vi.spyOn(prototype, 'finish').mockImplementation(async function (this: Path, batch) {
      for (const { doc, bytes } of batch.records)
        for (const connection of this.room.connections)
          if (connection.live === doc && connection.live.address.kind === 'canvas')
            connection.send(encode.update(bytes));
      await finish.call(this, batch);
    });
    expect(await shown(drafting(oneWay), drafting(another))).toMatch(/canvas/);
  });

  it('another number of ideas for another word is heard', async () => {
    const prototype = RoomDrafts.prototype as unknown as { shown(): number | null };
    const count = prototype.shown;
    leaking(RoomDrafts.prototype, () => {});
    vi.spyOn(prototype, 'shown').mockImplementation(function (this: typeof prototype) {
      const ideas = count.call(this);
      return ideas === null ? null : ideas + (hash % 1000);
    });
    expect(await shown(drafting(oneWay), drafting(another))).toMatch(/session/);
  });

  it('how many have voted for the first of the list is heard', async () => {
    leaking(
      RoomVotes.prototype,
      (room) =>
        void room.docs.openPersonal('ada' as ParticipantId).then(({ doc }) => {
          const first = [...(room.docs.find('canvas')?.doc.getMap('items').keys() ?? [])].sort()[0];
          const given = [...doc.getMap('votes').values()].filter((option) => option === first).length;
          return room.changes.changeSession(
            'server',
            (session) => void session.getMap('counts').set('first', given),
            [],
          );
        }),
    );
    expect(await shown(voting([0, 1], [1, 2]), voting([3, 2], [1, 2]))).toMatch(/session/);
  });
});
