// Small ugly files, each with what it has to become: what it is, its notes as `text | colour | clusters | place`, and the
// rows that are named.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportPlan, PlannedNote } from '../../../shared/transfer/plan.ts';
import { readImport } from '../../../shared/transfer/readImport.ts';
import { promised } from './promised.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'fixtures', 'imports');
const files = readdirSync(folder).filter((name) => name !== 'README.md');

describe('a file of the corpus', () => {
  it.each(files)('%s is read as promised', async (name) => {
    expect(await told(name, name.endsWith('.csv') ? 'text/csv' : '')).toEqual(promised[name]);
  });

  it.each(['miro.json', 'board.excalidraw', 'page.tldr', 'outline.md', 'list.opml', 'map.mmd', 'mural.csv'])(
    '%s is told by its content, whatever it is called',
    async (name) => {
      const types = ['text/plain', 'application/octet-stream', 'application/vnd.ms-excel'];
      const kinds = await Promise.all(types.map(async (type) => (await told(name, type))[0]));
      const isMarkdown = name === 'outline.md';
      expect(kinds.slice(0, isMarkdown ? 2 : 3)).toEqual(
        Array.from({ length: isMarkdown ? 2 : 3 }, () => promised[name]?.[0]),
      );
    },
  );
});

async function told(name: string, contentType: string): Promise<string[]> {
  const plan = await readImport({ bytes: readFileSync(path.join(folder, name)), contentType });
  return [
    plan.kind,
    ...plan.notes.map(noteLine),
    ...drawnLines(plan),
    ...plan.problems.map(({ row, message }) => `! ${row}: ${message}`),
  ];
}

function noteLine({ text, colour, cluster, outer = [], box }: PlannedNote): string {
  const place = box ? `${box.x} ${box.y} ${box.w} ${box.h}` : '';
  return [text, colour ?? '', [...outer, cluster ?? ''].join(' > '), place].join(' | ');
}

function drawnLines({ items }: ImportPlan): string[] {
  const titles = new Map(items.map(({ id, text }) => [id, text]));
  return items.map(({ kind, text = '', colour = '', parent, x, y, w, h }) => {
    const within = parent ? (titles.get(parent) ?? '?') : '';
    return [kind === 'cluster' ? `[${text}]` : text, colour, within, `${x} ${y} ${w} ${h}`].join(' | ');
  });
}
