// Small truths about a cell of text that several formats share: how much of it fits, and how a spreadsheet is kept from
// running it as a formula.

/** The beginning of a text, without splitting a surrogate pair. */
export function cutText(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  const last = text.charCodeAt(charsMax - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? charsMax - 1 : charsMax);
}

// A spreadsheet runs a cell that begins like this. Apostrophes already in front count too: otherwise taking one away again
// would change a text that began with an apostrophe by itself.
const runnable = /^'*[=+\-@\t\r]/;
const neutralised = /^'+[=+\-@\t\r]/;

/** Text that a spreadsheet shows instead of running it. `withoutApostrophe` turns it back exactly. */
export function withApostrophe(text: string): string {
  return runnable.test(text) ? `'${text}` : text;
}

/** What `withApostrophe` was given. */
export function withoutApostrophe(cell: string): string {
  return neutralised.test(cell) ? cell.slice(1) : cell;
}

/** Text as one cell of a CSV file: in quotation marks where it needs them, and nothing that a spreadsheet would run. */
export function csvCell(text: string): string {
  const safe = withApostrophe(text);
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
