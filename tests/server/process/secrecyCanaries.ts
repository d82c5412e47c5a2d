// Words that must not be found, in every form in which bytes could hold them: plain, escaped for JSON, addresses or markup,
// in base64 and hexadecimal, in UTF-16 of both ends, composed and decomposed.

/** A word of each kind of letter: plain, with combining marks, beyond the first plane. All hold `name`. */
export function canariesOf(name: string): readonly string[] {
  const bold = [...name].map((letter) =>
    String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 'a'.charCodeAt(0)),
  );
  return [`qz${name}wordqz`, `q\u0308z${name}e\u0301z\u0323\u0307`, `${bold.join('')}\u{1f54a}`];
}

const units = (text: string) => text.split('').map((unit) => unit.charCodeAt(0));
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** Each letter as `spell` writes it, or only those that ASCII does not have. */
function spelled(codes: readonly number[], spell: (code: number) => string): string[] {
  return [true, false].map((all) =>
    codes.map((code) => (code < 0x80 && !all ? String.fromCodePoint(code) : spell(code))).join(''),
  );
}

function escapesOf(word: string): string[] {
  const points = [...word].map((letter) => letter.codePointAt(0) ?? 0);
  const bytes = [...Buffer.from(word)];
  const little = Buffer.from(word, 'utf16le');
  // The digits of a number in either size; what stands before them has only one.
  const bothSizes = [(it: string) => it, (it: string) => it.toUpperCase()].flatMap((sized) => [
    ...spelled(units(word), (code) => `\\u${sized(hex(code, 4))}`),
    ...spelled(points, (code) => `\\u{${sized(hex(code, 1))}}`),
    ...spelled(bytes, (byte) => `%${sized(hex(byte, 2))}`),
    ...spelled(bytes, (byte) => `\\x${sized(hex(byte, 2))}`),
    ...spelled(points, (code) => `&#x${sized(hex(code, 1))};`),
    ...[Buffer.from(word), little, Buffer.from(little).swap16()].map((it) => sized(it.toString('hex'))),
  ]);
  return [...bothSizes, ...spelled(points, (code) => `&#${code};`)];
}

/** At each of the three places of a group, without the ends that depend on what stands beside. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
    const text = whole.toString('base64').replace(/=+$/, '');
    const inner = text.slice(shift === 0 ? 0 : shift + 1, whole.length % 3 === 0 ? undefined : -1);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Every form of the word, to be looked for in bytes. */
export function formsOf(word: string): Buffer[] {
  const written = [word, word.normalize('NFC'), word.normalize('NFD'), word.toUpperCase()];
  const forms = new Map<string, Buffer>();
  for (const one of new Set(written)) {
    const little = Buffer.from(one, 'utf16le');
    const big = Buffer.from(little).swap16();
    const texts = [
      one,
      ...escapesOf(one),
      ...[Buffer.from(one), little, big].flatMap((bytes) => base64Of(bytes)),
    ];
    for (const bytes of [...texts.map((text) => Buffer.from(text)), little, big])
      forms.set(bytes.toString('latin1'), bytes);
  }
  return [...forms.values()];
}

/** A client id as Yjs writes it: whoever is sent a change of that document is sent this. */
export function bytesOf(clientId: number): Buffer {
  const bytes: number[] = [];
  for (let rest = clientId; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest >= 128 ? (rest % 128) | 128 : rest);
    if (rest < 128) return Buffer.from(bytes);
  }
}

/** A client id in any writing: as Yjs does, in digits, in hexadecimal. */
export function formsOfClient(clientId: number): Buffer[] {
  return [bytesOf(clientId), Buffer.from(String(clientId)), Buffer.from(hex(clientId, 8))];
}

/** Where any of them is found, and which; empty when nothing is. */
export function found(
  places: Iterable<readonly [name: string, bytes: Buffer]>,
  needles: readonly Buffer[],
): string[] {
  const all: string[] = [];
  for (const [name, place] of places)
    for (const needle of needles) {
      const at = place.indexOf(needle);
      if (at >= 0) all.push(`${name}: ${context(place, at, needle.length)}`);
    }
  return all;
}

function context(place: Buffer, at: number, length: number): string {
  return JSON.stringify(place.subarray(Math.max(0, at - 30), at + length + 30).toString('latin1'));
}
