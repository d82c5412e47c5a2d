// What can be done to the chosen cells: copying, clearing, pasting over them, deleting their ideas. Says what came of it.

import { removeItems } from '../../../shared/board/verbs.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { whileNewest } from '../../editor/newestStep.ts';
import { whyReadOnly } from '../../editor/whyReadOnly.ts';
import { type ColumnWords, cellText, type IdeaColumn, isEditable } from '../../lists/ideaColumns.ts';
import type { IdeaRow } from '../../lists/ideaRows.ts';
import { pastePlan } from '../../lists/pastePlan.ts';
import type { Cells as CellTexts } from '../../lists/sheetClip.ts';
import { t } from '../../text/tableWords.ts';
import { toast } from '../../ui/Toast.tsx';
import { type Applied, applyChange, type IdeaChange, type IdeaEdit, type NewIdea } from './ideaEdits.ts';
import type { Cells } from './useCells.ts';
import type { SheetClipboard } from './useSheetClipboard.ts';

export interface Sheet extends SheetClipboard {
  readonly rows: readonly IdeaRow[];
  readonly columns: readonly IdeaColumn[];
  textAt(row: number, column: number): string;
  /** Why this cell cannot be changed now; null when it can. */
  whyNot(row: number, column: number): string | null;
  change(change: IdeaChange): Applied | null;
  clear(): void;
  /** Ideas with a chosen cell that may be deleted. */
  removable(): readonly IdeaRow[];
  remove(): void;
}

export interface SheetParts {
  readonly board: OpenBoard;
  readonly rows: readonly IdeaRow[];
  readonly columns: readonly IdeaColumn[];
  readonly cells: Cells;
  readonly words: ColumnWords;
  readonly say: (words: string) => void;
}

export function sheetOf(parts: SheetParts): Sheet {
  const { board, rows, columns, cells, words, say } = parts;
  const { editor } = board;
  const textAt = (row: number, column: number): string => {
    const [idea, name] = [rows[row], columns[column]];
    return idea === undefined || name === undefined ? '' : cellText(idea, name, words);
  };
  const mayChange = (row: number, column: number): boolean => {
    const name = columns[column];
    return name !== undefined && isEditable(name) && rows[row]?.locked !== true;
  };
  const change = (wanted: IdeaChange): Applied | null => {
    const applied = applyChange(editor, wanted, words);
    if (applied === null) toast({ text: whyNotNow(board) });
    return applied;
  };
  const sheet: Sheet = {
    rows,
    columns,
    textAt,
    change,
    whyNot(row, column) {
      const name = columns[column];
      if (editor.readOnly.get()) return whyNotNow(board);
      if (name === undefined || !isEditable(name))
        return t('table.toldWhy', { column: name === undefined ? '' : t(`table.column.${name}`) });
      return mayChange(row, column) ? null : t('table.lockedWhy');
    },
    copied() {
      const { top, bottom, first, last } = cells.box;
      const texts: string[][] = [];
      for (let row = top; row <= Math.min(bottom, Math.max(top, rows.length - 1)); row++)
        texts.push(columns.slice(first, last + 1).map((_, index) => textAt(row, first + index)));
      say(t('table.said.copied', { count: texts.length * (last - first + 1) }));
      return texts;
    },
    clear() {
      const { edits, refused } = clearing(sheet, cells, mayChange);
      const applied = change({ edits });
      if (applied === null) return;
      const words = [t('table.said.cleared', { count: applied.changed })];
      if (refused > 0) words.push(t('table.said.refused', { count: refused }));
      say(words.join('. '));
    },
    cut: () => sheet.clear(),
    paste: (texts) => paste(parts, sheet, mayChange, texts),
    removable() {
      const { top, bottom } = cells.box;
      return rows.slice(top, bottom + 1).filter((row) => !row.locked);
    },
    remove() {
      const ids = sheet.removable().map((row) => row.id);
      if (ids.length === 0) return;
      editor.toolbox.complete();
      // How many went is said by the page, as for every deed on the board.
      if (editor.change((changed) => removeItems(changed, ids) === undefined) === null)
        toast({ text: whyNotNow(board) });
    },
  };
  return sheet;
}

function whyNotNow(board: OpenBoard): string {
  return t(whyReadOnly(board.role.get(), board.session.state()));
}

/** Text and cluster can be empty; a colour cannot, and stays. */
function clearing(
  { columns, rows, textAt }: Sheet,
  { box }: Cells,
  mayChange: (row: number, column: number) => boolean,
): { edits: readonly IdeaEdit[]; refused: number } {
  const edits: IdeaEdit[] = [];
  let refused = 0;
  for (let row = box.top; row <= Math.min(box.bottom, rows.length - 1); row++) {
    for (let column = box.first; column <= box.last; column++) {
      const [idea, name] = [rows[row], columns[column]];
      if (idea === undefined || (name !== 'text' && name !== 'cluster')) continue;
      if (name === 'text' ? textAt(row, column) === '' : idea.cluster === null) continue;
      if (mayChange(row, column)) edits.push({ id: idea.id, column: name, text: '' });
      else refused++;
    }
  }
  return { edits, refused };
}

function paste(
  { board, rows, columns, cells, say }: SheetParts,
  sheet: Sheet,
  mayChange: (row: number, column: number) => boolean,
  texts: CellTexts,
): void {
  const plan = pastePlan({
    cells: texts,
    chosen: cells.box,
    rows: rows.length,
    columns: columns.length,
    mayChange,
    textAt: sheet.textAt,
  });
  const edits = plan.edits.flatMap(({ row, column, text }): IdeaEdit[] => {
    const [idea, name] = [rows[row], columns[column]];
    return idea && name && isEditable(name) ? [{ id: idea.id, column: name, text }] : [];
  });
  const added = plan.added.map((row) => newIdea(row, columns));
  const applied = sheet.change({ edits, added });
  if (applied === null) return;
  const { top, bottom, first, last } = plan.over;
  if (top < rows.length) cells.choose({ at: { row: top, column: first }, to: { row: bottom, column: last } });
  const refused = plan.refused + applied.refused;
  const news = [
    ...(applied.changed > 0 ? [t('table.said.changed', { count: applied.changed })] : []),
    ...(applied.made.length > 0 ? [t('table.said.added', { count: applied.made.length })] : []),
    ...(refused > 0 ? [t('table.said.refused', { count: refused })] : []),
  ];
  if (news.length === 0) say(t('table.said.nothing'));
  else if (applied.changed + applied.made.length < 2 && refused === 0) say(news.join('. '));
  else {
    const undo = { label: t('people.undo'), run: () => void board.editor.run('undo') };
    const isChange = applied.changed + applied.made.length > 0;
    const leave = toast({ text: news.join('. '), ...(isChange && { action: undo }) });
    if (isChange) whileNewest(board.editor.undo, leave);
  }
}

function newIdea(row: ReadonlyMap<number, string>, columns: readonly IdeaColumn[]): NewIdea {
  return Object.fromEntries(
    [...row].flatMap(([column, text]) => {
      const name = columns[column];
      return name !== undefined && isEditable(name) ? [[name, text] as const] : [];
    }),
  );
}
