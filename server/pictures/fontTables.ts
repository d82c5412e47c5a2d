// Where in the file of a typeface what is, and which glyph a sign has.

export interface Table {
  readonly start: number;
}

export function readTables(bytes: DataView): Map<string, Table> {
  const tables = new Map<string, Table>();
  for (let index = 0, at = 12; index < bytes.getUint16(4); index++, at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((letter) => bytes.getUint8(at + letter)));
    tables.set(name, { start: bytes.getUint32(at + 8) });
  }
  return tables;
}

/** By the subtable that knows all of Unicode; 0 for what the typeface has not. */
export function readGlyphs(bytes: DataView, start: number): (sign: number) => number {
  const groups: { first: number; last: number; glyph: number }[] = [];
  for (let index = 0; index < bytes.getUint16(start + 2); index++) {
    const table = start + bytes.getUint32(start + 4 + index * 8 + 4);
    if (bytes.getUint16(table) !== 12) continue;
    for (let group = 0, at = table + 16; group < bytes.getUint32(table + 12); group++, at += 12) {
      const [first, last, glyph] = [0, 4, 8].map((offset) => bytes.getUint32(at + offset));
      groups.push({ first: first ?? 0, last: last ?? 0, glyph: glyph ?? 0 });
    }
    break;
  }
  return (sign) => {
    const group = groups.find(({ first, last }) => first <= sign && sign <= last);
    return group ? group.glyph + sign - group.first : 0;
  };
}
