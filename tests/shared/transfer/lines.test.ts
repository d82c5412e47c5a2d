// What in front of a line is how people write lists, and what belongs to the idea.

import { expect, it } from 'vitest';
import { readLines } from '../../../shared/transfer/lines.ts';

const read = (...lines: string[]) => readLines(lines.join('\n')).map(({ text }) => text);

it('letters with a point are the marks of a list only where the lines count on with them', () => {
  expect([
    read('a. tea', 'b. milk', 'c. sugar'),
    read('A. tea', 'some more', 'B. milk'),
    read('a) tea'),
    read('J. Doe would drive', 'A. Smith would not'),
    read('A. Smith'),
    read('K. Jones', 'J. Doe'),
  ]).toEqual([
    ['tea', 'milk', 'sugar'],
    ['tea', 'some more', 'milk'],
    ['tea'],
    ['J. Doe would drive', 'A. Smith would not'],
    ['A. Smith'],
    ['K. Jones', 'J. Doe'],
  ]);
});
