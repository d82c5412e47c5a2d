// Any file to a plan, archives included. Apart from the rest because opening archives needs more than a browser has to load,
// and takes longer than an answer may hold up others.

import { limits } from '../board/limits.ts';
import { isBoardArchive, planBoardArchive } from './archivedBoard.ts';
import { type ImportSource, planImport, withinText } from './import.ts';
import { type ImportPlan, refusedPlan } from './plan.ts';
import { planTable } from './planTable.ts';
import { problem } from './problems.ts';
import { namesInZip } from './unzip.ts';
import { isWorkbook, openWorkbook, readSheetTable, type Workbook } from './workbook.ts';

interface ArchiveFormat {
  /** Told by what the archive holds. */
  readonly holds: (names: readonly string[]) => boolean;
  /** Total, and never more than it says it can take out of an archive. */
  readonly plan: (source: ImportSource) => Promise<ImportPlan>;
}

const archiveFormats: readonly ArchiveFormat[] = [
  { holds: isWorkbook, plan: planWorkbook },
  { holds: isBoardArchive, plan: async ({ bytes }) => planBoardArchive(bytes) },
];

/** Total, as `planImport` is. */
export async function readImport(source: ImportSource): Promise<ImportPlan> {
  if (!isArchive(source.bytes)) return planImport(source);
  if (source.bytes.length > limits.importBytesMax)
    return refusedPlan('too-large', problem('tooLarge', { megabytes: limits.importBytesMax / 1024 / 1024 }));
  const names = namesInZip(source.bytes);
  const format = archiveFormats.find(({ holds }) => holds(names));
  // Of what is cut off, nothing but its name says what it was.
  if (names.length === 0 && source.contentType?.startsWith('application/zip'))
    return refusedPlan('not-a-board', problem('brokenArchive'), 'board');
  if (!format) return refusedPlan('not-text', problem(names.length === 0 ? 'workbook' : 'binary'));
  return withinText(await format.plan(source));
}

export function isArchive(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);
}

/** Sheets that are looked through for one with ideas. */
const sheetsLookedMax = 10;

async function planWorkbook({ bytes, column, sheet }: ImportSource): Promise<ImportPlan> {
  const workbook = openWorkbook(bytes);
  if ('code' in workbook) {
    return refusedPlan(workbook.code === 'inflates' ? 'too-large' : 'not-text', workbook, 'workbook');
  }
  if (sheet !== undefined && !workbook.sheets.includes(sheet)) {
    return {
      ...refusedPlan('no-such-sheet', problem('noSuchSheet', { sheet }), 'workbook'),
      sheets: workbook.sheets,
    };
  }
  const asked = sheet === undefined ? workbook.shown.slice(0, sheetsLookedMax) : [sheet];
  let first: ImportPlan | null = null;
  for (const name of asked) {
    const plan = await planSheet(workbook, name, column ?? null);
    first ??= plan;
    if (plan.notes.length > 0) return plan;
  }
  return first ?? refusedPlan('empty', problem('empty'), 'workbook');
}

async function planSheet(workbook: Workbook, sheet: string, column: string | null): Promise<ImportPlan> {
  const read = await readSheetTable(workbook, sheet);
  const about = { sheets: workbook.shown, sheet };
  if ('code' in read) {
    return { ...refusedPlan(read.code === 'tooWide' ? 'too-large' : 'not-text', read, 'workbook'), ...about };
  }
  if (read.table.rows.length === 0)
    return { ...refusedPlan('empty', problem('empty'), 'workbook'), ...about };
  const plan = planTable(read.table, 'workbook', column);
  const problems = [...read.problems, ...plan.problems].sort((a, b) => a.row - b.row);
  return { ...plan, ...about, problems };
}
