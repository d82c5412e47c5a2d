// The picture of the board in a summary: in every format that can show one, and never a second place where an idea is found.

import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocument } from '../../../../server/documents/write.ts';
import type { ItemId, ParticipantId } from '../../../../shared/lib/ids.ts';
import type { BoardSnapshot } from '../../../../shared/transfer/snapshot.ts';
import { boardBlock } from '../../../../shared/transfer/summary/boardBlock.ts';
import { pdfText } from '../../../support/poppler.mjs';
import { note, person, snapshot } from '../../../support/snapshots.ts';
import { toldBoard } from '../../../support/toldBoard.ts';

const reader = { language: 'en', timeZone: 'UTC' } as const;
const ideas = ['Lanterns', 'Benches', 'Ferry'].map((text, index) =>
  note({ id: `n${index}`, text, x: index * 220 }),
);
const people = { people: [person('p', 'Quentin Xavier')], authors: new Map([['n0', 'p']]) as never };

const writes = ['summary.html', 'summary.pdf', 'summary.docx', 'summary.md'] as const;

function written(format: (typeof writes)[number], board: BoardSnapshot): Promise<Uint8Array> {
  return writeDocument({ format, snapshot: board, reader }).then(({ bytes }) => bytes);
}

/** Of every image that stands in a page as an address. */
function drawingsIn(html: string): string[] {
  return [...html.matchAll(/src="data:image\/svg\+xml;base64,([^"]*)"/g)].map(([, data = '']) =>
    Buffer.from(data, 'base64').toString('utf8'),
  );
}

describe('a summary with a picture of the board', () => {
  const files = new Map<string, Uint8Array>();
  beforeAll(async () => {
    for (const format of writes) files.set(format, await written(format, snapshot(ideas, people)));
  });
  const textOf = (format: (typeof writes)[number]): string => Buffer.from(files.get(format) ?? []).toString();

  it('shows it as one image in the page, and once in the Word document', () => {
    const html = textOf('summary.html');
    const [drawing = '', ...others] = drawingsIn(html);
    const inside = unzipSync(files.get('summary.docx') ?? new Uint8Array());
    const media = Object.entries(inside).filter(([name]) => /^word\/media\/./.test(name));
    expect({
      others,
      words: [...drawing.matchAll(/<text[^>]*>([^<]*)/g)].map(([, word]) => word),
      alive: drawing.match(/<script|href|url\(| on\w+=/g),
      media: media.map(([, bytes]) => Buffer.from(bytes.subarray(1, 4)).toString()),
      markdown: /The board|<svg|data:/.test(textOf('summary.md')),
    }).toEqual({
      others: [],
      words: ['Lanterns', 'QX', 'Benches', 'Ferry'],
      alive: null,
      media: ['PNG'],
      markdown: false,
    });
  });

  it('leaves every idea once where people search for it', () => {
    const pdf = pdfText(files.get('summary.pdf') ?? new Uint8Array());
    const page = textOf('summary.html').replaceAll(/<[^>]*>/g, '\n');
    const times = (text: string) => ideas.map((idea) => text.split(idea.text).length - 1);
    expect([times(pdf), times(page), pdf.includes('The board')]).toEqual([[1, 1, 1], [1, 1, 1], true]);
  });

  it('is nowhere when the board is empty', async () => {
    const html = Buffer.from(await written('summary.html', snapshot([]))).toString();
    expect([drawingsIn(html), html.includes('The board')]).toEqual([[], false]);
  });

  it('says nothing of who wrote what on a board where nobody is to know', () => {
    const told = toldBoard();
    const named: BoardSnapshot = {
      ...told,
      items: ideas,
      people: people.people,
      authors: new Map([['n0' as ItemId, 'p' as ParticipantId]]),
    };
    const { story } = told;
    if (story === undefined) throw new Error('a board that tells nothing');
    const drawing = (anonymous: boolean): string => {
      const settings = { ...story.session.settings, anonymous };
      const board = { ...named, story: { ...story, session: { ...story.session, settings } } };
      return drawingsIn(`src="${boardBlock(board, reader)?.address()}"`).join('');
    };
    expect([drawing(false).includes('>QX<'), drawing(true).includes('>QX<')]).toEqual([true, false]);
  });

  it('has bars for words when the board is far away', () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      note({ id: `n${at}`, text: 'An idea of words', x: (at % 50) * 220, y: Math.floor(at / 50) * 220 }),
    );
    const [drawing = ''] = drawingsIn(`src="${boardBlock(snapshot(many), reader)?.address()}"`);
    expect([drawing.includes('<text'), drawing.split('fill-opacity=".3"').length > 400]).toEqual([
      false,
      true,
    ]);
  });
});
