// Commands about the board as a whole and about who takes part in it.

import * as v from 'valibot';
import { roles } from '../../shared/board/roles.ts';
import { isParticipantId } from '../../shared/lib/ids.ts';
import { patchBoardSchema, renameMeSchema } from '../../shared/protocol/api.ts';
import type { Boards } from '../boards.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import { ApiError, noSuchBoard } from '../errors.ts';
import type { Participants } from '../participants.ts';
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
    // Everybody, viewers too, may say what they are called.
    'me.rename': command({
      needs: 'read',
      args: renameMeSchema,
      async run({ room, visitor }, { name }) {
        const renamed = await participants.rename(room.id, visitor.id, name);
        if (renamed === null) throw nobody();
        await room.setPerson(renamed);
      },
    }),
    'role.set': command({
      needs: 'facilitate',
      args: v.strictObject({
        participant: participantSchema,
        role: v.picklist(roles),
        neutral: v.optional(v.boolean(), false),
      }),
      async run(scope, args) {
        const id = somebodyElse(scope, args.participant);
        const changed = await participants.setRole(scope.room.id, id, args);
        if (changed === null) throw nobody();
        // A removed person keeps their place in the list of authors, but gets no connection back.
        if (!changed.removed) await scope.room.setPerson(changed);
      },
    }),
    'person.remove': command({
      needs: 'facilitate',
      args: v.strictObject({ participant: participantSchema }),
      async run(scope, args) {
        const id = somebodyElse(scope, args.participant);
        if ((await participants.remove(scope.room.id, id)) === null) throw nobody();
        scope.room.changeRole(id, null);
      },
    }),
    // Takes a removal back: whoever still holds a link may come in again, as the same person.
    'person.readmit': command({
      needs: 'facilitate',
      args: v.strictObject({ participant: participantSchema }),
      async run(scope, args) {
        const id = somebodyElse(scope, args.participant);
        if ((await participants.readmit(scope.room.id, id)) === null) throw nobody();
      },
    }),
  };
}

// Whoever steers cannot saw off the branch they sit on: a board always keeps one facilitator this way.
function somebodyElse({ visitor }: CommandScope, participant: unknown) {
  if (!isParticipantId(participant)) throw nobody();
  if (participant === visitor.id) throw new ApiError(409, 'yourself', 'Nobody can do this to themselves.');
  return participant;
}

function nobody(): ApiError {
  return new ApiError(404, 'not-found', 'Nobody on this board has that id.');
}
