// Sockets over a real port: who gets in, with which code the others are sent away, and that a bad one disturbs nobody.

import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { limits } from '../../../shared/board/limits.ts';
import type { BoardCreated } from '../../../shared/protocol/api.ts';
import { decodeServerMessage, encode, type ServerMessage } from '../../../shared/protocol/messages.ts';
import { aServer, type Guest, type TestServer } from '../../support/testServer.ts';

let server: TestServer;
let url: string;
let board: BoardCreated;
let guest: Guest;
const opened: WebSocket[] = [];

beforeEach(async () => {
  server = await aServer();
  await server.http.listen({ port: 0, host: '127.0.0.1' });
  url = `ws://127.0.0.1:${(server.http.server.address() as AddressInfo).port}/sync`;
  board = await server.createBoard();
  guest = await server.join(board, { name: 'Ann' });
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.terminate();
  await server.close();
});

function connect(name: string, headers: Record<string, string> = {}): WebSocket {
  const socket = new WebSocket(`${url}/${name}`, { headers });
  socket.on('error', () => {});
  opened.push(socket);
  return socket;
}
const withToken = (name: string, token: string) => connect(`${name}?token=${token}`);
const closeOf = (socket: WebSocket) =>
  new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
/** The types of the next messages; `upTo` is the last one waited for. */
const hears = (socket: WebSocket, upTo: ServerMessage['type']) =>
  new Promise<ServerMessage['type'][]>((resolve, reject) => {
    const types: ServerMessage['type'][] = [];
    socket.on('message', (data: Buffer) => {
      types.push(decodeServerMessage(data).type);
      if (types.at(-1) === upTo) resolve(types);
    });
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
  });

describe('a socket', () => {
  it('gets its document by token, by header and by the cookie of a page of ours', async () => {
    const { canvas } = guest.docs;
    const host = new URL(url).host;
    const ways = [
      withToken(canvas, guest.token),
      connect(canvas, { authorization: `Bearer ${guest.token}` }),
      connect(canvas, { cookie: guest.cookie, origin: `http://${host}` }),
    ];
    expect(await Promise.all(ways.map((socket) => hears(socket, 'step1')))).toEqual([
      ['step1'],
      ['step1'],
      ['step1'],
    ]);
  });

  it('is sent away by a code that says why', async () => {
    const { canvas, personal } = guest.docs;
    const other = await server.join(board, { name: 'Bob' });
    const stranger = await server.createBoard();
    const strange = await server.join(stranger, { name: 'Eve' });
    const future = canvas.replace('/1/', '/2/');
    const past = canvas.replace('/1/', '/0/');
    const codes = await Promise.all(
      [
        connect(canvas),
        withToken(canvas, `${guest.token}x`),
        withToken(canvas, strange.token),
        withToken(canvas.replace(board.board.id, 'AAAAAAAAAAAA'), guest.token),
        connect(canvas, { cookie: guest.cookie }),
        connect(canvas, { cookie: guest.cookie, origin: 'http://evil.test' }),
        withToken(personal, other.token),
        withToken('nothing/of/ours', guest.token),
        withToken(`${canvas}x`, guest.token),
        withToken('%ff', guest.token),
        withToken(future, guest.token),
        withToken(past, guest.token),
      ].map(closeOf),
    );
    expect(codes).toEqual([4401, 4401, 4401, 4401, 4403, 4403, 4403, 4404, 4404, 4404, 4404, 4409]);
  });

  it('is heard in order from its first byte, before the server knows who it is', async () => {
    const open = server.rooms.open.bind(server.rooms);
    let letOpen = () => {};
    const mayOpen = new Promise<void>((resolve) => {
      letOpen = resolve;
    });
    server.rooms.open = async (facts) => {
      await mayOpen;
      return open(facts);
    };
    const socket = withToken(guest.docs.session, guest.token);
    const heard = hears(socket, 'result');
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(encode.hello({ proto: 1, schemaMin: 1, schemaMax: 1, build: 'test' }));
    socket.send(encode.command({ id: 'c1', name: 'nothing', args: {} }));
    // By the time these are answered, the bytes before them have arrived as well.
    for (let i = 0; i < 5; i++) await fetch(`${url.replace('ws', 'http').replace('/sync', '')}/healthz`);
    letOpen();
    const types = (await heard).filter((type) => type === 'welcome' || type === 'result');
    expect(types).toEqual(['welcome', 'result']);
  });

  it('that sends too much, text or garbage loses its own connection and nobody else theirs', async () => {
    const bystander = withToken(guest.docs.canvas, guest.token);
    await hears(bystander, 'step1');
    const [tooLarge, text, stopped] = [1, 2, 3].map(() => withToken(guest.docs.canvas, guest.token));
    if (!tooLarge || !text || !stopped) throw new Error('no sockets');
    const codes = Promise.all([closeOf(tooLarge), closeOf(text)]);
    tooLarge.once('open', () => tooLarge.send(new Uint8Array(limits.step2BytesMax + 2048)));
    text.once('open', () => text.send('hello'));
    expect([await codes, bystander.readyState]).toEqual([[4413, 1003], WebSocket.OPEN]);
  });

  it('is one of at most so many of one participant', async () => {
    const sockets = Array.from({ length: limits.connectionsPerParticipantMax }, () =>
      withToken(guest.docs.canvas, guest.token),
    );
    await Promise.all(sockets.map((socket) => hears(socket, 'step1')));
    const oneMore = await closeOf(withToken(guest.docs.canvas, guest.token));
    const gone = sockets[0] as WebSocket;
    const freed = closeOf(gone);
    gone.close();
    await freed;
    const again = await hears(withToken(guest.docs.canvas, guest.token), 'step1');
    expect([oneMore, again]).toEqual([4529, ['step1']]);
  });

  it('is closed when its person is removed or its board trashed, and stays closed', async () => {
    const facilitator = await server.join(board, { name: 'Fay', role: 'facilitator' });
    const mine = withToken(guest.docs.canvas, guest.token);
    const theirs = withToken(facilitator.docs.canvas, facilitator.token);
    await Promise.all([hears(mine, 'step1'), hears(theirs, 'step1')]);
    const at = `/api/boards/${board.board.id}`;
    const closes = [closeOf(mine), closeOf(theirs)];
    await server.ask(`${at}/commands`, {
      token: facilitator.token,
      body: { id: '1', name: 'person.remove', args: { participant: guest.participant.id } },
    });
    closes.push(closeOf(withToken(guest.docs.canvas, guest.token)));
    await closes[0];
    await server.ask(at, { method: 'DELETE', token: facilitator.token });
    closes.push(closeOf(withToken(facilitator.docs.canvas, facilitator.token)));
    expect(await Promise.all(closes)).toEqual([4403, 4404, 4401, 4404]);
  });

  it('whose peer is dead is cut off at the second heartbeat', async () => {
    const socket = new WebSocket(`${url}/${guest.docs.canvas}?token=${guest.token}`, { autoPong: false });
    opened.push(socket);
    await hears(socket, 'step1');
    const closed = closeOf(socket);
    await server.time.pass(30_000);
    const stillThere = server.rooms.stats().connections;
    await server.time.pass(30_000);
    expect([stillThere, await closed, server.rooms.stats().connections]).toEqual([1, 1006, 0]);
  });

  it('comes too late once the server is stopping, and to the wrong address otherwise', async () => {
    const astray = new WebSocket(url.replace('/sync', '/elsewhere'));
    opened.push(astray);
    const refused = new Promise<string>((resolve) => astray.once('error', (error) => resolve(error.message)));
    server.beginDraining();
    expect([await closeOf(withToken(guest.docs.canvas, guest.token)), await refused]).toEqual([
      1012,
      'Unexpected server response: 404',
    ]);
  });
});
