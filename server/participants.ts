// Who takes part in which board, in what role. A person is known by the hash of a secret that only their browser has.

import * as v from 'valibot';
import { limits } from '../shared/board/limits.ts';
import { higherRole, type Role, roles } from '../shared/board/roles.ts';
import { type BoardId, isParticipantId, type ParticipantId } from '../shared/lib/ids.ts';
import { InTurn } from './inTurn.ts';
import type { Key, Put, Storage } from './storage/storage.ts';

export interface Participant {
  readonly id: ParticipantId;
  readonly name: string;
  readonly role: Role;
  /** Put out by a facilitator: stays out, whatever link they hold. */
  readonly removed: boolean;
  /** Steers and takes no side; only facilitators are neutral. */
  readonly neutral: boolean;
  /** Has asked to come in and was not let in yet: is nobody so far. */
  readonly waiting: boolean;
  /** A facilitator has given them this role: their old link does not give them another. */
  readonly roleGiven: boolean;
}

/**
 * Makes a change of people durable: `puts` in one commit with whatever else belongs to it. When it rejects, nothing has
 * changed.
 */
export type Keep = (changed: readonly Participant[], puts: readonly Put[]) => Promise<void>;

const storedSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(limits.nameCharsMax)),
  role: v.picklist(roles),
  removed: v.boolean(),
  neutral: v.optional(v.boolean(), false),
  waiting: v.optional(v.boolean(), false),
  roleGiven: v.optional(v.boolean(), false),
});

export interface Joining {
  readonly board: BoardId;
  readonly name: string;
  readonly role: Role;
  /** What the asking browser's secret comes to; null for scripts. */
  readonly person: string | null;
  /** Who the asker has already proven to be; null for nobody. */
  readonly known: ParticipantId | null;
  /** Taken when this is somebody new. */
  readonly fresh: ParticipantId;
  /** Whether somebody new has to wait for a facilitator. */
  readonly lobby: boolean;
}

export class Participants {
  private readonly storage: Storage;
  private readonly turns = new InTurn();

  constructor(storage: Storage) {
    this.storage = storage;
  }

  async find(board: BoardId, id: ParticipantId): Promise<Participant | null> {
    return readRecord(id, await this.storage.get(participantKey(board, id)));
  }

  /** Everybody who ever joined a board, the removed and the waiting included. */
  async all(board: BoardId): Promise<Participant[]> {
    return (await this.storage.list(['participant', board])).flatMap(({ key, value }) => {
      const id = key[2];
      const participant = isParticipantId(id) ? readRecord(id, value) : null;
      return participant === null ? [] : [participant];
    });
  }

  async byPerson(board: BoardId, person: string): Promise<Participant | null> {
    const id = await this.storage.get(personKey(board, person));
    return isParticipantId(id) ? this.find(board, id) : null;
  }

  /** The same person again is the same participant, with the name given now and the higher of both roles. */
  join(joining: Joining, keep: Keep = this.keepAlone): Promise<Participant> {
    const { board, person, known, fresh } = joining;
    // One person's two tabs wait for each other; two hundred people coming in at once do not.
    return this.turns.run(`${board} person ${person ?? fresh}`, async () => {
      const id = known ?? (person === null ? null : await this.byPerson(board, person))?.id ?? fresh;
      return this.turns.run(turnOf(board, id), () => this.joinAs(id, joining, keep));
    });
  }

  /** How many people take part in each board. Boards nobody has joined are missing. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { key, value } of await this.storage.list(['participant'])) {
      const [, board, id] = key;
      if (board === undefined || !isParticipantId(id) || readRecord(id, value)?.removed !== false) continue;
      counts.set(board, (counts.get(board) ?? 0) + 1);
    }
    return counts;
  }

  /**
   * Changes several people at once. `edit` is given those of them that are known, as they are when it is their turn, and
   * gives back the changed ones; what it throws changes nothing.
   */
  async change(
    board: BoardId,
    ids: readonly ParticipantId[],
    edit: (known: ReadonlyMap<ParticipantId, Participant>) => readonly Participant[],
    keep: Keep = this.keepAlone,
  ): Promise<readonly Participant[]> {
    // Always in the same order, so that two changes of the same people never wait for each other.
    const inOrder = [...new Set(ids)].sort();
    return this.inTurnOf(board, inOrder, async () => {
      const known = new Map<ParticipantId, Participant>();
      for (const id of inOrder) {
        const participant = await this.find(board, id);
        if (participant !== null) known.set(id, participant);
      }
      const changed = edit(known);
      await keep(
        changed,
        changed.map((participant) => participantPut(board, participant)),
      );
      return changed;
    });
  }

  private async joinAs(id: ParticipantId, joining: Joining, keep: Keep): Promise<Participant> {
    const { board, name, role, person, lobby } = joining;
    const before = await this.find(board, id);
    if (before?.removed) return before;
    const isFacilitator = role === 'facilitator';
    const keepsRole = before?.roleGiven === true && !isFacilitator;
    const after: Participant = {
      id,
      name,
      role: before === null ? role : keepsRole ? before.role : higherRole(before.role, role),
      removed: false,
      neutral: before?.neutral ?? false,
      // A facilitator's link opens every door; and when the door stands open nobody waits at it any longer.
      waiting: !isFacilitator && lobby && (before?.waiting ?? true),
      roleGiven: keepsRole,
    };
    const puts: Put[] = [participantPut(board, after)];
    if (person !== null) puts.push({ key: personKey(board, person), value: id });
    await keep([after], puts);
    return after;
  }

  private inTurnOf<Value>(
    board: BoardId,
    ids: readonly ParticipantId[],
    task: () => Promise<Value>,
  ): Promise<Value> {
    const [first, ...others] = ids;
    if (first === undefined) return task();
    return this.turns.run(turnOf(board, first), () => this.inTurnOf(board, others, task));
  }

  private readonly keepAlone: Keep = (_changed, puts) => this.storage.commit({ puts });
}

/** As somebody who was given this role. Only facilitators are neutral, so another role ends that. */
export function withRole(
  participant: Participant,
  { role, neutral }: { readonly role: Role; readonly neutral: boolean },
): Participant {
  return { ...participant, role, neutral: neutral && role === 'facilitator', roleGiven: true };
}

function turnOf(board: BoardId, id: ParticipantId): string {
  return `${board} participant ${id}`;
}

function participantKey(board: BoardId, id: ParticipantId): Key {
  return ['participant', board, id];
}

function personKey(board: BoardId, person: string): Key {
  return ['person', board, person];
}

function participantPut(board: BoardId, { id, ...value }: Participant): Put {
  return { key: participantKey(board, id), value };
}

function readRecord(id: ParticipantId, value: unknown): Participant | null {
  const parsed = v.safeParse(storedSchema, value);
  return parsed.success ? { id, ...parsed.output } : null;
}
