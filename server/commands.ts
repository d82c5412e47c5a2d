// The table of commands and how one is carried out: known, well-formed, allowed, and only once. What each does stands with
// its feature.

import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Deed } from '../shared/board/roles.ts';
import type { Env } from '../shared/lib/env.ts';
import type { Command, CommandResult } from '../shared/protocol/messages.ts';
import type { CoreLog, Visitor } from './core.ts';
import { foreseen } from './errors.ts';
import { InTurn } from './inTurn.ts';
import type { Room } from './room.ts';
import type { Key, Put, Storage } from './storage/storage.ts';

export interface CommandScope {
  readonly room: Room;
  readonly visitor: Visitor;
  /**
   * The record by which this command's answer is remembered. Put into the same commit as the effect it makes the command
   * happen once, whatever breaks in between; a command that repeats harmlessly can leave it to be kept afterwards.
   */
  readonly remembering: (data?: unknown) => Put;
}

export interface CommandSpec {
  readonly needs: Deed;
  /** null when the arguments are not what the command takes. */
  readonly prepare: (args: unknown) => ((scope: CommandScope) => Promise<unknown>) | null;
}

/** One line of the table. `run` gives the command's data, or throws an ApiError or what `foreseen` knows. */
export function command<Schema extends v.GenericSchema>(spec: {
  readonly needs: Deed;
  readonly args: Schema;
  readonly run: (scope: CommandScope, args: v.InferOutput<Schema>) => Promise<unknown>;
}): CommandSpec {
  return {
    needs: spec.needs,
    prepare(args) {
      const parsed = v.safeParse(spec.args, args);
      return parsed.success ? (scope) => spec.run(scope, parsed.output) : null;
    },
  };
}

export type CommandTable = Readonly<Record<string, CommandSpec>>;

/** Nothing that a command takes is nested deeper. What looks into values calls itself, and must come to an end. */
const argsDepthMax = 16;

/** A command's answer is remembered for this long. */
const rememberedMs = 24 * 60 * 60 * 1000;

const rememberedSchema = v.object({
  digest: v.string(),
  at: v.number(),
  result: v.object({
    ok: v.boolean(),
    code: v.optional(v.string()),
    message: v.optional(v.string()),
    data: v.optional(v.unknown()),
  }),
});

type Answer = Omit<CommandResult, 'id'>;

export class Commands {
  private readonly storage: Storage;
  private readonly env: Env;
  private readonly log: CoreLog;
  private readonly table: CommandTable;
  private readonly turns = new InTurn();

  constructor(deps: { storage: Storage; env: Env; log: CoreLog; table: CommandTable }) {
    this.storage = deps.storage;
    this.env = deps.env;
    this.log = deps.log;
    this.table = deps.table;
  }

  /** Never throws. The same id of the same participant again gives the same answer, whichever way it comes. */
  async run(room: Room, visitor: Visitor, { id, name, args }: Command): Promise<CommandResult> {
    const key = rememberedKey(room, visitor, id);
    try {
      if (isDeeper(args, argsDepthMax)) return { id, ...badArguments() };
      const digest = digestOf(name, args);
      const answer = await this.turns.run(key.join(' '), async () => {
        const before = await this.remembered(key);
        if (before === null) return this.runOnce(room, visitor, { name, args, key, digest });
        return before.digest === digest
          ? before.result
          : refusal('id-reused', 'This id belongs to another command. Give each command an id of its own.');
      });
      return { id, ...answer };
    } catch (error) {
      this.log.error({ command: name, error: String(error) }, 'a command failed');
      return { id, ...refusal('internal', 'Something went wrong on the server. Try again.') };
    }
  }

  /** Removes the answers that need not be remembered any longer. */
  async forgetOld(): Promise<void> {
    const now = this.env.clock.now();
    const old = (await this.storage.list(['command'])).filter(({ value }) => {
      const parsed = v.safeParse(rememberedSchema, value);
      return !parsed.success || now - parsed.output.at >= rememberedMs;
    });
    if (old.length > 0) await this.storage.commit({ removes: old.map(({ key }) => key) });
  }

  private async runOnce(
    room: Room,
    visitor: Visitor,
    { name, args, key, digest }: { name: string; args: unknown; key: Key; digest: string },
  ): Promise<Answer> {
    const spec = Object.hasOwn(this.table, name) ? this.table[name] : undefined;
    if (spec === undefined) return refusal('unknown-command', 'This server does not know that command.');
    if (!room.session.may(visitor, spec.needs)) {
      return refusal('forbidden', 'Your role on this board does not allow this.');
    }
    const run = spec.prepare(args);
    if (run === null) return badArguments();
    let isKept = false;
    const record = (result: Answer): Put => ({ key, value: { digest, at: this.env.clock.now(), result } });
    const remembering = (data?: unknown) => {
      isKept = true;
      return record(carriedOut(data));
    };
    const answer = await answerOf(() => run({ room, visitor, remembering }));
    // Only what was decided is remembered: a refused role or a full disk may be different the next time.
    if (answer.ok && !isKept) await this.storage.commit({ puts: [record(answer)] });
    return answer;
  }

  private async remembered(key: Key): Promise<{ digest: string; result: Answer } | null> {
    const parsed = v.safeParse(rememberedSchema, await this.storage.get(key));
    if (!parsed.success || this.env.clock.now() - parsed.output.at >= rememberedMs) return null;
    return { digest: parsed.output.digest, result: withoutAbsent(parsed.output.result) };
  }
}

/** HTTP's word for a command that was not carried out. */
export function statusOfRefusal(code: string | undefined): number {
  switch (code) {
    case 'unknown-command':
    case 'bad-request':
    case 'empty':
    case 'bad-template':
    case 'newer-template':
    case 'no-such-template':
    case 'not-a-template':
    case 'bad-address':
    case 'not-https':
    case 'private-address':
      return 400;
    case 'forbidden':
      return 403;
    case 'not-found':
      return 404;
    case 'board-full':
    case 'doc-full':
    case 'talk-full':
    case 'template-too-large':
    case 'too-long':
      return 413;
    case 'rate':
      return 429;
    case 'internal':
      return 500;
    case 'quarantined':
      return 503;
    case 'disk-full':
      return 507;
    default:
      return 409;
  }
}

async function answerOf(run: () => Promise<unknown>): Promise<Answer> {
  try {
    return carriedOut(await run());
  } catch (error) {
    const known = foreseen(error);
    if (known === null) throw error;
    return refusal(known.code, known.message);
  }
}

function carriedOut(data: unknown): Answer {
  return data === undefined ? { ok: true } : { ok: true, data };
}

function badArguments(): Answer {
  return refusal('bad-request', 'The arguments are not what this command takes.');
}

function refusal(code: string, message: string): Answer {
  return { ok: false, code, message };
}

function withoutAbsent(result: v.InferOutput<typeof rememberedSchema>['result']): Answer {
  const { ok, code, message, data } = result;
  return {
    ok,
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
    ...(data !== undefined && { data }),
  };
}

// The id is the client's own text, so it is not put into a key as it is.
function rememberedKey(room: Room, visitor: Visitor, id: string): Key {
  return ['command', room.id, visitor.id, createHash('sha256').update(id).digest('base64url')];
}

function digestOf(name: string, args: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([name, inOrder(args)]))
    .digest('base64url');
}

function isDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** The same value with the keys of its objects in one order, so that equal arguments have equal texts. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, inOrder(inner)]);
}
