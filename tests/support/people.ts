// People of the outside world: boards made and joined over HTTP, as a script would.

import * as v from 'valibot';
import type { Role } from '../../shared/board/roles.ts';
import {
  type BoardCreated,
  boardCreatedSchema,
  type Joined,
  joinedSchema,
} from '../../shared/protocol/api.ts';

export async function createBoard(url: string, title: string): Promise<BoardCreated> {
  return v.parse(boardCreatedSchema, await post(`${url}/api/boards`, url, { title }));
}

/** Joins as somebody new; the token speaks for them from here on. */
export function join(url: string, created: BoardCreated, role: Role, name: string): Promise<Joined> {
  return joinByLink(url, created.links[role], name);
}

/** The same from the link that people are sent: the board in its path, the key in its hash. */
export async function joinByLink(url: string, link: string, name: string): Promise<Joined> {
  const { pathname, hash } = new URL(link);
  const body = { key: hash.slice(1), name };
  return v.parse(joinedSchema, await post(`${url}/api/boards/${pathname.split('/').at(-1)}/join`, url, body));
}

export function syncUrl(url: string, doc: string, token: string): string {
  return `${url.replace(/^http/, 'ws')}/sync/${doc}?token=${encodeURIComponent(token)}`;
}

async function post(address: string, origin: string, body: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(origin).origin },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response.json();
}
