// Commands about the board as a whole and about who takes part in it.

import * as v from 'valibot';
import { can, roles } from '../../shared/board/roles.ts';
import { isParticipantId, type ParticipantId } from '../../shared/lib/ids.ts';
import { patchBoardSchema, renameMeSchema } from '../../shared/protocol/api.ts';
import type { Boards } from '../boards.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import { ApiError, noSuchBoard, noSuchPerson, roleMayNot } from '../errors.ts';
import { type Participant, type Participants, withRole } from '../participants.ts';
import type { Room } from '../room.ts';

const participantSchema = v.custom<string>(isParticipantId);

/** Renames a board in the index and on the board itself. */
export async function renameBoard(boards: Boards, room: Room, title: string): Promise<void> {
  const renamed = await boards.rename(room.id, title);
  if (renamed === null) throw noSuchBoard();
  await room.setTitle(renamed.title);
}

export function boardCommands(boards: Boards, participants: Participants): CommandTable {
  return {
    'board.rename': command({
      needs: 'facilitate',
      args: v.strictObject({ title: v.nonOptional(patchBoardSchema.entries.title) }),
      run: ({ room }, { title }) => renameBoard(boards, room, title),
    }),
    ...myself(participants),
    ...others(participants),
  };
}

function myself(participants: Participants): CommandTable {
  return {
    // Everybody, viewers too, may say what they are called.
    'me.rename': command({
      needs: 'read',
      args: renameMeSchema,
      async run({ room, visitor, remembering }, { name }) {
        await participants.change(
          room.id,
          [visitor.id],
          (known) => {
            const before = known.get(visitor.id);
            if (before === undefined || before.removed) throw noSuchPerson();
            return [{ ...before, name }];
          },
          (renamed, puts) => room.setPeople(renamed, [...puts, remembering()]),
        );
      },
    }),
  };
}

/** What facilitators decide about somebody else. */
function others(participants: Participants): CommandTable {
  return {
    'role.set': command({
      needs: 'facilitate',
      args: v.strictObject({
        participant: participantSchema,
        role: v.picklist(roles),
        neutral: v.optional(v.boolean(), false),
      }),
      async run(scope, args) {
        // Taking no side is the one thing that whoever leads may decide about themselves, and not take back alone.
        const takesNoSide = args.role === 'facilitator' && args.neutral;
        const id = takesNoSide ? somebody(args.participant) : somebodyElse(scope, args.participant);
        await participants.change(
          scope.room.id,
          [scope.visitor.id, id],
          (known) => [withRole(somebodyOf(scope, known, id), args)],
          // A removed person keeps their place in the list of authors, but gets no connection back.
          (changed, puts) => scope.room.setPeople(changed.filter(isHere), [...puts, scope.remembering()]),
        );
      },
    }),
    'person.remove': command({
      needs: 'facilitate',
      args: v.strictObject({ participant: participantSchema }),
      async run(scope, args) {
        const id = somebodyElse(scope, args.participant);
        await setRemoved(participants, scope, id, true);
        await scope.room.putOut(id);
      },
    }),
    // Takes a removal back: whoever still holds a link may come in again, as the same person.
    'person.readmit': command({
      needs: 'facilitate',
      args: v.strictObject({ participant: participantSchema }),
      async run(scope, args) {
        await setRemoved(participants, scope, somebodyElse(scope, args.participant), false);
      },
    }),
  };
}

/** Beside the board's own documents: it must be possible on a disk that is full. */
async function setRemoved(
  participants: Participants,
  scope: CommandScope,
  id: ParticipantId,
  removed: boolean,
): Promise<void> {
  await participants.change(
    scope.room.id,
    [scope.visitor.id, id],
    (known) => [{ ...somebodyOf(scope, known, id), removed }],
    (_changed, puts) => scope.room.storage.commit({ puts: [...puts, scope.remembering()] }),
  );
}

function isHere({ removed, waiting }: Participant): boolean {
  return !removed && !waiting;
}

// Whoever steers cannot saw off the branch they sit on: a board always keeps one facilitator this way.
function somebody(participant: unknown): ParticipantId {
  if (!isParticipantId(participant)) throw noSuchPerson();
  return participant;
}

function somebodyElse({ visitor }: CommandScope, given: unknown): ParticipantId {
  const participant = somebody(given);
  if (participant === visitor.id) throw new ApiError(409, 'yourself', 'Nobody can do this to themselves.');
  return participant;
}

/**
 * The person a facilitator decides about, while it is both their turn: of two facilitators who take each other's role away
 * at the same moment, the second finds that it may not. @throws ApiError
 */
function somebodyOf(
  { visitor }: CommandScope,
  known: ReadonlyMap<ParticipantId, Participant>,
  id: ParticipantId,
): Participant {
  const actor = known.get(visitor.id);
  if (actor === undefined || actor.removed || !can(actor.role, 'facilitate')) throw roleMayNot();
  const person = known.get(id);
  if (person === undefined) throw noSuchPerson();
  return person;
}
