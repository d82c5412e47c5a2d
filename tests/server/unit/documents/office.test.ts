// summary.docx and notes.xlsx, read back by programs that others wrote.

import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocument } from '../../../../server/documents/write.ts';
import type { DocumentFormat } from '../../../../shared/transfer/formats.ts';
import { cjk, hostile, sentences, toldBoard } from '../../../support/toldBoard.ts';

const numbered = Array.from({ length: 50 }, (_, at) => `Idea number ${at + 1} is unlike any other.`);
const write = async (format: DocumentFormat) => {
  const reader = { language: 'en', timeZone: 'UTC' } as const;
  return Buffer.from((await writeDocument({ format, snapshot: toldBoard(numbered), reader })).bytes);
};

describe('summary.docx', () => {
  let html: string;
  beforeAll(async () => {
    html = (await mammoth.convertToHtml({ buffer: await write('summary.docx') })).value;
  });

  it('has real headings and lists, and every idea exactly once among them', () => {
    const items = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => textOf(item));
    const ideas = [...Object.values(sentences), ...Object.values(cjk), ...numbered];
    const counts = ideas.map((idea) => items.filter((item) => item.startsWith(idea)).length);
    expect({
      headings: [...html.matchAll(/<h([1-3])>(.*?)<\/h\1>/g)]
        .slice(0, 7)
        .map(([, level, text = '']) => [level, textOf(text)]),
      notOnce: ideas.filter((_, at) => counts[at] !== 1),
    }).toEqual({
      headings: [
        ['1', 'A river for everybody'],
        ['2', 'What was decided'],
        ['2', 'Top ideas'],
        ['2', 'Action items'],
        ['2', 'How it went'],
        ['2', 'Ideas'],
        ['3', 'Parks and paths'],
      ],
      notOnce: [],
    });
  });

  it('holds words of every language as words', () => {
    const text = textOf(html);
    const kept = hostile.filter((said) => !/[\ud800\t]/.test(said));
    expect(kept.filter((said) => !text.includes(said))).toEqual([]);
  });
});

describe('notes.xlsx', () => {
  let file: Buffer;
  beforeAll(async () => {
    file = await write('notes.xlsx');
  });
  const sheet = async (name: string) => (await readXlsx(file)).find((one) => one.sheet === name)?.data ?? [];

  it('has its sheets and columns under the names that were promised', async () => {
    const heads = (await readXlsx(file)).map(({ sheet: name, data }) => [name, data[0]?.join(' ')]);
    expect(heads).toEqual([
      [
        'ideas',
        'id text author color cluster parked votes voters rank ballot reactions comments x y width height',
      ],
      ['clusters', 'id title color inside ideas ideas_in_all parked'],
      [
        'ballots',
        'ballot method state opened_utc closed_utc voted eligible quorum quorum_reached rank tied won option option_id total voters effort impact',
      ],
      ['actions', 'action owner due status carried overdue'],
      ['people', 'name role ideas'],
    ]);
  });

  it('has every idea once, to the letter, and its numbers as numbers', async () => {
    const rows = (await sheet('ideas')).slice(1);
    const texts = rows.map((row) => row[1]);
    const kept = hostile.filter(
      (said) => !/[\ud800]/.test(said) && said.trim() === said && !said.startsWith('_x'),
    );
    const ideas = [...Object.values(sentences), ...Object.values(cjk), ...numbered, ...kept];
    expect({
      notOnce: ideas.filter((idea) => texts.filter((text) => text === idea).length !== 1),
      first: rows[0],
      parked: rows.filter((row) => row[5] === true).map((row) => row[1]),
    }).toEqual({
      notOnce: [],
      first: [
        'a',
        'Lanterns along the canal, so that walking home feels safe',
        'Ada Lovelace',
        'yellow',
        'Parks and paths',
        false,
        5,
        4,
        1,
        'What first?',
        3,
        2,
        0,
        220,
        200,
        200,
      ],
      parked: ['Repair the old bridge'],
    });
  });

  it('has no formula in it: what looks like one is a cell of text, and stays so when it is edited', async () => {
    const entries = unzipSync(file);
    const sheets = Object.entries(entries).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    const xml = sheets.map(([, bytes]) => strFromU8(bytes)).join('');
    const styles = strFromU8(entries['xl/styles.xml'] ?? new Uint8Array());
    expect({
      formulas: xml.match(/<f[ >]/g),
      textFormat: /numFmtId="49"/.test(styles) || /formatCode="@"/.test(styles),
      frozen: xml.match(/state="frozen"/g)?.length,
      widths: sheets.filter(([, bytes]) => !strFromU8(bytes).includes('customWidth')).length,
    }).toEqual({ formulas: null, textFormat: true, frozen: 5, widths: 0 });
  });

  it('has dates as dates', async () => {
    const [, vote] = await sheet('ballots');
    const [, first, second] = await sheet('actions');
    const opened = vote?.[3];
    // What a workbook keeps is a fraction of a day.
    expect(opened instanceof Date && Math.round(opened.getTime() / 1000)).toBe(
      Date.UTC(2026, 10, 20, 14, 20) / 1000,
    );
    expect([first?.slice(0, 4), second?.slice(0, 4)]).toEqual([
      ['=Ask the bat wardens', 'Ada Lovelace', new Date(Date.UTC(2026, 10, 30)), 'doing'],
      ['Price of ten lanterns', 'The council', null, 'open'],
    ]);
  });
});

function textOf(markup: string): string {
  const signs: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
    '&quot;': '"',
    '&#x27;': "'",
    '&#39;': "'",
  };
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|amp|quot|#x27|#39);/g, (sign) => signs[sign] ?? sign);
}
