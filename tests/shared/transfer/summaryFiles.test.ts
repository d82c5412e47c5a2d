// What somebody says is text in every file, whatever it would mean there.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../shared/features/summary/outline.ts';
import { exportBoard } from '../../../shared/transfer/formats.ts';
import { blocksToElements, type Child, htmlText } from '../../../shared/transfer/summary/html.ts';
import { blocksToMarkdown } from '../../../shared/transfer/summary/markdown.ts';
import { summaryToBlocks } from '../../../shared/transfer/summary/telling.ts';
import { anySnapshot, cluster, note, person, snapshot } from '../../support/snapshots.ts';

const reader = { language: 'en', timeZone: 'UTC' } as const;

describe('summary.html', () => {
  it('is one file that asks for nothing, runs nothing, and holds hostile words as words', () => {
    const words = `<script>alert(1)</script>" onload='x' & | * \u202e`;
    const board = snapshot([cluster({ id: 'k', text: words }), note({ id: 'n', text: words, parent: 'k' })], {
      title: words,
      people: [person('p', words)],
    });
    const { text, contentType } = exportBoard(board, 'summary.html', reader);
    const escaped = '&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; | *';
    expect({
      contentType,
      tags: [...new Set([...text.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag))].sort(),
      // A picture that is in the file itself is not outside.
      outside: text
        .replaceAll(/ src="data:image\/svg\+xml;base64,[\w+/=]*"/g, '')
        .match(/(?:src|href|url)\s*[=(]/g),
      policy:
        text.includes(`content="default-src &#39;none&#39;`) || text.includes(`content="default-src 'none'`),
      idea: text.includes(`<bdi>${escaped}`),
    }).toEqual({
      contentType: 'text/html; charset=utf-8',
      tags: [
        'bdi',
        'body',
        'dd',
        'div',
        'dl',
        'dt',
        'figure',
        'h1',
        'h2',
        'h3',
        'head',
        'html',
        'img',
        'li',
        'main',
        'meta',
        'p',
        'section',
        'span',
        'strong',
        'style',
        'title',
        'ul',
      ],
      outside: null,
      policy: true,
      idea: true,
    });
  });

  it('has every idea exactly once in its list of ideas', () => {
    fc.assert(
      fc.property(anySnapshot, (board) => {
        const elements = blocksToElements(summaryToBlocks(summaryOf(board), reader));
        const told = elements.flatMap((element) => ideasIn(element)).sort();
        const notes = board.items.filter(({ kind }) => kind === 'note').map(({ text }) => text || '(empty)');
        expect(told).toEqual(notes.sort());
        expect(htmlText(elements[0] ?? '')).toMatch(/^<section class="digest">/);
      }),
      { seed: 2050, numRuns: 100 },
    );
  });
});

describe('summary.md', () => {
  it('lets no change of direction leak out of what somebody said', () => {
    const board = snapshot([note({ id: 'n', text: 'Garden\u202e?' })], { people: [person('p', 'Ada')] });
    const talked = {
      ...summaryOf(board),
      questions: [
        {
          text: 'Garden\u202e?',
          from: 'comment' as const,
          about: { id: 'n' as never, kind: 'note' as const, text: 'Ice' },
        },
      ],
    };
    const lines = blocksToMarkdown(summaryToBlocks(talked, reader)).split('\n');
    expect(lines.find((line) => line.includes('on “Ice”'))).toBe('- Garden\u202e?\u202c — on “Ice”');
  });
});

function ideasIn(child: Child): string[] {
  if (typeof child === 'string') return [];
  if (child.tag === 'ul' && child.attributes.class === 'ideas')
    return child.children.map((item) => saidIn(item));
  return child.children.flatMap(ideasIn);
}

function saidIn(item: Child): string {
  if (typeof item === 'string') return item;
  const said = item.children.find((child) => typeof child !== 'string' && child.attributes.class === 'said');
  return textIn(said ?? '');
}

function textIn(child: Child): string {
  return typeof child === 'string' ? child : child.children.map(textIn).join('');
}
