// The smallest single edit between two texts, so that a text field can be written back without replacing what others typed.

export interface TextEdit {
  /** Position in UTF-16 units. */
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * Common prefix and suffix stay. `caretEnd`, where the caret stands in `after`, settles which of several equal readings
 * was meant ("aa" to "aaa": which a is new?). null when nothing differs.
 */
export function textDiff(before: string, after: string, caretEnd = after.length): TextEdit | null {
  if (before === after) return null;
  const suffixMax = Math.min(before.length, after.length);
  const suffixCap = Math.min(suffixMax, Math.max(0, after.length - caretEnd));
  let suffix = 0;
  while (suffix < suffixCap && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++;
  let prefix = 0;
  const prefixMax = suffixMax - suffix;
  while (prefix < prefixMax && before[prefix] === after[prefix]) prefix++;
  while (
    suffix < suffixMax - prefix &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix++;
  }
  if (prefix > 0 && isHighSurrogate(before, prefix - 1)) prefix--;
  if (suffix > 0 && isLowSurrogate(before, before.length - suffix)) suffix--;
  return {
    index: prefix,
    remove: before.length - prefix - suffix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

// Half a surrogate pair must never be inserted or removed alone: Yjs would turn it into a replacement character.
function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}

const halfPair = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text as it survives UTF-8: half a surrogate pair would read differently here than on every other screen. */
export function wellFormed(text: string): string {
  return text.replace(halfPair, '\uFFFD');
}
