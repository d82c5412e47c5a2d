// Words of people made safe for a message: escaped as Slack asks for, cut by what they take there, and calling nobody.

/** One line; what it would call the whole channel by is broken. */
function calm(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.replace(/@(?=(?:all|channel|everyone|group|here|online)\b)/giu, '@\u200b');
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Calm and at most `max` long when `sizeOf` measures it; never half a character. */
export function cut(
  text: string,
  max: number,
  sizeOf: (text: string) => number = (part) => part.length,
): string {
  const whole = calm(text);
  if (sizeOf(whole) <= max) return whole;
  let kept = '';
  // For the dots, and for what a word that calls everybody is broken by.
  let size = 2;
  for (const char of whole) {
    size += sizeOf(char);
    if (size > max) break;
    kept += char;
  }
  // The cut may have made such a word of a longer one.
  return calm(`${kept.trimEnd()}…`);
}

/** Escaped, and at most `max` long then. */
export function cutEscaped(text: string, max: number): string {
  return escaped(cut(text, max, (part) => escaped(part).length));
}

/** As many lines as fit into `max` when `sizeOf` measures them. */
export function fitting(
  lines: readonly string[],
  max: number,
  sizeOf: (text: string) => number = (part) => part.length,
): string {
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (sizeOf(longer) > max) break;
    text = longer;
  }
  return text;
}

/** In Slack each reader sees it in their own time; the words after the bar are for programs that know no such thing. */
export function slackTime(ms: number): string {
  return `<!date^${Math.floor(ms / 1000)}^{date_short_pretty} {time}|${plainTime(ms)}>`;
}

export function plainTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
