// Pictures and archives over HTTP: rights, sizes, limits, what they are to a browser, and an archive that comes back.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardCreated } from '../../../../shared/protocol/api.ts';
import { type Ask, aServer, type Guest, type TestServer } from '../../../support/testServer.ts';

let server: TestServer;
let board: BoardCreated;
let editor: Guest;
beforeEach(async () => {
  server = await aServer();
  board = await server.createBoard('A wall');
  editor = await server.join(board, { name: 'Ed' });
});
afterEach(() => server.close());

const on = (path: string, how: Ask = {}, of = board) =>
  server.ask(`/api/boards/${of.board.id}${path}`, { token: editor.token, ...how });
const ideas = (text: string) => on('/import', { body: text, headers: { 'content-type': 'text/plain' } });
const itemsOf = async (how: Ask = {}, of = board) => {
  const { json } = await on('/export/board.json', how, of);
  return (json as { items: { id: string; text: string }[] }).items;
};
const code = (answer: { status: number; json: unknown }) => [
  answer.status,
  (answer.json as { error?: { code: string } }).error?.code,
];

describe('a picture of a board', () => {
  it('is a file to be kept, of the size asked for, of all or of some', async () => {
    await ideas('One\nTwo\nThree');
    const [first] = await itemsOf();
    const sizes = await Promise.all(
      ['?scale=1', '?width=480', `?scale=1&items=${first?.id}`].map(async (query) => {
        const { bytes } = await on(`/export/board.png${query}`);
        const view = new DataView(bytes.buffer, bytes.byteOffset);
        return [view.getUint32(1), view.getUint32(16), view.getUint32(20)];
      }),
    );
    const [, whole = 0] = sizes[0] ?? [];
    const png = 0x504e470d;
    expect(sizes.map(([mark]) => mark)).toEqual([png, png, png]);
    expect([whole > 480, sizes[1]?.[1], sizes[2]?.slice(1)]).toEqual([true, 480, [280, 280]]);
  });

  it('as an SVG runs nothing, wherever it is opened', async () => {
    await ideas('<script>alert(1)</script>');
    const { status, headers, text } = await on('/export/board.svg');
    expect([
      status,
      headers['content-type'],
      headers['content-disposition'],
      /sandbox/.test(String(headers['content-security-policy'])),
      headers['x-content-type-options'],
      text.includes('<script'),
    ]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
      'attachment; filename="A wall - board.svg"; filename*=UTF-8\'\'A%20wall%20-%20board.svg',
      true,
      'nosniff',
      false,
    ]);
  });

  it('is refused with a reason when it would be too large, when what it asks makes no sense, and to strangers', async () => {
    await ideas('One\nTwo\nThree');
    const queries = [
      '?scale=100',
      '?width=90000',
      '?scale=-1',
      '?scale=NaN',
      '?items=a%20b',
      '?items=',
      '?items=aaaaaaaaaaaaaaaaaaaaaa',
    ];
    const refused = await Promise.all(
      queries.map(async (query) => code(await on(`/export/board.png${query}`))),
    );
    const stranger = code(await on('/export/board.png', { token: 'nobody' }));
    expect([...refused, stranger]).toEqual([
      [413, 'too-large'],
      [413, 'too-large'],
      [400, 'bad-request'],
      [400, 'bad-request'],
      [400, 'bad-request'],
      [400, 'bad-request'],
      [404, 'nothing-there'],
      [404, 'no-such-board'],
    ]);
  });
});

describe('an archive', () => {
  it('brings the same board back into an empty one', async () => {
    await ideas('One\nTwo\nThree');
    const { bytes, headers } = await on('/export/archive.zip');
    const empty = await server.createBoard('Empty');
    const guest = await server.join(empty, { name: 'Ed' });
    const how = { token: guest.token };
    const body = Buffer.from(bytes);
    const sent = await on('/import', { ...how, body, headers: { 'content-type': 'application/zip' } }, empty);
    expect([headers['content-type'], sent.status, await itemsOf(how, empty)]).toEqual([
      'application/zip',
      200,
      await itemsOf(),
    ]);
  });
});
