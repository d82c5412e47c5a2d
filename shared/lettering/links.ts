// Web addresses inside a text. Only http and https count; whatever else looks like an address stays words.

export interface Link {
  /** From where to where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** As a browser would open it. */
  readonly href: string;
}

// This part is compiled without the DOM and without Node; both have it.
interface Globals {
  URL: {
    new (address: string): { readonly protocol: string; readonly hostname: string; readonly href: string };
    canParse(address: string): boolean;
  };
}
const { URL } = globalThis as unknown as Globals;

const address = /https?:\/\/[^\s<>"`{}|\\^]+/gi;
const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
const trailing = /[.,;:!?'»”’…)\]]$/;
// Nobody reads more than these in a note; a hostile text must not make us look at thousands.
const linksMax = 20;
const hrefCharsMax = 2_000;

/** In the order in which they stand; only what is safe to open. */
export function findLinks(text: string): Link[] {
  if (!text.includes('://')) return [];
  const links: Link[] = [];
  for (const match of text.matchAll(address)) {
    const written = withoutTail(match[0]);
    const href = safeHref(written);
    if (href === null) continue;
    links.push({ start: match.index, end: match.index + written.length, href });
    if (links.length === linksMax) break;
  }
  return links;
}

/** Null for anything that is not a complete http or https address. */
export function safeHref(written: string): string | null {
  if (written.length > hrefCharsMax || !URL.canParse(written)) return null;
  const { protocol, hostname, href } = new URL(written);
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' ? href : null;
}

/** The full stop behind an address ends the sentence, and a bracket closes what was opened before it. */
function withoutTail(written: string): string {
  let kept = written;
  while (trailing.test(kept)) {
    const last = kept.slice(-1);
    const opening = closing[last];
    if (opening !== undefined && count(kept, opening) >= count(kept, last)) break;
    kept = kept.slice(0, -1);
  }
  return kept;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
