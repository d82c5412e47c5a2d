// Commands about ballots: opening, reminding and closing. There is none that opens one again: what was closed is final.

import * as v from 'valibot';
import { limits } from '../../shared/board/limits.ts';
import { methods, votingLimits } from '../../shared/features/voting/ballot.ts';
import { type ItemId, isItemId } from '../../shared/lib/ids.ts';
import { type CommandTable, command } from '../commands.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(votingLimits.votesMax));
const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const items = v.pipe(v.array(v.custom<ItemId>(isItemId)), v.maxLength(votingLimits.optionsMax));

const ballotId = v.pipe(v.string(), v.maxLength(32));

export const votingCommands: CommandTable = {
  'ballot.open': command({
    needs: 'steer',
    args: v.strictObject({
      title: v.optional(v.pipe(v.string(), v.maxLength(limits.titleCharsMax)), ''),
      options: v.optional(v.union([v.picklist(['notes', 'clusters']), items])),
      method: v.optional(v.picklist(methods)),
      votes: v.optional(count),
      maxPerOption: v.optional(count),
      show: v.optional(v.picklist(['close', 'live']), 'close'),
      opensAt: v.optional(v.nullable(time)),
      closesAt: v.optional(v.nullable(time)),
      who: v.optional(v.picklist(['present', 'link'])),
      graceHours: v.optional(
        v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(votingLimits.graceHoursMax)),
        0,
      ),
      practice: v.optional(v.boolean(), false),
      quorum: v.optional(
        v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(votingLimits.quorumMax))),
      ),
      after: v.optional(
        v.nullable(
          v.strictObject({
            ballot: ballotId,
            how: v.picklist(['winners', 'again']),
            top: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(votingLimits.topMax))),
          }),
        ),
      ),
    }),
    run: ({ room, visitor, remembering }, args) =>
      room.votes.openBallot(visitor.id, args, (data) => remembering(data)),
  }),
  'ballot.close': command({
    needs: 'steer',
    args: v.strictObject({ ballot: ballotId }),
    run: ({ room, visitor, remembering }, { ballot }) =>
      room.votes.closeBallot(visitor.id, ballot, (data) => remembering(data)),
  }),
  'ballot.remind': command({
    needs: 'steer',
    args: v.strictObject({ ballot: ballotId }),
    run: ({ room, visitor, remembering }, { ballot }) =>
      room.votes.remind(visitor.id, ballot, (data) => remembering(data)),
  }),
};
