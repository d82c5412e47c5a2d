// summary.pdf: the blocks of a summary, typeset. Signs that no font has are told in the document and to whoever asked.

import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Block, shortened } from '../../shared/transfer/summary/blocks.ts';
import { Writing } from '../../shared/transfer/summary/figures.ts';
import type { Reader } from '../../shared/transfer/summary/telling.ts';
import { summaryWords } from '../../shared/transfer/summary/words.ts';
import { families, ownFonts } from './fonts.ts';
import { missingScripts } from './missing.ts';
import { footerLine, pdfBlock, textsOf } from './pdfData.ts';
import type { WrittenDocument } from './request.ts';
import { typesetting } from './typesetting.ts';
import { documentWords } from './words.ts';

export interface AboutDocument {
  readonly title: string;
  readonly at: number;
  readonly reader: Reader;
  /** The picture of the board as a PNG. */
  readonly board: Uint8Array | null;
}

/** Never on a disk: the compiler is told what would be in it. */
const boardFile = path.resolve('board.png');

let compiler: Promise<NodeCompiler> | null = null;

/** Rejects when it cannot be set. */
export async function pdfOf(blocks: readonly Block[], about: AboutDocument): Promise<WrittenDocument> {
  const words = documentWords[about.reader.language];
  const data = blocks.map(pdfBlock);
  const missing = missingScripts(textsOf(data));
  const told = missing.length === 0 ? data : withNotice(data, words.missing(namesOf(missing, words.locale)));
  const title = shortened(about.title, 90) || words.untitled;
  const day = new Writing(summaryWords[about.reader.language], about.reader.timeZone).date(about.at);
  const made = new Date(Math.abs(about.at) <= 8.64e15 ? about.at : 0);
  const input = {
    title,
    lang: about.reader.language,
    date: [made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate()],
    day,
    footer: footerLine(title),
    fonts: families,
    blocks: told,
  };
  return { bytes: await typeset(input, about.board), missing };
}

async function typeset(input: object, board: Uint8Array | null): Promise<Uint8Array> {
  compiler ??= startCompiler();
  const typst = await compiler;
  if (board !== null) typst.mapShadow(boardFile, Buffer.from(board));
  const compiled = typst.compile({ mainFileContent: typesetting, inputs: { data: JSON.stringify(input) } });
  typst.resetShadow();
  if (compiled.result === null) {
    const problem = JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no reason given');
    throw new Error(`the page could not be set: ${problem}`);
  }
  const bytes = typst.pdf(compiled.result);
  // What was remembered of other people's boards is of no use here, and stays no longer than needed.
  typst.evictCache(0);
  return bytes;
}

async function startCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return Compiler.create({ fontArgs: [{ fontPaths: ownFonts() }] });
}

/** At the end of the first page, where somebody sees it. */
function withNotice(blocks: readonly unknown[], text: string): unknown[] {
  const turn = blocks.findIndex((block) => (block as { kind?: unknown }).kind === 'turn');
  const at = turn < 0 ? blocks.length : turn;
  return [...blocks.slice(0, at), { kind: 'notice', text }, ...blocks.slice(at)];
}

function namesOf(codes: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'script' });
  return new Intl.ListFormat(locale).format(codes.map((code) => names.of(code) ?? code));
}
