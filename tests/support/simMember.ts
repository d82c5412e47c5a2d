// Somebody in a simulated session: their copies of the board's documents, their private ideas, and commands that they ask
// again, with the same id, until they hear an answer.

import * as Y from 'yjs';
import type { DealtSheet } from '../../server/session/roundsPlan.ts';
import { addDraft, type Draft, draftText, readDrafts } from '../../shared/board/drafts.ts';
import { readSession, type SessionState } from '../../shared/features/session/state.ts';
import type { Random } from '../../shared/lib/env.ts';
import { type ParticipantId, randomToken } from '../../shared/lib/ids.ts';
import { type Command, type CommandResult, encode } from '../../shared/protocol/messages.ts';
import { SimLine } from './simLine.ts';

export class SimMember {
  readonly id: ParticipantId;
  readonly lines: { readonly canvas: SimLine; readonly session: SimLine; readonly personal: SimLine };
  readonly answers = new Map<string, CommandResult>();
  private readonly asked = new Map<string, Command>();
  private readonly random: Random;
  private writtenCount = 0;

  constructor(name: string, random: Random) {
    this.id = name as ParticipantId;
    this.random = random;
    this.lines = {
      canvas: new SimLine('canvas', random),
      session: new SimLine('session', random),
      personal: new SimLine('personal', random),
    };
    this.lines.session.onResult = (result) => {
      this.asked.delete(result.id);
      this.answers.set(result.id, result);
    };
    this.lines.session.onOpen = () => {
      for (const command of this.asked.values()) this.say(command);
    };
  }

  get all(): readonly SimLine[] {
    return [this.lines.session, this.lines.personal, this.lines.canvas];
  }

  /** What the session says on this person's own screen. */
  get state(): SessionState {
    return readSession((root) => this.lines.session.doc.getMap(root).entries());
  }

  /** Asked now and at every new connection until it is answered. Gives its id. */
  ask(name: string, args: Record<string, unknown> = {}): string {
    const id = randomToken(this.random, 12);
    const command = { id, name, args };
    this.asked.set(id, command);
    this.say(command);
    return id;
  }

  /** A new private idea, of so many letters already. Gives its id. */
  idea(text: string, more: Partial<Pick<Draft, 'nameless' | 'sheet' | 'cutFrom'>> = {}): string {
    const id = randomToken(this.random, 12);
    const order = ++this.writtenCount;
    addDraft(this.lines.personal.doc, { nameless: false, ...more, id, text, order }, 'sim');
    return id;
  }

  /** In rounds: what lies before me, as the server dealt it. */
  get sheet(): DealtSheet | null {
    return (this.lines.personal.doc.getMap('sheet').get('cur') as DealtSheet | undefined) ?? null;
  }

  /** Letters at the end of a private idea that is still there. */
  types(id: string, letters: string): void {
    const text = draftText(this.lines.personal.doc, id);
    text?.insert(text.length, letters);
  }

  /** My ideas that are not on the wall, in my order. */
  get ideas(): string[] {
    return readDrafts(this.lines.personal.doc).map(({ text }) => text);
  }

  /** A note of one's own on the wall, as a client writes it. */
  note(text: string): void {
    const { doc } = this.lines.canvas;
    doc.transact(() => {
      const entry = new Y.Map<unknown>();
      entry.set('k', 'note');
      entry.set('p', [0, 0]);
      entry.set('t', new Y.Text(text));
      doc.getMap('items').set(randomToken(this.random, 12), entry);
    }, 'sim');
  }

  drop(): void {
    for (const line of this.all) line.drop();
  }

  /** Goes for good. */
  leave(): void {
    for (const line of this.all) line.onGone = () => {};
    this.drop();
  }

  private say(command: Command): void {
    this.lines.session.socket?.sendToServer(encode.command(command));
  }
}
