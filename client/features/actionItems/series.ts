// From one session of a series to another. The next one is entered by a key that the server gives to those who are here.

import * as v from 'valibot';
import {
  type BoardCreated,
  boardCreatedSchema,
  codeFoundSchema,
  errorSchema,
} from '../../../shared/protocol/api.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/actionItemWords.ts';
import { type Refused, whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';
import { actionItemsHere } from './here.ts';

export function goToPrevious(board: OpenBoard): void {
  const { previous } = actionItemsHere(board).series.get();
  if (previous !== null) go(previous.board, null);
}

export async function goToNext(board: OpenBoard): Promise<void> {
  const { made: found, refused } = await ask(board, 'GET', codeFoundSchema);
  if (found !== undefined) return go(found.board, found.key);
  toast({ tone: 'trouble', text: refused?.code === 'no-next' ? t('series.noNext') : whyNot(refused ?? {}) });
}

export function makeNext(board: OpenBoard, title: string): Promise<Answer<BoardCreated>> {
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

/** What the server gave, or why it did not. */
interface Answer<Made> {
  readonly made?: Made;
  readonly refused?: Refused;
}

async function ask<Schema extends v.GenericSchema>(
  board: OpenBoard,
  method: 'GET' | 'POST',
  schema: Schema,
  body?: object,
): Promise<Answer<v.InferOutput<Schema>>> {
  try {
    const response = await fetch(board.apiPath('next'), {
      method,
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
    });
    const answer: unknown = await response.json();
    const parsed = v.safeParse(schema, answer);
    if (response.ok && parsed.success) return { made: parsed.output };
    const error = v.safeParse(errorSchema, answer);
    return { refused: error.success ? error.output.error : { code: 'unreadable' } };
  } catch {
    return { refused: { code: 'unreachable' } };
  }
}
