// A room full of made-up people on a real board. Each joins by the link like anybody else, edits through a stock y-websocket
// provider, and shows its hands through presence frames on the session socket.

import * as v from 'valibot';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Board } from '../../shared/board/board.ts';
import { limits } from '../../shared/board/limits.ts';
import { seededRandom } from '../../shared/lib/env.ts';
import { type Joined, joinedSchema } from '../../shared/protocol/api.ts';
import { encode, protocolVersion, schemaVersion } from '../../shared/protocol/messages.ts';
import { encodeCursor, encodeHold } from '../../shared/protocol/presence.ts';
import { FakePerson } from './fakePerson.ts';

const names = [
  'Ada',
  'Ben',
  'Cleo',
  'Dov',
  'Eri',
  'Femi',
  'Gita',
  'Hugo',
  'Ines',
  'Jun',
  'Kaya',
  'Lior',
  'Mina',
  'Noor',
];

export interface CrowdOptions {
  /** A board's link with its key, as people share it. */
  readonly link: string;
  readonly people: number;
  readonly seed: number;
}

export interface Crowd {
  leave(): void;
}

/** Resolves when everybody is in. @throws when the server does not let somebody in. */
export async function joinCrowd(options: CrowdOptions): Promise<Crowd> {
  // Every provider listens for the end of the process; that is no leak.
  process.setMaxListeners(process.getMaxListeners() + options.people);
  const members: Member[] = [];
  const leave = () => {
    clearInterval(heart);
    for (const member of members) member.leave();
  };
  const heart = setInterval(() => {
    for (const member of members) member.live(limits.presenceIntervalMs);
  }, limits.presenceIntervalMs);
  try {
    for (let index = 0; index < options.people; index++) members.push(await join(options, index));
  } catch (error) {
    leave();
    throw error;
  }
  return { leave };
}

interface Member {
  live(ms: number): void;
  leave(): void;
}

async function join({ link, seed }: CrowdOptions, index: number): Promise<Member> {
  const { site, board: boardId, key } = parseLink(link);
  const round = Math.floor(index / names.length);
  const name = `${names[index % names.length]}${round === 0 ? '' : ` ${round + 1}`}`;
  const { token, docs } = await askToJoin(site, { board: boardId, key, name });
  const doc = new Y.Doc();
  const random = seededRandom(seed * 1000 + index);
  const sync = `${site.replace(/^http/, 'ws')}/sync`;
  const provider = new WebsocketProvider(sync, docs.canvas, doc, {
    params: { token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  provider.awareness.setLocalState(null);
  const hands = openHands(`${sync}/${docs.session}?token=${encodeURIComponent(token)}`);
  const board = new Board(doc, random);
  const person = new FakePerson(board, random);
  return {
    live(ms) {
      // Whoever writes before having read would write over what is there.
      if (provider.synced) hands.show(person.step(ms));
    },
    leave() {
      hands.close();
      provider.destroy();
      board.destroy();
      doc.destroy();
    },
  };
}

/** A connection to the session document that only tells where this person's hands are. */
function openHands(address: string) {
  const socket = new WebSocket(address);
  let held = '';
  socket.on('open', () => {
    const hello = {
      proto: protocolVersion,
      schemaMin: schemaVersion,
      schemaMax: schemaVersion,
      build: 'crowd',
    };
    socket.send(encode.hello(hello));
  });
  // A server that goes away takes its crowd along; the provider tries again, the hands rest.
  socket.on('error', () => socket.terminate());
  return {
    show({ cursor, hold }: ReturnType<FakePerson['step']>) {
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.send(encode.cursor(encodeCursor(cursor)));
      const now = JSON.stringify(hold);
      if (now === held) return;
      held = now;
      socket.send(encode.hold(encodeHold(hold)));
    },
    close: () => socket.close(),
  };
}

/** `http://host/base/b/<board>#<key>` to its parts; `site` has no slash at the end. */
function parseLink(link: string): { site: string; board: string; key: string } {
  const url = new URL(link);
  const [, base = '', board] = /^(.*)\/b\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  if (board === undefined || url.hash.length < 2)
    throw new Error(`This is no board's link with its key: ${link}`);
  return { site: `${url.origin}${base}`, board, key: url.hash.slice(1) };
}

async function askToJoin(site: string, who: { board: string; key: string; name: string }): Promise<Joined> {
  const response = await fetch(`${site}/api/boards/${who.board}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(site).origin },
    body: JSON.stringify({ key: who.key, name: who.name }),
  });
  const body: unknown = await response.json();
  if (!response.ok)
    throw new Error(`${who.name} could not join (${response.status}): ${JSON.stringify(body)}`);
  return v.parse(joinedSchema, body);
}
