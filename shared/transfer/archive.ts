// archive.zip: all that somebody may see of a board, for keeping and for other programs, and for bringing it back. Only
// writes; see `archivedBoard.ts` for one that arrives.

import { strToU8, zipSync } from 'fflate';
import { exportBoard } from './formats.ts';
import { boardPicture } from './picture/picture.ts';
import type { BoardSnapshot } from './snapshot.ts';
import type { Reader } from './summary/telling.ts';

const textFiles = ['summary.md', 'summary.html', 'notes.csv', 'board.json'] as const;

/** The bytes of a zip file. */
export function boardArchive(snapshot: BoardSnapshot, reader: Reader): Uint8Array {
  const files = textFiles.map((name) => [name, exportBoard(snapshot, name, reader).text] as const);
  const picture = boardPicture(snapshot, { language: reader.language }).svg();
  const all = [['README.txt', readme[reader.language]] as const, ...files, ['board.svg', picture] as const];
  // A zip file knows no earlier year than 1980 and no later one than 2099.
  const mtime = Math.min(Math.max(snapshot.exportedAt, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
  return zipSync(Object.fromEntries(all.map(([name, text]) => [name, strToU8(text)])), { mtime, level: 6 });
}

const readme: Readonly<Record<Reader['language'], string>> = {
  en: `A board of Wallflower

summary.md     what came of it, for any editor of Markdown
summary.html   the same, for a browser; prints well
notes.csv      one row a note, for a spreadsheet
board.svg      a picture of the board
board.json     the whole board, for programs

To bring the board back, import this archive into an empty board, as it is or only board.json. Notes, clusters, places,
colours, their order and locks come back as they were; whoever imports counts as the author. Comments, votes and
the agenda are told in the summary and do not come back.
`,
  de: `Ein Board von Wallflower

summary.md     was dabei herauskam, für jeden Markdown-Editor
summary.html   dasselbe für den Browser; lässt sich gut drucken
notes.csv      eine Zeile je Notiz, für eine Tabelle
board.svg      ein Bild des Boards
board.json     das ganze Board, für Programme

Um das Board zurückzuholen, importiere dieses Archiv in ein leeres Board, so wie es ist oder nur board.json. Notizen, Cluster,
Plätze, Farben, Reihenfolge und Sperren kommen zurück, wie sie waren; als Autor zählt, wer importiert. Kommentare, Stimmen
und die Agenda stehen in der Zusammenfassung und kommen nicht zurück.
`,
};
