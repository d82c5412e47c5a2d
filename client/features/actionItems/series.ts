// From one session of a series to another. The next one is entered by a key that the server gives to those who are here.

import * as v from 'valibot';
import { type BoardCreated, boardCreatedSchema, codeFoundSchema } from '../../../shared/protocol/api.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/actionItemWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';
import { actionItemsHere } from './here.ts';

export function goToPrevious(board: OpenBoard): void {
  const { previous } = actionItemsHere(board).series.get();
  if (previous !== null) go(previous.board, null);
}

export async function goToNext(board: OpenBoard): Promise<void> {
  const found = await ask(board, 'GET', codeFoundSchema);
  if (found === null) toast({ tone: 'trouble', text: t('series.noNext') });
  else go(found.board, found.key);
}

/** null when the server did not make it. */
export function makeNext(board: OpenBoard, title: string): Promise<BoardCreated | null> {
  return ask(board, 'POST', boardCreatedSchema, { title });
}

export function go(board: string, key: string | null): void {
  const hash = key === null ? '' : `#${encodeURIComponent(key)}`;
  window.location.assign(new URL(`b/${encodeURIComponent(board)}${hash}`, document.baseURI));
}

export async function carryOver(board: OpenBoard): Promise<void> {
  const { previous } = actionItemsHere(board).series.get();
  if (previous === null) return;
  const answer = await board.runCommand('actionItem.carry', { board: previous.board });
  if (!answer.ok)
    return void toast({ tone: 'trouble', text: t('actionItem.failed', { why: whyNot(answer) }) });
  const { carried = 0 } = Object(answer.data) as { carried?: number };
  toast({ text: t('series.carried', { count: carried }) });
}

async function ask<Schema extends v.GenericSchema>(
  board: OpenBoard,
  method: 'GET' | 'POST',
  schema: Schema,
  body?: object,
): Promise<v.InferOutput<Schema> | null> {
  try {
    const response = await fetch(board.apiPath('next'), {
      method,
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
    });
    const parsed = v.safeParse(schema, await response.json());
    return response.ok && parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
