// The built server, listened to from outside: while people type privately with the stock provider, letter by letter, nothing
// of it is in any frame that anybody else receives, in any line of the log or in any answer; and when the ideas are on the
// wall without names, no path leads from a note to its writer.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { readItems } from '../../../shared/board/reader.ts';
import type { Role } from '../../../shared/board/roles.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/api.ts';
import {
  decodeServerMessage,
  encode,
  messageType,
  protocolVersion,
  schemaVersion,
} from '../../../shared/protocol/messages.ts';
import { exportFormats } from '../../../shared/transfer/formats.ts';
import { createBoard, join, syncUrl } from '../../support/people.ts';
import { until } from '../../support/realPerson.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';
import { StockBot } from '../../support/stockBot.ts';

let server: ServerProcess;
const closing: (() => void)[] = [];

beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: 'trace' } });
});
afterAll(async () => {
  for (const close of closing) close();
  await server.dispose();
});

/** Somebody with an ear on every document that is open to them, and whatever they ever received. */
class Listener {
  readonly joined: Joined;
  readonly frames: Buffer[] = [];
  readonly docs = { canvas: new Y.Doc(), session: new Y.Doc(), talk: new Y.Doc() };
  readonly results = new Map<string, unknown>();
  private readonly hands: WebSocket;

  constructor(joined: Joined, says: 'hello' | 'nothing') {
    this.joined = joined;
    const sockets = (['session', 'canvas', 'talk'] as const).map((kind) => {
      const url = syncUrl(server.url, joined.docs[kind], joined.token);
      const socket = new WebSocket(url, { perMessageDeflate: false });
      socket.binaryType = 'nodebuffer';
      socket.on('open', () => {
        const range = { schemaMin: schemaVersion, schemaMax: schemaVersion };
        if (says === 'hello') socket.send(encode.hello({ proto: protocolVersion, ...range, build: 'test' }));
        socket.send(encode.step1(Uint8Array.of(0)));
        socket.send(encode.step2(Uint8Array.of(0, 0)));
      });
      socket.on('message', (frame: Buffer) => this.hears(kind, frame));
      closing.push(() => socket.terminate());
      return socket;
    });
    this.hands = sockets[0] as WebSocket;
  }

  static async arrives(created: BoardCreated, role: Role, name: string, says: 'hello' | 'nothing' = 'hello') {
    return new Listener(await join(server.url, created, role, name), says);
  }

  async does(name: string, args: Record<string, unknown> = {}): Promise<unknown> {
    const id = `${name} ${this.results.size}`;
    this.hands.send(encode.command({ id, name, args }));
    await until(`${name} is answered`, () => this.results.has(id));
    return this.results.get(id);
  }

  texts(): string[] {
    return [...readItems(this.docs.canvas).values()].map(({ text }) => text);
  }

  private hears(kind: 'canvas' | 'session' | 'talk', frame: Buffer): void {
    this.frames.push(frame);
    const message = decodeServerMessage(frame);
    if (message.type === 'step2' || message.type === 'update')
      Y.applyUpdate(this.docs[kind], message.update, 'server');
    if (message.type === 'result') this.results.set(message.result.id, message.result);
  }
}

/** A stock provider on somebody's own private document. */
async function pen(joined: Joined): Promise<StockBot> {
  const bot = new StockBot(server.url, joined.docs.personal, joined.token);
  closing.push(() => bot.leave());
  await until('the private document is there', () => bot.provider.synced);
  return bot;
}

/** One update a letter, as a person types. */
async function types(bot: StockBot, id: string, text: string): Promise<void> {
  const live = new Y.Text();
  bot.doc.transact(() => {
    const entry = new Y.Map<unknown>([
      ['k', 'note'],
      ['p', [0, 0]],
      ['t', live],
    ]);
    bot.doc.getMap('drafts').set(id, entry);
  });
  for (const [i, letter] of [...text].entries()) {
    live.insert(i, letter);
    await new Promise<void>((resolve) => realEnv.scheduler.after(2, resolve));
  }
}

/** The word as it could stand in bytes: in two sizes of letters, in base64 at every offset, in hexadecimal. */
function formsOf(word: string): Buffer[] {
  const utf16 = Buffer.from(word, 'utf16le');
  const inBase64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString('base64');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -4));
  });
  return [
    Buffer.from(word),
    utf16,
    Buffer.from(utf16).swap16(),
    ...inBase64,
    Buffer.from(Buffer.from(word).toString('hex')),
  ];
}

/** A client id as Yjs writes it: whoever is sent a change of that document is sent this. */
function bytesOf(clientId: number): Buffer {
  const bytes: number[] = [];
  for (let rest = clientId; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest >= 128 ? (rest % 128) | 128 : rest);
    if (rest < 128) return Buffer.from(bytes);
  }
}

function found(places: readonly Buffer[], needles: readonly Buffer[]): number {
  return places.filter((place) => needles.some((needle) => place.includes(needle))).length;
}

/** Everything that can be asked for over HTTP by somebody on the board, and by a passer-by. */
async function answers(created: BoardCreated, as: Joined): Promise<Buffer[]> {
  const board = `${server.url}/api/boards/${created.board.id}`;
  const headers = { authorization: `Bearer ${as.token}`, 'content-type': 'application/json' };
  const post = (url: string, body: unknown) =>
    fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const asked = await Promise.all([
    ...exportFormats.map((format) => fetch(`${board}/export/${format}`, { headers })),
    fetch(board, { headers }),
    fetch(`${server.url}/metrics`),
    fetch(`${server.url}/readyz`),
    fetch(`${board}/import?dryRun=1`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: 'x',
    }),
    post(`${board}/commands`, { id: 'nosy', name: 'reveal', args: { confirm: true } }),
    post(`${board}/commands`, { id: 'nosier', name: 'no.such.command', args: {} }),
    fetch(`${server.url}/sync/${as.docs.personal}`),
  ]);
  return Promise.all(
    asked.map(async (answer) => Buffer.from(`${JSON.stringify([...answer.headers])}${await answer.text()}`)),
  );
}

type Pen = Awaited<ReturnType<typeof pen>>;

const words = { ada: 'qzadawordqz', ben: 'qzbenwordqz', cy: 'qzcywordqz' };

/** What somebody who only looks on holds of the ideas on the wall, and every way that could lead from there to a writer. */
async function pathsToWriters(
  created: BoardCreated,
  vic: Listener,
  people: readonly { readonly bot: Pen | null; readonly ears: Listener }[],
) {
  const notes = readItems(vic.docs.canvas);
  const ids = people.flatMap(({ bot, ears }) => [bot?.doc.clientID, ears.docs.canvas.clientID]);
  const told = await answers(created, vic.joined);
  const json = String(told[exportFormats.indexOf('board.json')]).replace(/^.*?\](?=\{)/s, '');
  const board: { items: { author: unknown }[] } = JSON.parse(json);
  const lines = told
    .map(String)
    .join('')
    .split('\n')
    .filter((line) => Object.values(words).some((word) => line.includes(word)));
  const { err } = server.output();
  return {
    onWall: [...notes.values()].map(({ text }) => text).sort(),
    writersOnWall: [...vic.docs.canvas.store.clients.keys()].filter((id) => ids.includes(id)),
    authors: [...vic.docs.session.getMap('authors').keys()].filter((id) => notes.has(id as never)),
    inBoard: board.items.map(({ author }) => author),
    besideNames: lines.filter((line) => people.some(({ ears }) => line.includes(ears.joined.participant.id))),
    inLog: found([Buffer.from(err)], Object.values(words).flatMap(formsOf)),
  };
}

describe('private ideas on the real server', () => {
  it('reach nobody before the reveal, and tell nobody whose they were after it', async () => {
    const created = await createBoard(server.url, 'In confidence');
    const fay = await Listener.arrives(created, 'facilitator', 'Fay');
    const vic = await Listener.arrives(created, 'viewer', 'Vic', 'nothing');
    const writers: { name: string; word: string; ears: Listener; bot: Pen }[] = [];
    for (const [name, word] of Object.entries(words)) {
      const ears = await Listener.arrives(created, 'editor', name);
      writers.push({ name, word, ears, bot: await pen(ears.joined) });
    }
    await fay.does('phase.set', { kind: 'silent', anonymous: true });
    for (const { bot, word } of writers) {
      await types(bot, 'typed', `${word} letter by letter`);
      bot.doc.getMap('drafts').set('pasted', new Y.Map([['t', new Y.Text(`${word} pasted`)]]));
    }
    // One reconnects in the middle of it, and the count of ideas is told.
    writers[0]?.bot.provider.disconnect();
    writers[0]?.bot.provider.connect();
    const session = () => fay.docs.session.getMap('counts').get('ideas');
    await until('the number of ideas is told', () => session() === 6);
    const before = [];
    for (const { name, word, bot } of writers) {
      const needles = [...formsOf(word), bytesOf(bot.doc.clientID)];
      const others = [fay, vic, ...writers.filter((one) => one.name !== name).map(({ ears }) => ears)];
      const mine = writers.find((one) => one.name === name)?.ears;
      const heard = [...others, ...(mine ? [mine] : [])].flatMap(({ frames }) => frames);
      const told = await answers(created, others.at(-1)?.joined ?? fay.joined);
      const { out, err } = server.output();
      before.push([
        name,
        found(heard, needles),
        found(told, needles),
        found([Buffer.from(out + err)], needles),
      ]);
    }
    const result = await fay.does('reveal');
    await until('the ideas are on the wall', () => vic.texts().length === 6);
    expect({
      before,
      result,
      ...(await pathsToWriters(created, vic, [...writers, { bot: null, ears: fay }])),
    }).toEqual({
      before: [
        ['ada', 0, 0, 0],
        ['ben', 0, 0, 0],
        ['cy', 0, 0, 0],
      ],
      result: expect.objectContaining({ ok: true, data: { ideas: 6 } }),
      onWall: Object.values(words)
        .flatMap((word) => [`${word} letter by letter`, `${word} pasted`])
        .sort(),
      writersOnWall: [],
      authors: [],
      inBoard: [null, null, null, null, null, null],
      besideNames: [],
      inLog: 0,
    });
  }, 60_000);

  it('would be found, if they were there', async () => {
    const created = await createBoard(server.url, 'In the open');
    const [ada, vic] = [
      await Listener.arrives(created, 'editor', 'Ada'),
      await Listener.arrives(created, 'viewer', 'Vic', 'nothing'),
    ];
    const bot = new StockBot(server.url, ada.joined.docs.canvas, ada.joined.token);
    closing.push(() => bot.leave());
    await until('the wall is there', () => bot.provider.synced);
    bot.writeNote('open', words.ada);
    await until('the note is there', () => vic.texts().includes(words.ada));
    const isUpdate = (frame: Buffer) => frame[0] === messageType.sync;
    const heard = vic.frames.filter(isUpdate);
    const told = await answers(created, vic.joined);
    const inFiles = [formsOf(words.ada).slice(0, 1), [bytesOf(bot.doc.clientID)]].map((needles) =>
      found(heard, needles),
    );
    const shapes = formsOf(words.ada).map((form, i) => {
      const texts = [
        words.ada,
        '',
        '',
        ...['', 'x', 'xx'].map((by) => Buffer.from(`${by}${words.ada}yy`).toString('base64')),
      ];
      return i < 1 || (i >= 3 && i < 6) ? Buffer.from(texts[i] ?? '').includes(form) : true;
    });
    expect([inFiles.every((count) => count > 0), found(told, formsOf(words.ada)) > 0, shapes]).toEqual([
      true,
      true,
      shapes.map(() => true),
    ]);
  }, 60_000);
});
