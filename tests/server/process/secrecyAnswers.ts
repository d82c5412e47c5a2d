// Everything that can be asked of the server from outside, as bytes that can be searched: archives unpacked, documents read.

import { feedFiles } from '../../../shared/features/feed/feed.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/api.ts';
import { documentFormats, exportFormats } from '../../../shared/transfer/formats.ts';
import { pictureFormats } from '../../../shared/transfer/picture/formats.ts';
import { unzipWithin } from '../../../shared/transfer/unzip.ts';
import { pdfText } from '../../support/poppler.mjs';

/** What was asked for, and what came. */
export type Answers = ReadonlyMap<string, Buffer>;

/** Pixels hold no bytes of a text; the picture of the same board in SVG is searched. */
const skipped = 'board.png';
const allFormats = [...exportFormats, ...documentFormats, ...pictureFormats].filter((one) => one !== skipped);

interface Asking {
  readonly url: string;
  readonly created: BoardCreated;
}

/** Every file of the board that `as` may carry away. @throws when one does not come */
export async function filesOf({ url, created }: Asking, as: Joined): Promise<Answers> {
  const found = new Map<string, Buffer>();
  for (const format of allFormats) {
    const headers = { authorization: `Bearer ${as.token}` };
    const answer = await inTurn(`${url}/api/boards/${created.board.id}/export/${format}`, { headers });
    if (!answer.ok) throw new Error(`${format}: ${answer.status} ${await answer.text()}`);
    found.set(`${format} headers`, Buffer.from(JSON.stringify([...answer.headers])));
    unpack(format, Buffer.from(await answer.arrayBuffer()), found);
  }
  return found;
}

/** What may be asked for only so often is asked for again when it may be. */
async function inTurn(address: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const answer = await fetch(address, init);
    if (answer.status !== 429) return answer;
    const seconds = Number(answer.headers.get('retry-after') ?? 1);
    await new Promise<void>((resolve) => void realEnv.scheduler.after(seconds * 1_000, resolve));
  }
}

/** The live feed behind the secret of its address. @throws when it does not answer */
export async function feedOf({ url }: Asking, token: string): Promise<Answers> {
  const found = new Map<string, Buffer>();
  for (const file of feedFiles) {
    const answer = await inTurn(`${url}/feed/${token}/${file}`);
    if (!answer.ok) throw new Error(`${file}: ${answer.status} ${await answer.text()}`);
    found.set(`feed ${file}`, Buffer.from(`${JSON.stringify([...answer.headers])}\n${await answer.text()}`));
  }
  return found;
}

/** What else the server says to whoever asks, with every refusal that this participant can bring about by asking. */
export async function refusalsOf(
  { url, created }: Asking,
  as: Joined,
  { about, draft }: { readonly about: Joined; readonly draft: string },
): Promise<Answers> {
  const board = `${url}/api/boards/${created.board.id}`;
  const headers = { authorization: `Bearer ${as.token}`, 'content-type': 'application/json' };
  const asks = (address: string, init: RequestInit = {}) => fetch(address, { headers, ...init });
  const commands = [
    ['no.such.command', {}],
    ['role.set', { participant: about.participant.id, role: 'nobody' }],
    ['undo.apply', { undo: 'x' }],
    ['ballot.open', { options: [draft], method: 'dots' }],
    ['phase.set', { kind: 'nothing' }],
    ['comment.add', { item: draft, text: '?' }],
  ] as const;
  const plain = { authorization: `Bearer ${as.token}`, 'content-type': 'text/plain' };
  const asked: Record<string, Promise<Response>> = {
    board: asks(board),
    metrics: fetch(`${url}/metrics`),
    ready: fetch(`${url}/readyz`),
    stranger: fetch(board),
    'no format': asks(`${board}/export/drafts.json`),
    'dry run': asks(`${board}/import?dryRun=1`, { method: 'POST', headers: plain, body: 'x' }),
    'no json': asks(`${board}/commands`, { method: 'POST', body: '{' }),
    'a document over HTTP': asks(`${url}/sync/${about.docs.personal}`),
  };
  for (const [name, args] of commands) {
    const body = JSON.stringify({ id: `nosy ${name}`, name, args });
    asked[name] = asks(`${board}/commands`, { method: 'POST', body });
  }
  const found = new Map<string, Buffer>();
  for (const [name, answer] of Object.entries(asked)) {
    const { status, headers: told } = await answer;
    const text = `${status} ${JSON.stringify([...told])}\n${await (await answer).text()}`;
    found.set(`${as.participant.name} ${name}`, Buffer.from(text));
  }
  return found;
}

/** The file itself and, of an archive, everything in it; of a PDF what it says. */
function unpack(name: string, bytes: Buffer, into: Map<string, Buffer>): void {
  into.set(name, bytes);
  if (name.endsWith('.pdf')) into.set(`${name} text`, Buffer.from(pdfText(bytes)));
  if (!/\.(zip|docx|xlsx)$/.test(name)) return;
  const opened = unzipWithin(bytes, (inner) => !inner.endsWith('.png'), {
    bytesMax: 100_000_000,
    entriesMax: 1_000,
  });
  if (typeof opened === 'string') throw new Error(`${name} is ${opened}`);
  for (const [inner, content] of opened) unpack(`${name}/${inner}`, Buffer.from(content), into);
}
