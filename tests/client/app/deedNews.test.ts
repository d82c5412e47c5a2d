// What is said aloud about my own deeds.

import { afterEach, describe, expect, it } from 'vitest';
import { DeedNews } from '../../../client/app/chrome/deedNews.ts';
import { moveItems, putInto, removeItems } from '../../../shared/board/verbs.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { TestEditor } from '../../support/testEditor.ts';

const three = () => aBoard().note('one').note('two').note('').cluster('Food', { x: 0, y: 900 }).board;

describe('news of deeds', () => {
  const open: DeedNews[] = [];
  afterEach(() => {
    for (const news of open.splice(0)) news.destroy();
  });
  const listen = (board: ReturnType<typeof three>) => {
    const news = new DeedNews(board, () => {});
    open.push(news);
    return news;
  };

  it('counts what was deleted and what came back', () => {
    const hand = new TestEditor(three());
    const news = listen(hand.board);
    removeItems(hand.board, [idOf('one'), idOf('two')]);
    const deleted = news.take();
    hand.editor.undo.undo();
    expect([deleted, news.take()]).toEqual([['2 items deleted'], ['2 items are back']]);
  });

  it('names the cluster something went into, and says when it came out', () => {
    const board = three();
    const news = listen(board);
    moveItems(board, { ids: [idOf('one')], by: { x: 5, y: 900 } });
    putInto(board, { ids: [idOf('one')], cluster: idOf('Food') });
    const into = news.take();
    putInto(board, { ids: [idOf('one')], cluster: null });
    expect([into, news.take()]).toEqual([['Moved into Food'], ['Moved out of the cluster']]);
  });

  it('keeps silent about moving, and about empty notes that were never there', () => {
    const board = three();
    const news = listen(board);
    moveItems(board, { ids: [idOf('one')], by: { x: 5, y: 5 } });
    const empty = [...board.items.values()].find(({ text }) => text === '');
    removeItems(board, empty ? [empty.id] : []);
    expect(news.take()).toEqual([]);
  });
});
