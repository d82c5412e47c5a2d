// A small reader of the Markdown we write, after the CommonMark rules and written without looking at the writer: blocks
// first, then inline. It throws where a text would be taken for something that is not text.

interface Section {
  /** null for the notes outside any cluster. */
  readonly title: string | null;
  readonly notes: string[];
}

export function readMarkdown(markdown: string): { title: string; sections: Section[] } {
  let title = '';
  let isInIdeas = false;
  const sections: Section[] = [];
  // CommonMark ends lines at LF, CR LF and CR.
  for (const block of blocksOf(markdown.split(/\r\n|\n|\r/))) {
    const heading = /^(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/s.exec(block);
    const item = /^- (.*)$/s.exec(block);
    if (heading) {
      const [, level = '', text = ''] = heading;
      if (level === '#') title = inline(text);
      else if (level === '##') isInIdeas = text === 'Ideas';
      else sections.push({ title: text === '*Outside any cluster*' ? null : inline(text), notes: [] });
    } else if (item && isInIdeas) {
      if (sections.length === 0) sections.push({ title: null, notes: [] });
      sections.at(-1)?.notes.push(item[1] === '*(empty)*' ? '' : inline(item[1] ?? ''));
    }
  }
  return { title, sections };
}

/** Headings, list items with their continued lines, and whatever else stands alone. */
function blocksOf(lines: readonly string[]): string[] {
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const isContinued: boolean = isOpen && /^ {2}\S/.test(line);
    if (isContinued) {
      const content = line.slice(2);
      if (/^(?:[-+*>]|#{1,6}(?:\s|$)|=+\s*$|-+\s*$|\d{1,9}[.)](?:\s|$)|```|~~~|\||:?-+:?\s*$)/.test(content))
        throw new Error(`a new block inside a note: ${line}`);
      blocks[blocks.length - 1] += `\n${content}`;
    } else if (line.trim() !== '') {
      blocks.push(line);
    }
    isOpen = isContinued || line.startsWith('- ');
    if (
      line.startsWith('- ') &&
      /^- (?:[-+*>](?:\s|$)|#{1,6}(?:\s|$)|\d{1,9}[.)](?:\s|$)|```|~~~)/.test(line)
    )
      throw new Error(`a block inside a list item: ${line}`);
  }
  return blocks;
}

const tokens =
  /(?:\\| {2,})\n|\\([!-/:-@[-`{-~])|&#(\d{1,7});|&#[xX]([0-9a-fA-F]{1,6});|&(amp|lt|gt|quot|nbsp);|&[A-Za-z][A-Za-z0-9]*;|[*`[\]<~]|_+|[\s\S]/gu;
const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function inline(source: string): string {
  const own = /^\*(Untitled [a-z]+)\*$/.exec(source)?.[1];
  if (own !== undefined) return own;
  let text = '';
  const trimmed = source.replace(/^[ \t]+|[ \t]+$/g, '');
  for (const match of trimmed.matchAll(tokens)) {
    const [whole, escaped, decimal, hex, name] = match;
    if (/^(?:\\| {2,})\n$/.test(whole)) text += '\n';
    else if (escaped !== undefined) text += escaped;
    else if (decimal !== undefined) text += String.fromCodePoint(Number(decimal));
    else if (hex !== undefined) text += String.fromCodePoint(Number.parseInt(hex, 16));
    else if (name !== undefined) text += names[name];
    else if (whole.length > 1 && whole.startsWith('&')) throw new Error(`an entity: ${whole}`);
    else if (/^[*`[\]<~\n]$/.test(whole)) throw new Error(`a bare ${JSON.stringify(whole)} in ${source}`);
    else if (whole.startsWith('_') && !isInsideWord(trimmed, match.index, whole.length))
      throw new Error(`_ in ${source}`);
    else text += whole;
  }
  return text;
}

function isInsideWord(text: string, at: number, length: number): boolean {
  const before = [...text.slice(0, at)].at(-1) ?? '';
  const after = [...text.slice(at + length)][0] ?? '';
  return /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
}
