// People who are on a board and do nothing: a name and a resting pointer each. They join and greet as any client does.

import WebSocket from 'ws';
import { encode, protocolVersion, schemaVersion } from '../../shared/protocol/messages.ts';
import { encodeCursor } from '../../shared/protocol/presence.ts';
import { joinByLink, syncUrl } from './people.ts';

/** Resolves when all have come; what it resolves to sends them away. */
export async function bystanders(url: string, link: string, names: readonly string[]): Promise<() => void> {
  const sockets = await Promise.all(names.map((name, index) => comes(url, link, name, index)));
  return () => {
    for (const socket of sockets) socket.terminate();
  };
}

async function comes(url: string, link: string, name: string, index: number): Promise<WebSocket> {
  const { token, docs } = await joinByLink(url, link, name);
  const socket = new WebSocket(syncUrl(url, docs.session, token));
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      const hello = {
        proto: protocolVersion,
        schemaMin: schemaVersion,
        schemaMax: schemaVersion,
        build: 'test',
      };
      socket.send(encode.hello(hello));
      socket.send(encode.cursor(encodeCursor({ at: { x: 60 * index, y: 700 }, drag: null })));
      resolve();
    });
  });
  return socket;
}
