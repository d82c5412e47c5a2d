// Comments on the server: who may, what is refused and why, and that each command has its effect once, also when the server
// dies between the commit and the answer.

import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Commands } from '../../../server/commands.ts';
import { inlineCompact } from '../../../server/compaction.ts';
import { TalkCommands } from '../../../server/features/talk.ts';
import { Rooms } from '../../../server/rooms.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import { addComment } from '../../../server/talkDoc.ts';
import { limits } from '../../../shared/board/limits.ts';
import type { Role } from '../../../shared/board/roles.ts';
import { type CommentId, readTalk } from '../../../shared/features/talk.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { SimDisk } from '../../support/simDisk.ts';
import { board } from '../../support/simServer.ts';
import { aServer, type Guest, type TestServer } from '../../support/testServer.ts';
import { VirtualTime, virtualEnv } from '../../support/virtualTime.ts';

/** A board's comments on a disk that outlives the server: `crash` starts another one on what was durable. */
class Talking {
  readonly time = new VirtualTime();
  readonly env = virtualEnv(this.time, 1);
  readonly disk = new SimDisk({ scheduler: this.time, random: this.env.random, latencyMs: [2, 2] });
  private server = this.start(this.disk.open());

  private start(storage: Storage) {
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const talk = new TalkCommands(storage, this.env);
    const commands = new Commands({ storage, env: this.env, log, table: talk.table() });
    const rooms = new Rooms({
      storage,
      env: this.env,
      log,
      compact: inlineCompact,
      runCommand: commands.run.bind(commands),
      onFatal: () => {},
    });
    return { rooms, talk };
  }

  /** Whatever was on its way to somebody is lost; what was durable is not. */
  crash(): void {
    this.disk.crash();
    this.server = this.start(this.disk.open());
  }

  until<Value>(promise: Promise<Value>): Promise<Value> {
    return this.time.until(promise);
  }

  /** Asks as the server's own socket would; the id is the command's. */
  async ask(
    who: string,
    name: string,
    args: Record<string, unknown>,
    { role = 'commenter' as Role, id = '' } = {},
  ) {
    const room = await this.until(this.server.rooms.open(board));
    const command = { id: id === '' ? `${this.asked++}` : id, name, args };
    const visitor = { id: who as ParticipantId, role, neutral: false };
    const { id: _, ...answer } = await this.until(room.runCommand(visitor, command));
    return answer;
  }
  private asked = 0;

  async code(...asked: Parameters<Talking['ask']>): Promise<string> {
    const answer = await this.ask(...asked);
    return answer.ok ? 'ok' : (answer.code ?? '');
  }

  forgetOld(): Promise<void> {
    return this.until(this.server.talk.forgetOld());
  }

  /** As somebody reads it from the disk. */
  async read() {
    const doc = new Y.Doc();
    for await (const record of this.disk.peek().readLog(`${board.id}/talk`, 0))
      Y.applyUpdate(doc, record.bytes);
    return readTalk(doc.getMap('msgs').entries(), doc.getMap('react').entries());
  }

  async texts(): Promise<string[]> {
    const { threads } = await this.read();
    return threads.map(({ comments, resolved }) =>
      [
        ...comments.map(({ text, by }) => `${by}: ${text}`),
        ...(resolved ? [`resolved by ${resolved.by}`] : []),
      ].join(' | '),
    );
  }
}

const first = 'first-comment';

describe('a comment', () => {
  it('is stamped by the server, belongs to its author, and is answered in one thread', async () => {
    const talk = new Talking();
    await talk.ask('ada', 'comment.add', { id: first, text: ' Why not? ', channel: 'board' });
    await talk.ask('ben', 'comment.add', { id: 'answer-of-ben', re: first, text: 'Too dear' });
    await talk.ask('cyd', 'comment.add', { re: 'answer-of-ben', text: 'Not at all' });
    const codes = [
      await talk.code('ben', 'comment.edit', { id: first, text: 'mine now' }),
      await talk.code('ben', 'comment.delete', { id: first }),
      await talk.code('eve', 'comment.add', { text: 'by ada', by: 'ada' }),
      await talk.code('ada', 'comment.edit', { id: first, text: 'Why?' }),
    ];
    const { threads } = await talk.read();
    expect([
      codes,
      await talk.texts(),
      threads[0]?.comments.map(({ editedAt }) => editedAt !== null),
    ]).toEqual([
      ['forbidden', 'forbidden', 'bad-request', 'ok'],
      ['ada: Why? | ben: Too dear | cyd: Not at all'],
      [true, false, false],
    ]);
  });

  it('is for commenters and up, about an item that exists, neither empty nor endless', async () => {
    const talk = new Talking();
    const codes = [
      await talk.code('vic', 'comment.add', { text: 'hello' }, { role: 'viewer' }),
      await talk.code('ada', 'comment.add', { text: 'hello', item: 'no-such-note' }),
      await talk.code('ada', 'comment.add', { text: ' \n\u200b ' }),
      await talk.code('ada', 'comment.add', { text: 'x'.repeat(limits.commentCharsMax + 1) }),
      await talk.code('ada', 'comment.add', { text: 'x'.repeat(limits.commentCharsMax) }),
      await talk.code('ada', 'comment.add', { text: 'hello', id: 'short' }),
      await talk.code('ada', 'comment.add', { text: 'hello', re: 'never-written' }),
      await talk.code('ada', 'comment.react', { id: 'never-written', emoji: '👍' }),
    ];
    expect([codes, (await talk.read()).threads.length]).toEqual([
      ['forbidden', 'no-such-item', 'empty', 'too-long', 'ok', 'bad-request', 'not-found', 'not-found'],
      1,
    ]);
  });

  it('keeps its place behind all others when the clock is set back, and 5,000 are enough', () => {
    const doc = new Y.Doc();
    const add = (number: number, at: number) =>
      addComment(
        doc,
        { by: 'ada' as ParticipantId, at },
        { id: `comment-${number}` as CommentId, place: 'board', answers: null, text: `${number}` },
      );
    add(1, 9_000);
    add(2, 1_000);
    const order = readTalk(doc.getMap('msgs').entries(), []).threads.map(({ id }) => id);
    const whole = doc.getMap('msgs').get('comment-1');
    for (let n = 3; n <= limits.commentsMax; n++) doc.getMap('msgs').set(`comment-${n}`, whole);
    expect(order).toEqual(['comment-1', 'comment-2']);
    expect(() => add(limits.commentsMax + 1, 9_000)).toThrow('A board holds at most 5000 comments.');
  });
});

describe('a removal', () => {
  it('takes the text off the board, and whoever removed it may change their mind for a day', async () => {
    const talk = new Talking();
    await talk.ask('ada', 'comment.add', { id: first, text: 'too hasty' });
    await talk.ask('ben', 'comment.add', { re: first, text: 'hm' });
    const remove = () => talk.ask('fay', 'comment.delete', { id: first }, { role: 'facilitator' });
    await remove();
    const removed = await talk.texts();
    const codes = [
      await talk.code('ada', 'comment.edit', { id: first, text: 'back' }),
      await talk.code('ada', 'comment.restore', { id: first }),
      await talk.code('fay', 'comment.restore', { id: first }),
    ];
    const restored = await talk.texts();
    await remove();
    await talk.time.pass(25 * 60 * 60 * 1000);
    await talk.forgetOld();
    codes.push(await talk.code('fay', 'comment.restore', { id: first }));
    expect([removed, codes, restored]).toEqual([
      ['ada:  | ben: hm'],
      ['not-found', 'forbidden', 'ok', 'too-late'],
      ['ada: too hasty | ben: hm'],
    ]);
  });
});

describe('a thread', () => {
  it('is resolved and opened again by anybody who takes part, and by an answer', async () => {
    const talk = new Talking();
    await talk.ask('ada', 'comment.add', { id: first, text: 'done?' });
    const states: string[][] = [];
    const say = async (who: string, name: string, args: Record<string, unknown>) => {
      await talk.ask(who, name, args);
      states.push(await talk.texts());
    };
    await say('ben', 'comment.resolve', { id: first });
    await say('cyd', 'comment.resolve', { id: first });
    await say('cyd', 'comment.reopen', { id: first });
    await say('ben', 'comment.resolve', { id: first });
    await say('ada', 'comment.add', { re: first, text: 'not yet' });
    expect(states.flat()).toEqual([
      'ada: done? | resolved by ben',
      'ada: done? | resolved by ben',
      'ada: done?',
      'ada: done? | resolved by ben',
      'ada: done? | ada: not yet',
    ]);
  });

  it('has each reaction of a person once', async () => {
    const talk = new Talking();
    await talk.ask('ada', 'comment.add', { id: first, text: 'cake' });
    const react = (who: string, emoji: string, on?: boolean) =>
      talk.ask(who, 'comment.react', { id: first, emoji, ...(on !== undefined && { on }) });
    await react('ada', '❤️');
    await react('ben', '👍');
    await react('ben', '👍', true);
    await react('cyd', '👍');
    await react('cyd', '👍');
    await react('ada', '👍', false);
    const refused = await talk.code('ada', 'comment.react', { id: first, emoji: '🧨' });
    const { threads } = await talk.read();
    expect([threads[0]?.comments[0]?.reactions, refused]).toEqual([
      [
        { emoji: '👍', by: ['ben'] },
        { emoji: '❤️', by: ['ada'] },
      ],
      'bad-request',
    ]);
  });
});

describe('a server that dies between the commit and the answer', () => {
  it('finds one comment and one reaction when both are asked for again', async () => {
    const talk = new Talking();
    const comment = { id: first, text: 'once' };
    const reaction = { id: first, emoji: '🎉' };
    // The command is on the disk; nobody ever hears of it.
    const lost = async (name: string, args: Record<string, unknown>, id: string) => {
      const records = (await talk.disk.peek().load(`${board.id}/talk`)).head;
      void talk.ask('ada', name, args, { id });
      for (let i = 0; i < 1_000; i++) {
        await talk.time.pass(1);
        if ((await talk.disk.peek().load(`${board.id}/talk`)).head > records) break;
      }
      talk.crash();
    };
    await lost('comment.add', comment, 'command-1');
    // A page that was closed meanwhile has forgotten the command's id, not the comment's.
    const again = await talk.ask('ada', 'comment.add', comment, { id: 'command-2' });
    await lost('comment.react', reaction, 'command-3');
    await talk.ask('ada', 'comment.react', reaction, { id: 'command-3' });
    const stolen = await talk.code('eve', 'comment.add', { id: first, text: 'mine' });
    const { threads } = await talk.read();
    expect([
      again,
      stolen,
      threads.map(({ comments }) => comments.map(({ text, reactions }) => [text, reactions])),
    ]).toEqual([{ ok: true, data: { id: first } }, 'id-taken', [[['once', [{ emoji: '🎉', by: ['ada'] }]]]]]);
  });
});

describe('over HTTP', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('a bot comments by the same commands, and gets a status for each refusal', async () => {
    server = await aServer();
    const created = await server.createBoard();
    const [bot, viewer] = [
      await server.join(created, { name: 'Bot', role: 'commenter' }),
      await server.join(created, { name: 'Vic', role: 'viewer' }),
    ];
    const ask = async (who: Guest, name: string, args: unknown, id: string) => {
      const url = `/api/boards/${created.board.id}/commands`;
      return server.ask(url, { token: who.token, origin: null, body: { id, name, args } });
    };
    const answer = await ask(bot, 'comment.add', { text: 'beep' }, 'one');
    const repeated = await ask(bot, 'comment.add', { text: 'beep' }, 'one');
    const { data } = answer.json as { data: { id: string } };
    const statuses = [
      (await ask(bot, 'comment.add', { text: 'other' }, 'one')).status,
      (await ask(viewer, 'comment.add', { text: 'hi' }, 'two')).status,
      (await ask(bot, 'comment.add', { text: '' }, 'three')).status,
      (await ask(bot, 'comment.add', { text: 'x'.repeat(5_000) }, 'four')).status,
      (await ask(bot, 'comment.resolve', { id: 'never-written' }, 'five')).status,
      (await ask(bot, 'comment.resolve', { id: data.id }, 'six')).status,
    ];
    expect([repeated.json, statuses]).toEqual([answer.json, [409, 403, 400, 413, 404, 200]]);
  });
});
