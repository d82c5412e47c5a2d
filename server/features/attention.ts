// Commands about people's attention and about who steers: hands, readiness, summons, spotlight, wins, the park, the wheel,
// the lobby.

import * as v from 'valibot';
import { limits } from '../../shared/board/limits.ts';
import { readView, type Win } from '../../shared/features/session/state.ts';
import type { Env } from '../../shared/lib/env.ts';
import {
  type ItemId,
  isItemId,
  isParticipantId,
  type ParticipantId,
  randomToken,
} from '../../shared/lib/ids.ts';
import { type CommandTable, command } from '../commands.ts';
import { ApiError, noSuchPerson, roleMayNot } from '../errors.ts';
import { type Participants, withRole } from '../participants.ts';
import {
  addWin,
  lowerAllHands,
  removeWin,
  writeActing,
  writeHand,
  writePark,
  writeReady,
  writeSpotlight,
  writeSummons,
} from '../session/attention.ts';
import { sessionState } from '../session/steering.ts';
import { removeWaiting } from '../sessionDoc.ts';
import { changeSession } from './session.ts';

const nothing = v.strictObject({});
const item = v.custom<ItemId>(isItemId);
const person = v.custom<ParticipantId>(isParticipantId);
const winId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/));

export class AttentionCommands {
  private readonly env: Env;
  private readonly participants: Participants;

  constructor(env: Env, participants: Participants) {
    this.env = env;
    this.participants = participants;
  }

  table(): CommandTable {
    return { ...this.ofEverybody(), ...this.guiding(), ...this.wins(), ...this.wheel(), ...this.lobby() };
  }

  private ofEverybody(): CommandTable {
    return {
      'me.ready': command({
        needs: 'takePart',
        args: v.strictObject({ ready: v.boolean() }),
        run: (scope, { ready }) => changeSession(scope, (doc) => writeReady(doc, scope.visitor.id, ready)),
      }),
      'me.hand': command({
        needs: 'takePart',
        args: v.strictObject({ up: v.boolean() }),
        run: (scope, { up }) =>
          changeSession(scope, (doc) => writeHand(doc, scope.visitor.id, up, this.env.clock.now())),
      }),
    };
  }

  private guiding(): CommandTable {
    return {
      'hand.lower': command({
        needs: 'steer',
        args: v.strictObject({ participant: v.optional(person) }),
        run: (scope, { participant }) =>
          changeSession(scope, (doc) =>
            participant === undefined
              ? lowerAllHands(doc)
              : writeHand(doc, participant, false, this.env.clock.now()),
          ),
      }),
      'guide.summon': command({
        needs: 'steer',
        args: v.strictObject({ view: v.array(v.number()) }),
        run: (scope, { view }) => {
          const box = readView(view);
          if (box === null) throw new ApiError(400, 'bad-request', 'This is no part of a board.');
          const id = randomToken(this.env.random, 12);
          const by = scope.visitor.id;
          return changeSession(scope, (doc) =>
            writeSummons(doc, { id, by, at: this.env.clock.now(), view: box }),
          );
        },
      }),
      'guide.spotlight': command({
        needs: 'steer',
        args: v.strictObject({ participant: v.nullable(person) }),
        run: (scope, { participant }) =>
          changeSession(scope, (doc) => {
            if (participant !== null && !doc.getMap('people').has(participant)) throw noSuchPerson();
            writeSpotlight(doc, participant);
          }),
      }),
      'guide.park': command({
        needs: 'writeCanvas',
        args: v.strictObject({ item: v.nullable(item), instead: v.optional(v.nullable(item)) }),
        run: (scope, { item: park, instead }) =>
          changeSession(scope, (doc) => {
            // Of two who make one at once the first has made it.
            const now = sessionState(doc).park;
            if (instead !== undefined && instead !== now && park !== now)
              throw new ApiError(409, 'park-taken', 'There is another park by now.');
            writePark(doc, park);
          }),
      }),
    };
  }

  private wins(): CommandTable {
    return {
      'win.add': command({
        needs: 'takePart',
        args: v.strictObject({
          id: v.optional(winId),
          text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.commentCharsMax)),
          item: v.optional(v.nullable(item)),
        }),
        run: async (scope, args) => {
          const id = args.id ?? randomToken(this.env.random, 12);
          const about = args.item ?? null;
          const win: Win = {
            id,
            text: args.text,
            item: about,
            by: scope.visitor.id,
            at: this.env.clock.now(),
          };
          await changeSession(scope, (doc) => addWin(doc, win), { id });
          return { id };
        },
      }),
      'win.remove': command({
        needs: 'steer',
        args: v.strictObject({ id: winId }),
        run: (scope, { id }) => changeSession(scope, (doc) => removeWin(doc, id)),
      }),
    };
  }

  private wheel(): CommandTable {
    return {
      // For a session whose facilitators have gone: somebody else steers, in trust, until one is back and takes it.
      'wheel.take': command({
        needs: 'takePart',
        args: nothing,
        run: ({ room, visitor, remembering }) => {
          const before = room.session.acting;
          return changeSession({ room, visitor, remembering }, (doc) => {
            // Of two who reach for it at once the first has it.
            const isFree = room.wheelIsFree && sessionState(doc).acting === before;
            if (!isFree) throw new ApiError(409, 'wheel-taken', 'Somebody who steers is here.');
            writeActing(doc, visitor.id);
          });
        },
      }),
      'wheel.leave': command({
        needs: 'steer',
        args: nothing,
        run: (scope) => changeSession(scope, (doc) => writeActing(doc, null)),
      }),
      // Somebody else facilitates; whoever hands over goes on as an editor.
      'role.handOver': command({
        needs: 'facilitate',
        args: v.strictObject({ participant: person }),
        run: async ({ room, visitor, remembering }, { participant }) => {
          if (participant === visitor.id)
            throw new ApiError(409, 'yourself', 'Nobody can do this to themselves.');
          await this.participants.change(
            room.id,
            [visitor.id, participant],
            (known) => {
              const [from, to] = [known.get(visitor.id), known.get(participant)];
              if (from === undefined || from.removed || from.role !== 'facilitator') throw roleMayNot();
              if (to === undefined || to.removed || to.waiting) throw noSuchPerson();
              return [
                // Who has said to take no side leads without taking one.
                withRole(to, { role: 'facilitator', neutral: to.neutral }),
                withRole(from, { role: 'editor', neutral: false }),
              ];
            },
            (changed, puts) => room.setPeople(changed, [...puts, remembering()]),
          );
        },
      }),
    };
  }

  private lobby(): CommandTable {
    return {
      'lobby.admit': command({
        needs: 'steer',
        args: v.strictObject({ participant: v.optional(person) }),
        run: async ({ room, remembering }, { participant }) => {
          const everybody = room.session.state?.waiting.map(({ id }) => id) ?? [];
          await this.participants.change(
            room.id,
            participant === undefined ? everybody : [participant],
            (known) => {
              if (participant !== undefined && !known.has(participant)) throw noSuchPerson();
              return [...known.values()]
                .filter(({ waiting, removed }) => waiting && !removed)
                .map((admitted) => ({ ...admitted, waiting: false }));
            },
            (admitted, puts) => room.setPeople(admitted, [...puts, remembering()]),
          );
        },
      }),
      'lobby.refuse': command({
        needs: 'facilitate',
        args: v.strictObject({ participant: person }),
        run: async ({ room, visitor, remembering }, { participant }) => {
          await this.participants.change(
            room.id,
            [participant],
            (known) => {
              const refused = known.get(participant);
              if (!refused?.waiting) throw noSuchPerson();
              return [{ ...refused, removed: true }];
            },
            (_refused, puts) =>
              room.changes.changeSession(visitor.id, (doc) => removeWaiting(doc, participant), [
                ...puts,
                remembering(),
              ]),
          );
        },
      }),
    };
  }
}
