// Bytes to text, whatever program wrote them. Byte order marks are believed first, then what the bytes look like, then what
// the sender said; old Windows text is the last resort, for it can be read out of anything.

/** `binary` when the bytes are no text at all (a picture, an old workbook, an archive); the text is empty then. */
export interface ReadText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly binary: 'oldWorkbook' | 'other' | null;
}

// This part is compiled without the DOM and without Node; both have it.
interface Globals {
  TextDecoder: new (
    label: string,
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
}
const { TextDecoder } = globalThis as unknown as Globals;

/** Total: any bytes give an answer. `contentType` as HTTP has it; its charset counts when the bytes do not speak for themselves. */
export function detectAndRead(bytes: Uint8Array, contentType: string): ReadText {
  const encoding = detect(bytes, contentType);
  const magic = magicOf(bytes);
  if (magic !== null) return { text: '', encoding, binary: magic };
  const text = decode(bytes, encoding).replace(/^\ufeff/, '');
  return looksBinary(text) ? { text: '', encoding, binary: 'other' } : { text, encoding, binary: null };
}

function detect(bytes: Uint8Array, contentType: string): ReadText['encoding'] {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const zeros = zerosAt(bytes.subarray(0, 4096));
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be';
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase();
  if (charset === 'utf-16le' || charset === 'utf-16be') return charset;
  return isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Share of zero bytes among those at even and at odd places: Latin text in UTF-16 has them at every other one. */
function zerosAt(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = Math.max(1, bytes.length >> 1);
  return { even: even / pairs, odd: odd / pairs };
}

/** A single damaged byte must not turn every umlaut of a UTF-8 file into two letters. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (const c of decodeWith('utf-8', bytes)) {
    if (c === '\ufffd') bad++;
    else if (c > '\x7f') good++;
  }
  return good >= bad;
}

function decode(bytes: Uint8Array, encoding: ReadText['encoding']): string {
  switch (encoding) {
    case 'utf-16be':
      return decodeWith('utf-16le', swapped(bytes));
    case 'windows-1252':
      return decodeWindows1252(bytes);
    default:
      return decodeWith(encoding, bytes);
  }
}

function decodeWith(label: 'utf-8' | 'utf-16le', bytes: Uint8Array): string {
  return new TextDecoder(label, { fatal: false, ignoreBOM: true }).decode(bytes);
}

function swapped(bytes: Uint8Array): Uint8Array {
  const other = new Uint8Array(bytes.length & ~1);
  for (let i = 0; i < other.length; i += 2) {
    other[i] = bytes[i + 1] ?? 0;
    other[i + 1] = bytes[i] ?? 0;
  }
  return other;
}

// What 0x80 to 0x9f mean. Some versions of Node read them as control characters, so the table is ours.
const upperHalf = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes = Array.from(bytes.subarray(start, start + 8192), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? upperHalf.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

function magicOf(bytes: Uint8Array): ReadText['binary'] {
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  // The compound file of older office programs.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'oldWorkbook';
  const others = [
    [0x50, 0x4b, 0x03, 0x04],
    [0x25, 0x50, 0x44, 0x46, 0x2d],
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x1f, 0x8b],
  ];
  return others.some((magic) => starts(...magic)) ? 'other' : null;
}

/** Text has next to no control characters besides tabs and line ends. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  let strange = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if ((code < 32 && (code < 9 || code > 13)) || code === 0xfffd) strange++;
  }
  return strange > 4 && strange > sample.length * 0.02;
}
