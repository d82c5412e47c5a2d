// Comments as people see them, out of whatever a document holds.

import { describe, expect, it } from 'vitest';
import { openComments, readTalk, type Talk } from '../../../shared/features/talk.ts';
import { compacted, firstMark, unreadIn, withSeen } from '../../../shared/features/talkSeen.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';

const ada = 'ada' as ParticipantId;

function said(id: string, by: string, at: number, more: Record<string, unknown> = {}): [string, unknown] {
  return [id.padEnd(8, '-'), { th: 'board', by, at, t: id, ...more }];
}

function told({ threads }: Talk): string[] {
  return threads.map(({ place, comments, resolved }) => {
    const words = comments.map(({ text, removed }) => (removed ? '(removed)' : text)).join(' > ');
    return `${place}: ${words}${resolved ? ' (resolved)' : ''}`;
  });
}

describe('the talk', () => {
  it('is threads in the order they began, whatever order the document has them in', () => {
    const messages = [
      said('second', 'ben', 20, { th: 'note' }),
      said('answer2', 'cyd', 40, { re: 'first---' }),
      said('first', 'ada', 10),
      said('answer1', 'ben', 30, { re: 'first---' }),
      said('deeper', 'ada', 50, { re: 'answer1-' }),
    ];
    expect([told(readTalk(messages, [])), told(readTalk(messages.toReversed(), []))]).toEqual([
      ['board: first > answer1 > answer2 > deeper', 'note: second'],
      ['board: first > answer1 > answer2 > deeper', 'note: second'],
    ]);
  });

  it('keeps a removed beginning as long as somebody answered it', () => {
    const removed = { x: { removed: { by: 'ada', at: 60 } } };
    const messages = [
      said('first', 'ada', 10, removed),
      said('answer', 'ben', 20, { re: 'first---' }),
      said('quiet', 'ben', 25, { re: 'first---', ...removed }),
      said('alone', 'ada', 30, removed),
      said('done', 'ada', 40, { x: { resolved: { by: 'ben', at: 50 } } }),
    ];
    expect(told(readTalk(messages, []))).toEqual(['board: (removed) > answer', 'board: done (resolved)']);
  });

  it('reads what makes sense and leaves out what does not, without a throw', () => {
    const messages: [string, unknown][] = [
      ['nothing!', null],
      ['a number', 7],
      said('no-text', 'ada', 1, { t: 12 }),
      said('no-time', 'ada', 1, { at: 'noon' }),
      said('nowhere', 'ada', 1, { th: '' }),
      said('orphan', 'ada', 2, { re: 'never-written' }),
      said('circle-a', 'ada', 3, { re: 'circle-b' }),
      said('circle-b', 'ben', 4, { re: 'circle-a' }),
      said('stranger', '', 5),
    ];
    const reactions: [string, unknown][] = [
      ['orphan--/ben', ['👍', '👍', '🧨', 7]],
      ['orphan--/', ['👍']],
      ['orphan--', ['👍']],
      ['orphan--/ada/x', ['👍']],
      ['orphan--/ada', 'no list'],
    ];
    const talk = readTalk(messages, reactions);
    expect([told(talk), talk.threads[0]?.comments[0]?.reactions]).toEqual([
      ['board: orphan', 'board: circle-a > circle-b', 'board: stranger'],
      [{ emoji: '👍', by: ['ben'] }],
    ]);
  });

  it('counts on each item what is not resolved and not removed', () => {
    const messages = [
      said('one', 'ada', 1, { th: 'note' }),
      said('two', 'ben', 2, { th: 'note', re: 'one-----' }),
      said('three', 'ben', 3, { th: 'note', re: 'one-----', x: { removed: { by: 'ben', at: 4 } } }),
      said('done', 'ben', 5, { th: 'other', x: { resolved: { by: 'ben', at: 6 } } }),
      said('board', 'ben', 7),
    ];
    expect([...openComments(readTalk(messages, []))]).toEqual([['note', 2]]);
  });
});

describe('what is new', () => {
  const before = [said('old', 'ben', 10)];
  const after = [
    ...before,
    said('mine', 'ada', 20),
    said('new', 'ben', 30, { re: 'mine----' }),
    said('newer', 'cyd', 40, { re: 'old-----' }),
    said('gone', 'cyd', 50, { re: 'old-----', x: { removed: { by: 'cyd', at: 60 } } }),
  ];

  it('is what others said since I was here, and nothing of what was there when I first came', () => {
    const mark = firstMark(readTalk(before, []));
    expect([...unreadIn(readTalk(after, []), mark, ada)]).toEqual([
      ['old-----', 1],
      ['mine----', 1],
    ]);
  });

  it('is over thread by thread, and one time says it all when nothing is left', () => {
    const talk = readTalk(after, []);
    const first = firstMark(readTalk(before, []));
    const [old, mine] = talk.threads;
    const one = withSeen(first, old ? [old] : []);
    const both = withSeen(one, mine ? [mine] : []);
    expect([
      [...unreadIn(talk, one, ada).keys()],
      compacted(one, talk, ada) === one,
      compacted(both, talk, ada),
      withSeen(both, talk.threads) === both,
    ]).toEqual([['mine----'], true, { upTo: 40, threads: {} }, true]);
  });
});
