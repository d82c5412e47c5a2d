// Some tools write texts into their files as HTML would: `&amp;`, `&#39;`. They are decoded only where a whole column is
// written that way, for somebody may have meant `&amp;` letter by letter.

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const entity = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;
/** What a text written in HTML cannot contain. */
const raw = /<|&(?!(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});)/i;

export function isEncoded(cells: Iterable<string>): boolean {
  let found = false;
  for (const cell of cells) {
    if (raw.test(cell)) return false;
    found ||= cell.search(entity) >= 0;
  }
  return found;
}

export function decodeEntities(text: string): string {
  return text.replaceAll(entity, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return isCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}
