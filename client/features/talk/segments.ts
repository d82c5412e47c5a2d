// A comment's text in the pieces it is shown in: words, people who are called, addresses to follow.

import type { MentionBook } from '../../../shared/features/talkMentions.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';

export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'mention'; readonly text: string; readonly people: readonly ParticipantId[] };

// What commonly ends a sentence behind an address does not belong to it.
const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'’”]/giu;

export function segmentsOf(text: string, book: MentionBook): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { start, end, people } of book.find(text)) {
    segments.push(...withLinks(text.slice(from, start)));
    segments.push({ kind: 'mention', text: text.slice(start, end), people });
    from = end;
  }
  return [...segments, ...withLinks(text.slice(from))];
}

function withLinks(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    if (!URL.canParse(found)) continue;
    if (index > from) segments.push({ kind: 'text', text: text.slice(from, index) });
    segments.push({ kind: 'link', text: found, href: found });
    from = index + found.length;
  }
  if (from < text.length) segments.push({ kind: 'text', text: text.slice(from) });
  return segments;
}
