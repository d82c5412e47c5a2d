import { describe, expect, it } from 'vitest';
import { parsePicture, pictureOf, shapesOf } from '../../../client/app/picture.ts';
import type { Drawable } from '../../../client/scene/scene.ts';
import type { Item } from '../../../shared/items/item.ts';
import type { Box } from '../../../shared/lib/geometry.ts';

const drawable = (item: Partial<Item>, box: Box) =>
  ({ item: { kind: 'note', colour: 'yellow', text: '', ...item }, box }) as Drawable;
const at = (x: number, y: number, size = 200) => ({ x, y, w: size, h: size });

describe('the picture of a board', () => {
  it('shows one note small, and in the middle', () => {
    expect(shapesOf(pictureOf([drawable({}, at(5_000, -300))]))).toEqual([
      { kind: 'note', colour: 'yellow', outline: 'M507 267h267v267h-267z' },
    ]);
  });

  it('shows everything of a wide board, fields below paper, and writing as bars where it can be seen', () => {
    const picture = pictureOf([
      drawable({ text: 'x'.repeat(30), colour: 'pink' }, at(0, 0)),
      drawable({ kind: 'cluster', colour: 'blue', text: 'Title' }, at(-20, -20, 500)),
      drawable({ text: 'far', colour: 'pink' }, at(2_000, 0)),
      drawable({ kind: 'unreadable' }, at(9_000, 0)),
    ]);
    const shapes = shapesOf(picture);
    const reach = shapes.flatMap(({ outline }) => [...outline.matchAll(/M(\d+)/g)].map(([, x]) => Number(x)));
    expect([
      shapes.map(({ kind, colour }) => `${kind} ${colour}`),
      Math.min(...reach) > 0 && Math.max(...reach) < 1280,
      parsePicture(picture) === picture,
    ]).toEqual([['cluster blue', 'note pink', 'writing pink'], true, true]);
  });

  it('stays below two thousand characters however many notes there are', () => {
    const many = Array.from({ length: 5_000 }, (_, i) =>
      drawable({}, at((i % 80) * 220, Math.floor(i / 80) * 220)),
    );
    expect([pictureOf(many).length, pictureOf([])]).toEqual([160 * 11, '']);
  });

  it('is empty for anything that is no picture', () => {
    expect(
      [undefined, 7, 'n', 'n0000', 'x0000000000', 'n9000000000', 'n0000000000'.repeat(200)].map(parsePicture),
    ).toEqual(['', '', '', '', '', '', '']);
  });
});
