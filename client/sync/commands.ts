// Requests to the server over the session socket. A command keeps its id for life, so asking again after a lost
// connection never does it twice. Knows no command by name.

import type { Cancel, Env } from '../../shared/lib/env.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import { type Command, type CommandResult, encode } from '../../shared/protocol/messages.ts';

const answerWithinMs = 15_000;

interface Waiting {
  readonly command: Command;
  readonly answer: (result: CommandResult) => void;
  readonly cancel: Cancel;
}

export class Commands {
  private readonly send: (frame: Uint8Array) => boolean;
  private readonly env: Env;
  private readonly waiting = new Map<string, Waiting>();

  constructor(send: (frame: Uint8Array) => boolean, env: Env) {
    this.send = send;
    this.env = env;
  }

  /** Never rejects: without an answer in 15 s the result says `unreachable`. */
  run(name: string, args: Readonly<Record<string, unknown>>): Promise<CommandResult> {
    const command: Command = { id: randomToken(this.env.random, 16), name, args: { ...args } };
    return new Promise((resolve) => {
      const cancel = this.env.scheduler.after(answerWithinMs, () => {
        this.settle({ id: command.id, ok: false, code: 'unreachable' });
      });
      this.waiting.set(command.id, { command, answer: resolve, cancel });
      this.send(encode.command(command));
    });
  }

  /** A new connection: whatever has no answer yet is asked again. */
  connected(): void {
    for (const { command } of this.waiting.values()) this.send(encode.command(command));
  }

  settle(result: CommandResult): void {
    const waiting = this.waiting.get(result.id);
    if (waiting === undefined) return;
    this.waiting.delete(result.id);
    waiting.cancel();
    waiting.answer(result);
  }

  destroy(): void {
    for (const id of [...this.waiting.keys()]) this.settle({ id, ok: false, code: 'unreachable' });
  }
}
