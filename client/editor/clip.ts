// What is on the clipboard when items are copied: words for everybody else, and the items themselves for us, hidden in the
// HTML so that they go from board to board, tab to tab and browser to browser, also where the page is served over plain http.

import { limits } from '../../shared/board/limits.ts';
import { kindSpecs, type NewItem } from '../../shared/items/item.ts';
import { type Box, origin } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { copiesOf } from './copies.ts';
import type { Editor } from './editor.ts';

export interface Clip {
  /** `text/plain`: one line an item; the text of a single one as it is. */
  readonly text: string;
  /** `text/html`: one paragraph an item, which documents take as lines and spreadsheets as cells. */
  readonly html: string;
}

/** An item of a clip. Ids and parents mean something among the items of one clip only. */
export type ClipItem = NewItem & { readonly id: ItemId };

const attribute = 'data-wallflower';

/** The selection with everything inside it; null when there is nothing to copy. */
export function clipOfSelection(editor: Editor): Clip | null {
  const { items } = copiesOf(editor.scene, editor.selection.ids, origin, editor.env.random);
  const inside = new Set(items.map(({ id }) => id));
  const clipped = items.map((item) => ({
    ...item,
    // The cluster round what was copied stays behind.
    parent: item.parent !== undefined && item.parent !== null && inside.has(item.parent) ? item.parent : null,
  }));
  return clipped.length === 0 ? null : clipOf(clipped);
}

/** Items in stacking order, bottom first. */
export function clipOf(items: readonly NewItem[]): Clip {
  const texts = items.map(({ text = '' }) => text.trim()).filter((text) => text !== '');
  const [only] = texts;
  const text = only !== undefined && texts.length === 1 ? only : texts.map(inOneLine).join('\n');
  const paragraphs = texts.map((each) => `<p>${escaped(each).replaceAll('\n', lineBreak)}</p>`).join('');
  return { text, html: `<div ${attribute}="${toBase64(jsonOf(items))}">${paragraphs}</div>` };
}

/** The items in a piece of HTML, in stacking order; null when there are none that make sense. Never throws. */
export async function readClip(html: string): Promise<readonly ClipItem[] | null> {
  const start = html.indexOf(`${attribute}="`);
  if (start < 0 || html.length > limits.importBytesMax) return null;
  const from = start + attribute.length + 2;
  const json = fromBase64(html.slice(from, html.indexOf('"', from)));
  if (json === null) return null;
  // Not needed before somebody pastes.
  const { parseBoardJson } = await import('../../shared/transfer/json.ts');
  const items = parseBoardJson(json).items.flatMap(({ order: _, ...item }) =>
    item.id === undefined ? [] : [{ ...item, id: item.id }],
  );
  return items.length === 0 ? null : items;
}

export function boxOfItem(item: NewItem): Box {
  const { size } = kindSpecs[item.kind];
  return { x: item.x, y: item.y, w: item.w ?? size.w, h: item.h ?? size.h };
}

// The format of board.json, whose reader takes nothing for granted. Its order is a stacking key, here only a number.
function jsonOf(items: readonly NewItem[]): string {
  const entries = items.map((item, index) => ({ ...item, order: String(index).padStart(6, '0') }));
  return JSON.stringify({ format: 'wallflower-board', version: 1, title: '', items: entries });
}

// A spreadsheet would take a plain break for a new row.
const lineBreak = '<br style="mso-data-placement:same-cell">';

function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function toBase64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

function fromBase64(base64: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
