// The one reader of templates: what it takes as it is, what it completes, and that nothing that arrives makes it stumble.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../../../../shared/features/templates/builtIn.ts';
import { english } from '../../../../shared/features/templates/english.ts';
import { parseTemplate, readTemplate, templateFile } from '../../../../shared/features/templates/read.ts';
import { boundsOf, itemsOf } from '../../../../shared/features/templates/template.ts';
import { seededRandom } from '../../../../shared/lib/env.ts';

const swot = templateFile(builtIn('swot', english));
const head = { format: 'wallflower-template', version: 1, title: 'Ours' };

describe('a template', () => {
  it('needs no more than a title; the rest has defaults', () => {
    const { template } = readTemplate({
      ...head,
      layout: [{ id: 'a', kind: 'cluster', x: 0.03, y: 0 }],
      agenda: [{ id: 'b', kind: 'open', minutes: 5 }],
      later: 'something a newer version knows',
    });
    const piece = {
      id: 'a',
      kind: 'cluster',
      in: null,
      x: 0,
      y: 0,
      w: 480,
      h: 320,
      text: '',
      colour: 'grey',
    };
    const step = { id: 'b', kind: 'open', title: '', prompt: '', minutes: 5, editorsWrite: null };
    expect(template).toEqual({
      ...{ id: 'own', title: 'Ours', purpose: '', group: null, people: null, minutes: 5, settings: {} },
      layout: [{ ...piece, locked: false }],
      agenda: [{ ...step, anonymous: false, rounds: null, ballot: null }],
    });
  });

  it('is the example of the documentation', () => {
    const readme = readFileSync(path.join(import.meta.dirname, '../../../../shared/README.md'), 'utf8');
    const [, example = ''] = /```json\n(\{ "format": "wallflower-template"[\s\S]*?)```/.exec(readme) ?? [];
    const { template } = parseTemplate(example);
    expect([template?.layout.length, template?.agenda.length, template?.minutes]).toEqual([2, 2, 11]);
  });

  it('is never half read, whatever one of its parts is instead', () => {
    const odd = [undefined, null, 0, -1, 1e9, Number.NaN, '', 'x'.repeat(600), [], {}, [[]], true];
    const random = seededRandom(5);
    const results = Array.from({ length: 2_000 }, () => {
      const value = structuredClone(swot) as Record<string, unknown>;
      let at: Record<string, unknown> | unknown[] = value;
      for (;;) {
        const keys = Object.keys(at);
        const key = keys[Math.floor(random.next() * keys.length)] ?? '0';
        const inner = (at as Record<string, unknown>)[key];
        if (
          typeof inner === 'object' &&
          inner !== null &&
          Object.keys(inner).length > 0 &&
          random.next() < 0.8
        ) {
          at = inner as Record<string, unknown>;
          continue;
        }
        (at as Record<string, unknown>)[key] = odd[Math.floor(random.next() * odd.length)];
        break;
      }
      const read = readTemplate(value);
      return read.template === null
        ? read.problem.message !== ''
        : readTemplate(templateFile(read.template)).problem;
    });
    expect(new Set(results)).toEqual(new Set([true, null]));
  });
});

describe('a layout on a board', () => {
  it('begins at the corner it is given, with ids of its own and everything in what it was in', () => {
    const { layout } = builtIn('swot', english);
    const items = itemsOf(layout, { x: 1_000, y: -500 }, seededRandom(1));
    const { x, y } = boundsOf(items.map(({ x, y, w = 0, h = 0 }) => ({ x, y, w, h })));
    const inside = items.map(({ parent }) => items.findIndex(({ id }) => id === parent));
    const planned = layout.map((piece) => layout.findIndex(({ id }) => id === piece.in));
    expect([x, y, new Set(items.map(({ id }) => id)).size, inside]).toEqual([1_000, -500, 8, planned]);
  });
});
