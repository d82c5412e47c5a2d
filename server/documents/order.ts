// Unpacks what is asked of the thread that writes documents, and writes it.

import { pictureAsked } from '../pictures/scale.ts';
import { unpacked } from './packed.ts';
import type { DocumentOrder, WrittenDocument } from './request.ts';
import { writeDocument } from './write.ts';

/** Rejects when the document cannot be written, with Refused when that is due to what was asked. */
export async function writeOrdered({ picture, ...order }: DocumentOrder): Promise<WrittenDocument> {
  const snapshot = unpacked(order.snapshot);
  const asked = picture && { picture: pictureAsked(snapshot, picture) };
  return writeDocument({ ...order, snapshot, ...asked });
}
