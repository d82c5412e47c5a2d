// The built server, listened to from outside: while people type privately with the stock provider, letter by letter, nothing
// of it is in any frame that anybody else receives, in any line of the log or in any answer; and when the ideas are on the
// wall without names, no path leads from a note to its writer.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readItems } from '../../../shared/board/reader.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/api.ts';
import { decodeServerMessage, encode } from '../../../shared/protocol/messages.ts';
import { emptyHold, parseCursor, parseHold } from '../../../shared/protocol/presence.ts';
import { createBoard, syncUrl } from '../../support/people.ts';
import { until } from '../../support/realPerson.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';
import { StockBot } from '../../support/stockBot.ts';
import { type Answers, feedOf, filesOf, refusalsOf } from './secrecyAnswers.ts';
import { bytesOf, canariesOf, formsOf, formsOfClient, found } from './secrecyCanaries.ts';
import { Listener, openSocket } from './secrecyListener.ts';

let server: ServerProcess;
const closing: (() => void)[] = [];

beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: 'trace' } });
});
afterAll(async () => {
  for (const close of closing) close();
  await server.dispose();
});

const pause = (ms: number) => new Promise<void>((resolve) => void realEnv.scheduler.after(ms, resolve));
const logged = () => ['log', Buffer.from(Object.values(server.output()).join('\n'))] as const;

async function bot(doc: string, token: string): Promise<StockBot> {
  const one = new StockBot(server.url, doc, token);
  closing.push(() => one.leave());
  await until('the document is there', () => one.provider.synced);
  return one;
}

/** One update a letter, as a person types. */
async function types({ doc }: StockBot, id: string, text: string): Promise<void> {
  const live = new Y.Text();
  const entry = new Y.Map<unknown>([
    ['k', 'note'],
    ['p', [0, 0]],
    ['t', live],
  ]);
  doc.transact(() => doc.getMap('drafts').set(id, entry));
  for (const letter of text) {
    live.insert(live.length, letter);
    await pause(2);
  }
}

/** A private document written wrongly, with the words in it: what the server says to that, in its own voice. */
async function refusedPage({ docs, token }: Joined, words: string): Promise<Buffer[]> {
  const own: Buffer[] = [];
  const socket = openSocket(syncUrl(server.url, docs.personal, token), 'hello', (frame) => {
    const { type } = decodeServerMessage(frame);
    // Of the document itself, which is theirs, they are told.
    if (!['step1', 'step2', 'update'].includes(type)) own.push(frame);
  });
  closing.push(() => socket.terminate());
  await until('the page is greeted', () => own.length > 0);
  const doc = new Y.Doc();
  doc.getMap(words).set(words, words);
  socket.send(encode.update(Y.encodeStateAsUpdate(doc)));
  const isRefused = () => own.some((frame) => decodeServerMessage(frame).type === 'reject');
  await until('the change is refused', isRefused);
  return own;
}

interface Writer {
  readonly name: string;
  /** On the board's list of people. */
  readonly shownName: string;
  readonly ears: Listener;
  /** On the private document. */
  readonly pen: StockBot;
  /** On the canvas, where a note of theirs hangs that everybody knows to be theirs. */
  readonly brush: StockBot;
  readonly words: readonly string[];
  readonly drafts: readonly string[];
}

interface Scene {
  readonly created: BoardCreated;
  readonly url: string;
  readonly fay: Listener;
  readonly vic: Listener;
  readonly writers: readonly Writer[];
  /** As the server writes on this canvas. */
  readonly serverClients: readonly number[];
  readonly feed: string;
}

async function arrives(created: BoardCreated, name: string): Promise<Writer> {
  const shownName = `Quill ${name}`;
  const ears = await Listener.arrives({ url: server.url, created }, { role: 'editor', name: shownName });
  closing.push(() => ears.leave());
  const { docs, token } = ears.joined;
  const [pen, brush] = [await bot(docs.personal, token), await bot(docs.canvas, token)];
  brush.writeNote(`open${name}`, `said openly by ${name}`);
  const drafts = [`qzpadone${name}`, `qzpadtwo${name}`];
  return { name, shownName, ears, pen, brush, words: canariesOf(name), drafts };
}

async function setScene(): Promise<Scene> {
  const created = await createBoard(server.url, 'In confidence');
  const at = { url: server.url, created };
  const fay = await Listener.arrives(at, { role: 'facilitator', name: 'Fay' });
  const vic = await Listener.arrives(at, { role: 'viewer', name: 'Vic', says: 'nothing' });
  closing.push(
    () => fay.leave(),
    () => vic.leave(),
  );
  const writers: Writer[] = [];
  for (const name of ['ada', 'ben', 'cyd']) writers.push(await arrives(created, name));
  const imported = await fetch(`${server.url}/api/boards/${created.board.id}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fay.joined.token}`, 'content-type': 'text/plain' },
    body: 'out of a file',
  });
  await until('four notes hang', () => imported.ok && vic.texts().length === 4);
  const ofFile = [...readItems(vic.docs.canvas).values()].find(({ text }) => text === 'out of a file');
  const { data } = (await fay.does('feed.create')) as { data: { token: string } };
  await fay.does('phase.set', { kind: 'silent', anonymous: true });
  const serverClients = clientsOf(vic.docs.canvas, ofFile?.id as ItemId);
  return { ...at, fay, vic, writers, serverClients, feed: data.token };
}

const textOf = ({ words }: Writer, how: string) => `${words.join(' ')} ${how}`;

/** Everybody writes, one reconnects meanwhile, one shows where the caret is; errors come about on the way. */
async function everybodyWrites({
  fay,
  writers,
}: Scene): Promise<{ few: unknown; refused: [string, Buffer][] }> {
  let few: unknown = null;
  const refused: [string, Buffer][] = [];
  for (const writer of writers) {
    const { pen, ears, drafts, words } = writer;
    const [first = '', second = ''] = drafts;
    await types(pen, first, textOf(writer, 'letter by letter'));
    const hold = { ...emptyHold, selection: [first as ItemId] };
    ears.points({ ...hold, editing: { id: first as ItemId, caret: 3 } });
    pen.doc.getMap('drafts').set(second, new Y.Map([['t', new Y.Text(textOf(writer, 'pasted'))]]));
    // Long enough for the server to have it.
    await pause(150);
    few ??= await fay.does('reveal');
    const said = await refusedPage(ears.joined, words.join(' '));
    refused.push(...said.map((frame): [string, Buffer] => ['a refused page', frame]));
  }
  writers[0]?.pen.provider.disconnect();
  writers[0]?.pen.provider.connect();
  await until('the number of ideas is told', () => fay.docs.session.getMap('counts').get('ideas') === 6);
  return { few, refused };
}

/** Every answer that everybody gets while all is private. */
async function everyAnswer(scene: Scene): Promise<Answers> {
  const { fay, vic, writers, feed } = scene;
  const [ada, ben] = writers;
  const all: (readonly [string, Buffer])[] = [...(await filesOf(scene, fay.joined))];
  all.push(...(await feedOf(scene, feed)));
  all.push(...[...(await filesOf(scene, vic.joined))].map(([name, it]) => [`vic ${name}`, it] as const));
  for (const ears of [fay, vic, ...writers.map((one) => one.ears)]) {
    const about = ears === ada?.ears ? ben : ada;
    if (about === undefined) continue;
    const draft = about.drafts[0] ?? '';
    all.push(...(await refusalsOf(scene, ears.joined, { about: about.ears.joined, draft })));
  }
  return new Map(all);
}

/** Where anything of what somebody wrote is found that only they may know. */
function foundOf({ words, pen, drafts }: Writer, scene: Scene, places: Iterable<readonly [string, Buffer]>) {
  const ears = [scene.fay, scene.vic, ...scene.writers.map((one) => one.ears)];
  const needles = [...words.flatMap(formsOf), bytesOf(pen.doc.clientID)];
  const ids = drafts.map((id) => Buffer.from(id));
  // Whoever asks about a draft by its id may get the id back.
  return [
    ...found(
      ears.flatMap((one) => one.heard()),
      [...needles, ...ids],
    ),
    ...found([...ears.flatMap((one) => one.written()), ...places, logged()], needles),
    ...ears.flatMap((one) => one.said()).filter(({ client }) => client === pen.doc.clientID),
  ];
}

/** The hands that were seen of those who write: none. */
function handsSeen({ fay, vic, writers }: Scene): number {
  const slots = writers.map(({ ears }) => ears.slot);
  return [fay, vic, ...writers.map(({ ears }) => ears)]
    .flatMap((one) => one.hands())
    .filter(({ slot }) => slots.includes(slot))
    .filter(({ cursor, hold }) => {
      const held = hold && parseHold(hold);
      return (cursor && parseCursor(cursor)?.at) || held?.editing || (held?.selection.length ?? 0) > 0;
    }).length;
}

/** Whose structs an item is made of, or leans on: its own, its fields', its text's. */
function clientsOf(doc: Y.Doc, id: ItemId): number[] {
  const clients = new Set<number>();
  const looks = (item: Y.Item | null | undefined): void => {
    for (let one: Y.Item | null = item ?? null; one !== null; one = one.left) {
      clients.add(one.id.client);
      for (const beside of [one.origin, one.rightOrigin]) if (beside) clients.add(beside.client);
      if (!(one.content instanceof Y.ContentType)) continue;
      const { type } = one.content;
      for (const field of type._map.values()) looks(field);
      for (let part = type._start; part !== null; part = part.right) {
        clients.add(part.id.client);
        for (const beside of [part.origin, part.rightOrigin]) if (beside) clients.add(beside.client);
      }
    }
  };
  looks(doc.getMap('items')._map.get(id));
  return [...clients];
}

/** Of a file, what belongs together: a line, a row, a paragraph. */
const piecesOf = (text: string) => text.split(/\n|<\/(?:li|p|tr|td|w:p|row|si|text|g|h\d)>|\},\s*\{/);

/** Every way that could lead from an idea on the wall to who wrote it. */
async function pathsToWriters(scene: Scene) {
  const { vic, fay, writers, feed } = scene;
  const words = writers.flatMap((one) => one.words);
  const notes = [...readItems(vic.docs.canvas).values()];
  const revealed = notes.filter(({ text }) => text.includes('qz'));
  const told = new Map([
    ...(await filesOf(scene, fay.joined)),
    ...[...(await filesOf(scene, vic.joined))].map(([name, it]) => [`vic ${name}`, it] as const),
    ...(await feedOf(scene, feed)),
    ['metrics', Buffer.from(await (await fetch(`${server.url}/metrics`)).text())],
    logged(),
  ]);
  const listeners = [fay, vic, ...writers.map(({ ears }) => ears)];
  const said = listeners.flatMap((one) => one.said());
  const ids = revealed.map(({ id }) => id as string);
  const names = writers.flatMap(({ shownName, ears }) => [shownName, ears.joined.participant.id]);
  const clients = writers.flatMap(({ pen, brush, ears }) =>
    [pen, brush].map(({ doc }) => doc.clientID).concat(Object.values(ears.docs).map((doc) => doc.clientID)),
  );
  const pieces = [...told.values()].flatMap((bytes) => piecesOf(bytes.toString('utf8')));
  const about = (text: string) => [...words, ...ids].some((it) => text.includes(it.normalize('NFC')));
  const board = JSON.parse(String(told.get('board.json'))) as { items: { id: string; author: unknown }[] };
  const authors = (doc: Y.Doc) => [...doc.getMap('authors').keys()];
  return {
    onWall: revealed.map(({ text }) => text).sort(),
    clients: [...new Set(revealed.flatMap(({ id }) => clientsOf(vic.docs.canvas, id)))],
    // Of what hangs openly, the writer is known everywhere: the same search finds that.
    authors: authors(vic.docs.session).sort(),
    toldOnce: said.filter(({ kind, key }) => kind !== 'canvas' && ids.includes(key ?? '')).length,
    inBoard: board.items.filter(({ id }) => ids.includes(id)).map(({ author }) => author),
    besideNames: pieces.filter((text) => about(text) && names.some((name) => text.includes(name))),
    isOpenKnown: pieces.some((text) => text.includes('said openly by ada') && text.includes('Quill ada')),
    ofWriters: said.filter(({ client, text, key }) => clients.includes(client) && about(`${text} ${key}`)),
    ofPens: found(
      listeners.flatMap((one) => one.heard()),
      writers.map(({ pen }) => bytesOf(pen.doc.clientID)),
    ),
    clientsTold: found(told, clients.flatMap(formsOfClient)),
    oldIds: found(
      [...told, ...listeners.flatMap((one) => one.heard())],
      writers.flatMap(({ drafts }) => drafts.map((id) => Buffer.from(id))),
    ),
    inLog: found([logged()], [...words.flatMap(formsOf), ...ids.map((id) => Buffer.from(id))]),
  };
}

describe('private ideas on the real server', () => {
  it('reach nobody before the reveal, and tell nobody whose they were after it', async () => {
    const scene = await setScene();
    const { few, refused } = await everybodyWrites(scene);
    const told = await everyAnswer(scene);
    const places = [...told, ...refused];
    const before = scene.writers.map((writer) => [writer.name, ...foundOf(writer, scene, places)]);
    const hands = handsSeen(scene);
    const result = await scene.fay.does('reveal');
    await until('the ideas are on the wall', () => scene.vic.texts().length === 10);
    const paths = await pathsToWriters(scene);
    expect({ few, before, hands, result, ...paths }).toEqual({
      few: expect.objectContaining({ ok: false, code: 'few-authors' }),
      before: [['ada'], ['ben'], ['cyd']],
      hands: 0,
      result: expect.objectContaining({ ok: true, data: { ideas: 6 } }),
      onWall: scene.writers
        .flatMap((writer) => [textOf(writer, 'letter by letter'), textOf(writer, 'pasted')])
        .map((text) => text.normalize('NFC'))
        .sort(),
      clients: scene.serverClients,
      authors: ['openada', 'openben', 'opencyd'],
      toldOnce: 0,
      inBoard: [null, null, null, null, null, null],
      besideNames: [],
      isOpenKnown: true,
      ofWriters: [],
      ofPens: [],
      clientsTold: [],
      oldIds: [],
      inLog: [],
    });
  }, 120_000);

  it('would be found in whatever form they were', () => {
    const [, marked = '', bold = ''] = canariesOf('ab');
    const forms = [
      ['plain', 'qzabwordqz', 'x qzabwordqz y'],
      ['shouted', 'qzabwordqz', 'QZABWORDQZ'],
      ['in JSON', 'a\u00df\u{1f54a}', '{"a":"a\\u00df\\ud83d\\udd4a"}'],
      ['in JSON, large', 'a\u00df\u{1f54a}', '"a\\u00DF\\uD83D\\uDD4A"'],
      ['in JSON, all of it', 'aq', '\\u0061\\u0071'],
      ['in an address', 'a\u00df', 'a%C3%9F'],
      ['in an address, small', 'a\u00df', 'a%c3%9f'],
      ['in markup', 'a\u00df\u{1f54a}', 'a&#223;&#128330;'],
      ['in markup, hexadecimal', 'a\u00df\u{1f54a}', 'a&#xdf;&#x1f54a;'],
      ['in markup, large', 'a\u00df\u{1f54a}', 'a&#xDF;&#x1F54A;'],
      ['in bytes', 'aq', 'x6171x'],
      ['composed', 'e\u0301z', '\u00e9z'],
      ['decomposed', '\u00e9z', 'e\u0301z'],
      ['with marks', marked, `-${marked}-`.normalize('NFD')],
      ['bold', bold, JSON.stringify(bold)],
    ] as const;
    const inBytes = [marked, bold].flatMap((word) => {
      const little = Buffer.from(`\u00e4${word}\u00f6`, 'utf16le');
      const bytes = [little, Buffer.from(little).swap16(), Buffer.from(`x${word}yz`)];
      const packed = ['', '-', '--', '---'].map((by) => Buffer.from(`${by}${word}${by}`));
      const texts = packed.flatMap((it) => [it.toString('base64'), it.toString('base64url')]);
      return [...bytes, ...texts.map((text) => Buffer.from(text))].map((it) => [word, it] as const);
    });
    const missed = [
      ...forms.filter(([name, word, text]) => found([[name, Buffer.from(text)]], formsOf(word)).length === 0),
      ...inBytes.filter(([word, bytes]) => found([[word, bytes]], formsOf(word)).length === 0),
    ];
    expect([missed, found([['', Buffer.from('quite another')]], formsOf(bold))]).toEqual([[], []]);
  });
});
