// Documents from the running server: written in its thread, from the fonts among its packages, beside whatever else goes on.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFormats } from '../../../shared/transfer/formats.ts';
import { createBoard, join } from '../../support/people.ts';
import { pdfText } from '../../support/poppler.mjs';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';

let server: ServerProcess;
let board: Awaited<ReturnType<typeof createBoard>>;
let token: string;
beforeAll(async () => {
  server = await startServer();
  board = await createBoard(server.url, 'Größe / "Maß"');
  ({ token } = await join(server.url, board, 'editor', 'Ed'));
  const ideas = ['Идея', 'فكرة', 'רעיון', ...Array.from({ length: 1_000 }, (_, at) => `Idea ${at}`)];
  await fetch(`${server.url}/api/boards/${board.board.id}/import`, {
    method: 'POST',
    body: ideas.join('\n'),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
  });
});
afterAll(() => server.dispose());

const take = (format: string, init: RequestInit & { readonly as?: string } = {}) =>
  fetch(`${server.url}/api/boards/${board.board.id}/export/${format}?lang=de`, {
    ...init,
    headers: { authorization: `Bearer ${init.as ?? token}` },
  });

describe('documents over HTTP', () => {
  it('come with their type and a name, for whoever may read and for nobody else', async () => {
    const viewer = await join(server.url, board, 'viewer', 'Vi');
    const other = await createBoard(server.url, 'Other');
    const stranger = await join(server.url, other, 'facilitator', 'Sue');
    const answers = [];
    for (const format of documentFormats) {
      const [mine, theirs] = [
        await take(format, { as: viewer.token }),
        await take(format, { as: stranger.token }),
      ];
      const bytes = Buffer.from(await mine.arrayBuffer());
      answers.push([
        mine.status,
        theirs.status,
        mine.headers.get('content-type')?.split('.').at(-1),
        mine.headers.get('content-disposition')?.split("''")[1],
        bytes.subarray(0, 4).toString('latin1'),
        mine.headers.get('content-security-policy')?.startsWith('sandbox'),
      ]);
    }
    const name = 'Gr%C3%B6%C3%9Fe%20Ma%C3%9F%20-%20';
    expect(answers).toEqual([
      [200, 404, 'application/pdf', `${name}summary.pdf`, '%PDF', true],
      [200, 404, 'document', `${name}summary.docx`, 'PK\u0003\u0004', true],
      [200, 404, 'sheet', `${name}notes.xlsx`, 'PK\u0003\u0004', true],
    ]);
  });

  it('hold what is on the board, in the language asked for', async () => {
    const text = pdfText(new Uint8Array(await (await take('summary.pdf')).arrayBuffer()));
    const ideas = new Set([...text.matchAll(/Idea (\d+)\b/g)].map(([, number]) => number));
    expect({
      ideas: ideas.size,
      lost: ['Идея', 'فكرة', 'רעיון', 'Teilnehmende'].filter((word) => !text.includes(word)),
    }).toEqual({ ideas: 1_000, lost: [] });
  });

  it('are not waited for by anybody else, and whoever hangs up holds nobody up', async () => {
    const gone = new AbortController();
    const hung = take('summary.pdf', { signal: gone.signal }).then(
      () => 'came',
      () => 'gone',
    );
    const health = await fetch(`${server.url}/healthz`);
    gone.abort();
    expect([await hung, health.status, (await take('notes.xlsx')).status]).toEqual(['gone', 200, 200]);
  });
});
