// Some tools write texts into their files as HTML would: `&amp;`, `&#39;`. They are decoded only where a whole column is
// written that way, for somebody may have meant `&amp;` letter by letter.

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à' },
  ...{ acirc: 'â', ccedil: 'ç', ntilde: 'ñ', iacute: 'í', oacute: 'ó', uacute: 'ú', aacute: 'á', ocirc: 'ô' },
  ...{ ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', lsquo: '‘', rsquo: '’', ldquo: '“' },
  ...{
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    euro: '€',
    pound: '£',
    copy: '©',
    deg: '°',
    times: '×',
  },
};

const names = Object.keys(named).join('|');
const entity = new RegExp(`&(?:(${names})|#(\\d{1,7})|#x([0-9a-f]{1,6}));`, 'gi');
/** What a text written in HTML cannot contain. */
const raw = new RegExp(`<|&(?!(?:${names}|#\\d{1,7}|#x[0-9a-f]{1,6});)`, 'i');

/** Whether somebody wrote these cells as HTML: entities, and nothing that HTML would not let stand. */
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
    if (name !== undefined) return named[name] ?? upper(name) ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return isCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}

/** `&Auml;` is the capital of `&auml;`, `&AMP;` is `&amp;`. */
function upper(name: string): string | undefined {
  const plain = named[name.toLowerCase()];
  return plain !== undefined && /^[A-Z][a-z]/.test(name) ? plain.toUpperCase() : plain;
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}
