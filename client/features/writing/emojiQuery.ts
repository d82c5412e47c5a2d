// Whether the letters before the caret ask for an emoji. In a file of its own: it is needed with every key, the names are not.

/** What a colon and some letters before the caret ask for. */
export interface EmojiQuery {
  /** Where the colon stands. */
  readonly from: number;
  readonly query: string;
}

const queryCharsMax = 24;
const typed = /(?:^|[\s([])(:([\p{L}\p{N}_+-]{2,24}))$/u;

/** `asked`: where a colon was put in order to ask, so that no letters are needed. */
export function emojiQuery(text: string, caret: number, asked: number | null): EmojiQuery | null {
  if (asked !== null && text[asked] === ':' && caret > asked) {
    const query = text.slice(asked + 1, caret);
    return query.length <= queryCharsMax && !/[\s:]/.test(query) ? { from: asked, query } : null;
  }
  const before = text.slice(Math.max(0, caret - queryCharsMax - 2), caret);
  const [, sign, query] = typed.exec(before) ?? [];
  return sign === undefined || query === undefined ? null : { from: caret - sign.length, query };
}
