// summary.docx: the blocks of a summary with real headings, lists and tables, for people who go on writing in it.

import type { FileChild, ParagraphChild } from 'docx';
import type { Block, Line, ListItem, PictureBlock, RankedRow } from '../../shared/transfer/summary/blocks.ts';
import { own, shortened } from '../../shared/transfer/summary/blocks.ts';
import { Writing } from '../../shared/transfer/summary/figures.ts';
import { summaryWords } from '../../shared/transfer/summary/words.ts';
import { chartPng } from './chartPicture.ts';
import { closed, lineRunsRightToLeft, runsRightToLeft } from './direction.ts';
import { docxLook, inkSoft, pageTwips } from './docxLook.ts';
import { legalText } from './legalText.ts';
import type { AboutDocument } from './pdf.ts';
import { documentWords } from './words.ts';

/** Of a page beside its title, in pixels. */
const boardRoom = { width: 620, height: 840 } as const;

type Docx = typeof import('docx');

/** The bytes of the file. */
export async function docxOf(blocks: readonly Block[], about: AboutDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const writer = new DocxWriter(docx, about.board);
  const children: FileChild[] = [];
  for (const block of blocks) children.push(...(await writer.block(block)));
  const { reader, at } = about;
  const title = legalText(shortened(about.title, 90)) || documentWords[reader.language].untitled;
  const day = new Writing(summaryWords[reader.language], reader.timeZone).date(at);
  const document = new docx.Document({
    ...docxLook(docx, reader.language),
    title,
    creator: 'Wallflower',
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: pageTwips.margin } },
        footers: { default: writer.footer(title, day) },
        children,
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}

class DocxWriter {
  private readonly docx: Docx;
  private readonly board: Uint8Array | null;
  private isNewPage = false;

  constructor(docx: Docx, board: Uint8Array | null) {
    this.docx = docx;
    this.board = board;
  }

  async block(block: Block): Promise<FileChild[]> {
    switch (block.kind) {
      case 'heading':
        return [this.heading(block.level, block.line)];
      case 'text':
        return [this.paragraph(block.line, block.look === undefined ? 'Normal' : block.look)];
      case 'facts':
        return [this.facts(block.facts)];
      case 'list':
        return this.list(block.items, 0);
      case 'ranking':
        return [this.ranking(block.rows), this.space()];
      case 'chart':
        return [
          this.picture(await chartPng(block), block.name, { width: 360, height: 360 }),
          this.paragraph([own(block.name)], 'soft'),
        ];
      case 'picture':
        return this.boardPicture(block);
      case 'turn':
        this.isNewPage = true;
        return [];
    }
  }

  footer(title: string, day: string): InstanceType<Docx['Footer']> {
    const { Footer, Paragraph, TextRun, PageNumber, Tab, TabStopType } = this.docx;
    const rtl = runsRightToLeft(title);
    return new Footer({
      children: [
        new Paragraph({
          style: 'foot',
          tabStops: [{ type: TabStopType.RIGHT, position: pageTwips.text }],
          children: [
            new TextRun({ text: title, rightToLeft: rtl }),
            new TextRun({ children: [` · ${day}`, new Tab()] }),
            new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
          ],
        }),
      ],
    });
  }

  private heading(level: number, line: Line): FileChild {
    const { Paragraph, HeadingLevel } = this.docx;
    const levels = [1, 2, 3, 4, 5, 6] as const;
    const known = levels[Math.min(6, level) - 1] ?? 6;
    const pageBreakBefore = this.isNewPage;
    this.isNewPage = false;
    return new Paragraph({
      heading: HeadingLevel[`HEADING_${known}`],
      bidirectional: lineRunsRightToLeft(line),
      pageBreakBefore,
      children: this.runs(line),
    });
  }

  private paragraph(line: Line, style: string): FileChild {
    const { Paragraph } = this.docx;
    return new Paragraph({ style, bidirectional: lineRunsRightToLeft(line), children: this.runs(line) });
  }

  private list(items: readonly ListItem[], level: number): FileChild[] {
    const { Paragraph, TextRun } = this.docx;
    return items.flatMap(({ line, aside, inner = [] }) => {
      const behind = aside === undefined ? [] : [new TextRun('  '), ...this.runs(aside, { size: 18 })];
      return [
        new Paragraph({
          style: 'item',
          numbering: { reference: 'bullets', level: Math.min(2, level) },
          bidirectional: lineRunsRightToLeft(line),
          children: [...this.runs(line), ...behind],
        }),
        ...this.list(inner, level + 1),
      ];
    });
  }

  private facts(facts: Extract<Block, { kind: 'facts' }>['facts']): FileChild {
    const widths = [1_800, pageTwips.text - 1_800];
    return this.table(
      widths,
      facts.map(({ name, line }) => [
        [this.paragraph([own(name)], 'factName')],
        [this.paragraph(line, 'fact')],
      ]),
      false,
    );
  }

  private ranking(rows: readonly RankedRow[]): FileChild {
    const widths = [750, pageTwips.text - 750 - 2_300, 2_300];
    const width = (widths[1] ?? 0) - 200;
    return this.table(
      widths,
      rows.map(({ rank, isFirst, line, figure, share, detail }) => {
        const named = isFirst
          ? line.map((span) => ({ ...span, look: span.look ?? ('strong' as const) }))
          : line;
        return [
          [this.paragraph([own(rank, isFirst ? 'strong' : 'soft')], 'resultRank')],
          [this.paragraph(named, 'fact'), this.bar(share, isFirst, width)],
          [
            this.paragraph([own(figure, 'strong')], 'resultFigure'),
            this.paragraph([own(detail)], 'resultDetail'),
          ],
        ];
      }),
      true,
    );
  }

  /** An empty line with a thick border that ends where the bar ends. */
  private bar(share: number, isFirst: boolean, width: number): FileChild {
    const { Paragraph, TextRun, BorderStyle, LineRuleType } = this.docx;
    const color = isFirst ? '2f6fc4' : '8fb4e8';
    return new Paragraph({
      spacing: { before: 0, after: 60, line: 40, lineRule: LineRuleType.EXACT },
      indent: { right: Math.round(width * (1 - Math.max(0.01, share))) },
      border: { bottom: { style: BorderStyle.SINGLE, size: 30, color, space: 0 } },
      children: [new TextRun({ text: '', size: 2 })],
    });
  }

  private table(
    widths: readonly number[],
    rows: readonly (readonly (readonly FileChild[])[])[],
    isRuled: boolean,
  ): FileChild {
    const { Table, TableRow, TableCell, WidthType, BorderStyle, TableLayoutType } = this.docx;
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
    const hair = { style: BorderStyle.SINGLE, size: 4, color: 'e2e5e9' };
    return new Table({
      columnWidths: [...widths],
      width: { size: pageTwips.text, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: {
        top: none,
        bottom: none,
        left: none,
        right: none,
        insideVertical: none,
        insideHorizontal: isRuled ? hair : none,
      },
      rows: rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (children, index) =>
                new TableCell({
                  width: { size: widths[index] ?? 0, type: WidthType.DXA },
                  margins: { top: 40, bottom: 40, left: 0, right: 160 },
                  children: children as never,
                }),
            ),
          }),
      ),
    });
  }

  private boardPicture({ title, about, w, h }: PictureBlock): FileChild[] {
    if (this.board === null) return [];
    const scale = Math.min(boardRoom.width / w, boardRoom.height / h);
    const size = { width: Math.round(w * scale), height: Math.round(h * scale) };
    return [this.heading(2, [own(title)]), this.picture(this.board, about, size)];
  }

  private picture(
    png: Uint8Array,
    name: string,
    transformation: { readonly width: number; readonly height: number },
  ): FileChild {
    const { Paragraph, ImageRun, LineRuleType } = this.docx;
    return new Paragraph({
      keepNext: true,
      spacing: { before: 120, line: 240, lineRule: LineRuleType.AUTO },
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation,
          altText: { name, description: name, title: name },
        }),
      ],
    });
  }

  /** Between a table and what follows: Word sets no distance there. */
  private space(): FileChild {
    return new this.docx.Paragraph({ style: 'space' });
  }

  private runs(line: Line, more: { readonly size?: number } = {}): ParagraphChild[] {
    const { TextRun } = this.docx;
    return line.flatMap(({ text, look }) =>
      closed(legalText(text))
        .split('\n')
        .map(
          (part, index) =>
            new TextRun({
              ...more,
              text: part,
              // Word asks for the direction of each run of letters.
              rightToLeft: runsRightToLeft(part),
              ...(look === 'strong' && { bold: true }),
              ...(look === 'soft' && { color: inkSoft }),
              ...(index > 0 && { break: 1 }),
            }),
        ),
    );
  }
}
