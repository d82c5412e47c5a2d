import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { boardToCsv } from '../../../shared/transfer/csv.ts';
import { planImport } from '../../../shared/transfer/import.ts';
import { boardToOutline, type OutlineCluster } from '../../../shared/transfer/outline.ts';
import type { PlannedNote } from '../../../shared/transfer/plan.ts';
import type { BoardSnapshot } from '../../../shared/transfer/snapshot.ts';
import { anySnapshot, bytesOf, cluster, note, person, snapshot } from '../../support/snapshots.ts';
import { toldBoard } from '../../support/toldBoard.ts';

it('parked ideas are in the table like all others', () => {
  const board = snapshot(
    [cluster({ id: 'later', text: 'Later' }), note({ id: 'bridge', text: 'Bridge', parent: 'later' })],
    { park: 'later' as ItemId },
  );
  expect(boardToCsv(board)).toContain('bridge,note,Bridge,,yellow,Later,');
});

describe('notes.csv', () => {
  it('is UTF-8 with a mark and CR LF, and holds back formulas', () => {
    const ada = person('p1', '=Ada');
    const board = snapshot(
      [
        cluster({ id: 'c', text: '+Garden' }),
        note({ id: '-n1', text: '=1+1', parent: 'c', x: -12.5 }),
        note({ id: 'n2', text: 'Say "hi",\nthen go', y: 300, colour: 'blue' }),
      ],
      { people: [ada], authors: new Map([[note({ id: 'n2' }).id, ada.id]]) },
    );
    expect(boardToCsv(board)).toBe(
      [
        '\ufeffid,type,text,author,color,cluster,x,y,width,height,votes,voters,rank,reactions,comments,assignee,due,status,parked',
        "'-n1,note,'=1+1,,yellow,'+Garden,-12.5,0,200,200,,,,,,,,,",
        'n2,note,"Say ""hi"",\nthen go",\'=Ada,blue,,0,300,200,200,,,,,,,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('tells votes, comments, what is to be done and what was parked behind all that, as the summary does', () => {
    const board = toldBoard();
    const rows = boardToCsv(board).trimEnd().split('\r\n');
    const told = rows.slice(1).flatMap((row) => {
      const cells = /^([^,]*),.*?,((?:[^,]*,){8}[^,]*)$/.exec(row);
      return cells?.[2]?.replaceAll(',', '') ? [`${cells[1]}: ${cells[2]}`] : [];
    });
    expect(told).toEqual([
      'a: 5,4,1,3,2,,,,',
      'b: 3,2,2,,,,,,',
      'c: 3,2,2,,,,,,',
      'd: ,,,,1,Ada Lovelace,2026-11-30,doing,',
      'w6: 1,1,4,,,,,,',
      'p: ,,,,,,,,yes',
    ]);
  });

  it('comes back letter by letter, each note exactly once, with cluster, colour and place', () => {
    fc.assert(
      fc.property(anySnapshot, (board) => {
        const plan = planImport({ bytes: bytesOf(boardToCsv(board)), contentType: 'text/csv' });
        expect({ notes: plan.notes, problems: plan.problems, refused: plan.refused }).toEqual({
          notes: notesOf(board),
          problems: [],
          refused: null,
        });
      }),
      { seed: 2050, numRuns: 150 },
    );
  });

  it('comes back from a spreadsheet that saved it with semicolons and line feeds', () => {
    const board = snapshot([
      note({ id: 'n', text: "'=quoted, and more" }),
      note({ id: 'm', text: '-5', y: 300 }),
    ]);
    const saved = boardToCsv(board)
      .replaceAll('\r\n', '\n')
      .replaceAll(',', ';')
      .replace('quoted;', 'quoted,');
    const plan = planImport({ bytes: bytesOf(saved), contentType: 'text/csv' });
    expect(plan.notes.map(({ text }) => text)).toEqual(["'=quoted, and more", '-5']);
  });
});

function notesOf(board: BoardSnapshot): PlannedNote[] {
  const outline = boardToOutline(board);
  const items = new Map(board.items.map((item) => [item.id, item]));
  const notes: PlannedNote[] = [];
  const tell = (clusters: readonly OutlineCluster[], loose: OutlineCluster['notes'], title: string): void => {
    for (const { id, text, colour } of loose) {
      const { x = 0, y = 0, w = 0, h = 0 } = items.get(id) ?? {};
      notes.push({ text, colour, box: { x, y, w, h }, ...(title === '' ? {} : { cluster: title }) });
    }
    for (const inner of clusters) tell(inner.clusters, inner.notes, inner.title);
  };
  tell(outline.clusters, [], '');
  tell([], outline.loose, '');
  return notes;
}
