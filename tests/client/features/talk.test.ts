// The small parts of the comments' panel: what it lists, in which order, and how words become links and names.

import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../client/features/talk/deviceShelf.ts';
import { listThreads, newestOfOthers } from '../../../client/features/talk/listing.ts';
import { relativeTime } from '../../../client/features/talk/relativeTime.ts';
import { segmentsOf } from '../../../client/features/talk/segments.ts';
import type { Showing } from '../../../client/features/talk/talkHere.ts';
import { Voices } from '../../../client/features/talk/voices.ts';
import { type Place, readTalk } from '../../../shared/features/talk.ts';
import { MentionBook } from '../../../shared/features/talkMentions.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';

const resolved = { x: { resolved: { by: 'ada', at: 70 } } };
const talk = readTalk(
  [
    ['on-note-1', { th: 'note', by: 'ada', at: 10, t: '1', ...resolved }],
    ['on-note-2', { th: 'note', by: 'ben', at: 20, t: '2' }],
    ['on-board', { th: 'board', by: 'ada', at: 30, t: '3' }],
    ['answer-2', { th: 'note', by: 'cyd', at: 40, t: '4', re: 'on-note-2' }],
  ],
  [],
);
const letter = (id: string, place: string, re: string | null): Letter => ({
  id,
  place: place as Place,
  re,
  text: id,
  writtenAt: 0,
});
const pending = [letter('new-begin', 'note', null), letter('new-answer', 'note', 'answer-2')].map((each) => ({
  letter: each,
  state: { kind: 'waiting' as const },
}));

function listed(showing: Showing, item: string | null = 'note'): string[] {
  return listThreads({ talk, pending, showing, item: item as Place | null }).map(
    ({ key, pending: waiting }) => [key, ...waiting.map((each) => `(${each.letter.id})`)].join(' '),
  );
}

describe('the list', () => {
  it('has what is open before what is resolved about one item, the latest first about all of them', () => {
    expect([
      listed('item'),
      listed('board'),
      listed('open'),
      listed('resolved'),
      listed('item', null),
    ]).toEqual([
      ['on-note-2 (new-answer)', 'on-note-1', 'new-begin (new-begin)'],
      ['on-board'],
      ['new-begin (new-begin)', 'on-note-2 (new-answer)', 'on-board'],
      ['on-note-1'],
      [],
    ]);
  });

  it('marks the latest of others as new', () => {
    const thread = talk.byId.get('on-note-2' as never);
    expect(thread && [newestOfOthers(thread, 1, 'ada'), newestOfOthers(thread, 2, 'cyd')]).toEqual([
      ['answer-2'],
      ['on-note-2'],
    ]);
  });
});

describe('the words of a comment', () => {
  it('come in pieces: text, people, addresses without what ends the sentence', () => {
    const book = new MentionBook([{ id: 'ada' as ParticipantId, name: 'Ada' }]);
    const pieces = segmentsOf('See @Ada, (https://a.example/x?y=1). javascript:no http://', book);
    expect(pieces.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'text See ',
      'mention @Ada',
      'text , (',
      'link https://a.example/x?y=1',
      'text ). javascript:no http://',
    ]);
  });
});

describe('beside a comment', () => {
  it('stands how long ago it was, never in the future', () => {
    const now = Date.UTC(2026, 5, 20, 12);
    const ago = (ms: number) => relativeTime(now - ms, now, ['en']);
    expect([
      ago(-90_000),
      ago(30_000),
      ago(150_000),
      ago(7_200_000),
      ago(86_400_000),
      ago(864_000_000),
    ]).toEqual(['now', 'now', '2 min. ago', '2 hr. ago', 'yesterday', 'Jun 10, 2026']);
  });

  it('stand names that tell people apart, in the same way on every screen', () => {
    const member = (id: string, name: string) => ({
      id: id as ParticipantId,
      name,
      colour: 0,
      removed: false,
    });
    const people = [member('b', 'Kim'), member('a', 'kim'), member('c', 'Zoe')];
    const labels = (list: typeof people) => {
      const voices = new Voices(list, (name, number) => `${name} (${number})`);
      return ['a', 'b', 'c'].map((id) => voices.of(id as ParticipantId)?.label);
    };
    expect([labels(people), labels(people.toReversed())]).toEqual([
      ['kim (1)', 'Kim (2)', 'Zoe'],
      ['kim (1)', 'Kim (2)', 'Zoe'],
    ]);
  });
});
