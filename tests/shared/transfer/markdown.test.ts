import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../shared/features/summary/outline.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { boardToOutline, type OutlineCluster } from '../../../shared/transfer/outline.ts';
import type { BoardSnapshot } from '../../../shared/transfer/snapshot.ts';
import { blocksToMarkdown } from '../../../shared/transfer/summary/markdown.ts';
import { summaryToBlocks } from '../../../shared/transfer/summary/telling.ts';
import { anySnapshot, cluster, note, person, snapshot } from '../../support/snapshots.ts';
import { readMarkdown } from './readMarkdown.ts';

const utc = { language: 'en', timeZone: 'UTC' } as const;
const markdown = (board: BoardSnapshot) => blocksToMarkdown(summaryToBlocks(summaryOf(board), utc));

describe('summary.md', () => {
  it('tells on its first page what was asked, who was there, what came of it; then the ideas in reading order', () => {
    const board = snapshot(
      [
        note({ id: 'n1', text: 'Lanterns', parent: 'c1', x: 240 }),
        note({ id: 'n2', text: 'Two lines\n- of light', parent: 'c1', y: 30 }),
        cluster({ id: 'c1', text: 'Garden', y: 400 }),
        cluster({ id: 'c2', text: 'Bar', parent: 'c1', y: 500 }),
        note({ id: 'n3', text: '', parent: 'c2' }),
        note({ id: 'n4', text: '<script>alert(1)</script>' }),
      ],
      { people: [person('p1', 'Ada', 'facilitator'), person('p2', 'סבטלנה')], exportedAt: 1_700_000_000_000 },
    );
    expect(markdown(board)).toBe(`# Summer party

- Date: 14 November 2023 at 22:13 UTC
- Who: Ada, סבטלנה
- Ideas: 4, 3 of them in 2 clusters

## What was decided

No decision was written down.

## Largest clusters

Nothing was voted on.

- **Garden** — 3 ideas

---

## Ideas

### Garden

- Two lines${'  '}
  \\- of light
- Lanterns

#### Bar

- *(empty)*

### *Outside any cluster*

- &lt;script>alert(1)&lt;/script>

## In figures

- Came: 2 people
- Ideas: 4, 3 of them in 2 clusters
- Talked: no comments
- As of: 14 November 2023 at 22:13 UTC

## Participants

- Ada (facilitator)
- סבטלנה (editor)
`);
  });

  it('tells what was parked apart from the ideas, and what there is to be proud of', () => {
    const board = snapshot(
      [
        note({ id: 'n1', text: 'Lanterns' }),
        cluster({ id: 'c1', text: 'Week' }),
        cluster({ id: 'c2', text: 'Parked', parent: 'c1' }),
        note({ id: 'n2', text: 'A new logo', parent: 'c2' }),
        cluster({ id: 'c3', text: 'Later', parent: 'c2' }),
        note({ id: 'n3', text: 'Own beer', parent: 'c3' }),
      ],
      { wins: ['The permit is here', 'Two lines\n- of joy'], park: 'c2' as ItemId },
    );
    const text = markdown(board);
    expect(text.slice(text.indexOf('## Ideas'), text.indexOf('## In figures'))).toBe(`## Ideas

### Week

### *Outside any cluster*

- Lanterns

## Parked

- A new logo

### Later

- Own beer

## Wins

- The permit is here
- Two lines${'  '}
  \\- of joy

`);
  });

  it('has every note exactly once, under its cluster, letter by letter', () => {
    fc.assert(
      fc.property(anySnapshot, (board) => {
        const { title, sections } = readMarkdown(markdown(board));
        expect({ title, sections }).toEqual(sectionsOf(board));
      }),
      { seed: 2050, numRuns: 150 },
    );
  });
});

/** The same in the words of the reader: clusters in order, each with the texts directly in it. */
function sectionsOf(board: BoardSnapshot): ReturnType<typeof readMarkdown> {
  const outline = boardToOutline(board);
  const sections: { title: string | null; notes: string[] }[] = [];
  const tell = (clusters: readonly OutlineCluster[]): void => {
    for (const { title, notes, clusters: inner } of clusters) {
      sections.push({
        title: title === '' ? 'Untitled cluster' : title,
        notes: notes.map(({ text }) => text),
      });
      tell(inner);
    }
  };
  tell(outline.clusters);
  if (outline.loose.length > 0) sections.push({ title: null, notes: outline.loose.map(({ text }) => text) });
  return { title: outline.title === '' ? 'Untitled board' : outline.title, sections };
}
