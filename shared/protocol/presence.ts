// What one person shows of their hands: a pointer, and the items they hold. Sent as two blobs that the server passes on
// unread: the pointer, small, many times a second; what is held, only when it changes.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type CaretMark, caretMarkBytesMax } from '../board/caret.ts';
import { limits } from '../board/limits.ts';
import { type Box, clamp, type Vec } from '../lib/geometry.ts';
import { type ItemId, isItemId } from '../lib/ids.ts';

export interface Cursor {
  /** Pointer in board units; null while it is away from the canvas. */
  readonly at: Vec | null;
  /** How far the held items have been dragged since the drag began, commits in its midst included; null without a drag. */
  readonly drag: Vec | null;
  /** They point with light: where the pointer is, a trail is drawn that fades. */
  readonly laser?: true;
  /** The last reaction they let float by; absent before the first. */
  readonly reaction?: FloatingReaction;
}

export interface FloatingReaction {
  /** Goes up by one with each, so that the same one twice is seen twice; starts again at 0 behind `reactionCountMax`. */
  readonly count: number;
  /** Its place in `floatingEmoji`. */
  readonly emoji: number;
}

/** What can float by. Only ever added to at its end: the place is what is sent. */
export const floatingEmoji = ['👍', '❤️', '😂', '🎉', '👏', '🤔'] as const;
export const reactionCountMax = 0xffff;

export interface Editing {
  readonly id: ItemId;
  /** As the writer's own copy had it; on other screens the mark knows better. */
  readonly caret: number;
  readonly mark?: CaretMark;
}

export interface Hold {
  readonly selection: readonly ItemId[];
  /** Items moving with the hand, members of clusters included. */
  readonly dragging: readonly ItemId[];
  /** The item whose text is being written, and where the caret is in it. */
  readonly editing: Editing | null;
  /** An item being resized, and the box it has in this hand; absent without a resize. */
  readonly reshape?: { readonly id: ItemId; readonly box: Box };
  /** The part of the board on this screen; absent while it is not known. */
  readonly view?: Box;
}

export const emptyHold: Hold = { selection: [], dragging: [], editing: null };

export function encodeCursor(cursor: Cursor): Uint8Array {
  const encoder = encoding.createEncoder();
  const { at, drag, laser, reaction } = cursor;
  encoding.writeUint8(encoder, (at ? 1 : 0) | (drag ? 2 : 0) | (laser ? 4 : 0) | (reaction ? 8 : 0));
  if (at) writeVec(encoder, at);
  if (drag) writeVec(encoder, drag);
  // What came later stands last: older readers do not look at its flags and stop before it.
  if (reaction) {
    encoding.writeVarUint(encoder, reaction.count & reactionCountMax);
    encoding.writeUint8(encoder, reaction.emoji);
  }
  return encoding.toUint8Array(encoder);
}

/** null for bytes that are no cursor. */
export function parseCursor(blob: Uint8Array): Cursor | null {
  return attempt(() => {
    const decoder = decoding.createDecoder(blob);
    const flags = decoding.readUint8(decoder);
    const at = flags & 1 ? readVec(decoder) : null;
    const drag = flags & 2 ? readVec(decoder) : null;
    const reaction = flags & 8 ? readReaction(decoder) : null;
    return { at, drag, ...(flags & 4 && { laser: true as const }), ...(reaction && { reaction }) };
  });
}

/** null for one that this version cannot show. */
function readReaction(decoder: decoding.Decoder): FloatingReaction | null {
  const count = decoding.readVarUint(decoder);
  const emoji = decoding.readUint8(decoder);
  return count <= reactionCountMax && emoji < floatingEmoji.length ? { count, emoji } : null;
}

/** Longer lists are cut: presence shows, it does not decide. */
export function encodeHold(hold: Hold): Uint8Array {
  const encoder = encoding.createEncoder();
  writeIds(encoder, hold.selection);
  writeIds(encoder, hold.dragging);
  encoding.writeUint8(encoder, hold.editing ? 1 : 0);
  if (hold.editing) {
    encoding.writeVarString(encoder, hold.editing.id);
    encoding.writeVarUint(encoder, Math.max(0, hold.editing.caret));
  }
  writeTail(encoder, hold);
  return encoding.toUint8Array(encoder);
}

/** null for bytes that are no hold. */
export function parseHold(blob: Uint8Array): Hold | null {
  return attempt(() => {
    const decoder = decoding.createDecoder(blob);
    const selection = readIds(decoder);
    const dragging = readIds(decoder);
    const isEditing = decoding.readUint8(decoder) !== 0;
    const id = isEditing ? decoding.readVarString(decoder) : null;
    const caret = isEditing ? decoding.readVarUint(decoder) : 0;
    const { mark, ...tail } = readTail(decoder);
    return {
      selection,
      dragging,
      editing: isItemId(id) ? { id, caret, ...(mark && { mark }) } : null,
      ...tail,
    };
  });
}

const tailFlag = { reshape: 1, view: 2, mark: 4 } as const;

/** What came later stands behind what there always was: older readers stop before it, newer ones do not miss it. */
function writeTail(encoder: encoding.Encoder, { reshape, view, editing }: Hold): void {
  const mark = editing?.mark;
  const flags = (reshape ? tailFlag.reshape : 0) | (view ? tailFlag.view : 0) | (mark ? tailFlag.mark : 0);
  if (flags === 0) return;
  encoding.writeUint8(encoder, flags);
  if (reshape) {
    encoding.writeVarString(encoder, reshape.id);
    writeBox(encoder, reshape.box);
  }
  if (view) writeBox(encoder, view);
  if (mark) encoding.writeVarUint8Array(encoder, mark);
}

function readTail(decoder: decoding.Decoder): Pick<Hold, 'reshape' | 'view'> & Pick<Editing, 'mark'> {
  if (!decoding.hasContent(decoder)) return {};
  const flags = decoding.readUint8(decoder);
  const id = flags & tailFlag.reshape ? decoding.readVarString(decoder) : null;
  const box = id === null ? null : readBox(decoder);
  const view = flags & tailFlag.view ? readBox(decoder) : null;
  const mark = flags & tailFlag.mark ? decoding.readVarUint8Array(decoder).slice() : null;
  return {
    ...(isItemId(id) && box && { reshape: { id, box } }),
    ...(view && { view }),
    ...(mark && mark.length <= caretMarkBytesMax && { mark }),
  };
}

function writeBox(encoder: encoding.Encoder, box: Box): void {
  writeVec(encoder, box);
  writeVec(encoder, { x: box.w, y: box.h });
}

/** null for a box without an inside. */
function readBox(decoder: decoding.Decoder): Box | null {
  const { x, y } = readVec(decoder);
  const { x: w, y: h } = readVec(decoder);
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

function writeVec(encoder: encoding.Encoder, at: Vec): void {
  encoding.writeVarInt(encoder, toWire(at.x));
  encoding.writeVarInt(encoder, toWire(at.y));
}

function readVec(decoder: decoding.Decoder): Vec {
  const x = fromWire(decoding.readVarInt(decoder));
  const y = fromWire(decoding.readVarInt(decoder));
  return { x, y };
}

function toWire(units: number): number {
  return Math.round(fromWire(units));
}

function fromWire(units: number): number {
  return clamp(units, -2 * limits.coordinateMax, 2 * limits.coordinateMax);
}

function writeIds(encoder: encoding.Encoder, ids: readonly ItemId[]): void {
  const kept = ids.slice(0, limits.holdItemsMax);
  encoding.writeVarUint(encoder, kept.length);
  for (const id of kept) encoding.writeVarString(encoder, id);
}

function readIds(decoder: decoding.Decoder): ItemId[] {
  const count = decoding.readVarUint(decoder);
  if (count > limits.holdItemsMax) throw new Error('too many');
  const ids: ItemId[] = [];
  for (let i = 0; i < count; i++) {
    const id = decoding.readVarString(decoder);
    if (isItemId(id)) ids.push(id);
  }
  return ids;
}

function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
