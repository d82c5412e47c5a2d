// Comments in every state for the gallery: threads that are open, new, edited, folded, resolved and half deleted, answers on
// their way and refused, and who may only read.

import { useState } from 'react';
import type { CommentId, StoredComment } from '../../shared/features/talk.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { Composer } from '../features/talk/Composer.tsx';
import { listThreads, newestOfOthers } from '../features/talk/listing.ts';
import { ThreadCard } from '../features/talk/ThreadCard.tsx';
import { TalkHere } from '../features/talk/talkHere.ts';
import { useNow, useVoices } from '../features/talk/useTalk.ts';
import { Panel } from '../ui/Panel.tsx';
import { useSignal } from '../ui/useSignal.ts';
import { type GalleryBoardOptions, galleryOpenBoard, people } from './galleryOpenBoard.ts';
import { samples } from './gallerySamples.ts';

type Stored = Omit<StoredComment, 'at'>;

const [ada = null, ben = null, kim = null] = people;
const first = (id: string) => id as CommentId;
const mark = { by: ben, at: 1_700_000_000_000 };
const [short, long, link, answer] = samples.comments;

const comments: Readonly<Record<string, Stored>> = {
  'open-0000001': { th: 'board', by: ada, t: short },
  'open-0000002': { th: 'board', re: first('open-0000001'), by: ben, t: answer },
  'open-0000003': { th: 'board', re: first('open-0000001'), by: kim, t: link, ed: 1_700_000_000_000 },
  'long-0000001': { th: 'board', by: ben, t: long },
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, index): [string, Stored] => [
      `long-000001${index}`,
      { th: 'board', re: first('long-0000001'), by: index % 2 ? ada : kim, t: `${index + 1}. ${short}` },
    ]),
  ),
  'gone-0000001': { th: 'board', by: ben, t: '', x: { removed: mark } },
  'gone-0000002': { th: 'board', re: first('gone-0000001'), by: null, t: answer },
  'item-0000001': { th: 'no-such-item' as ItemId, by: kim, t: short },
  'done-0000001': { th: 'board', by: kim, t: short, x: { resolved: mark } },
};

const reactions = {
  [`open-0000001/${ben}`]: ['👍', '🎉'],
  [`open-0000001/${ada}`]: ['👍'],
  [`open-0000002/${kim}`]: ['🤔'],
};

export function Comments() {
  return (
    <>
      <CommentPanel title={samples.conditions.online} options={{ comments, reactions }} />
      <CommentPanel
        title={samples.conditions.reading}
        options={{ comments, reactions, role: 'viewer', mayWrite: false }}
      />
      <CommentPanel title={samples.conditions.refused} options={{}} posts />
      <CommentPanel title={samples.conditions.offline} options={{ online: false }} posts />
    </>
  );
}

interface CommentPanelProps {
  readonly title: string;
  readonly options: GalleryBoardOptions;
  /** Somebody has just written here. */
  readonly posts?: boolean;
}

function CommentPanel({ title, options, posts = false }: CommentPanelProps) {
  const [board] = useState(() => galleryOpenBoard(options));
  const [here] = useState(() => {
    const made = new TalkHere(board, null);
    if (posts) made.outbox.post('board', null, short);
    return made;
  });
  const talk = useSignal(here.talk);
  const pending = useSignal(here.outbox.pending);
  const voices = useVoices(board);
  const now = useNow(board);
  const listed = ['open', 'resolved'].flatMap((showing) =>
    listThreads({ talk, pending, showing: showing === 'open' ? 'open' : 'resolved', item: null }),
  );
  const [newest] = talk.threads;
  const fresh = new Set(newest === undefined ? [] : newestOfOthers(newest, 1, board.me.id));
  const mayWrite = board.role.get() !== 'viewer';
  return (
    <div className="frame tall">
      <Panel
        title={title}
        footer={
          mayWrite && <Composer label={samples.field} voices={voices} begun={answer} onSend={() => false} />
        }
        onClose={() => {}}
      >
        {listed.map((each) => (
          <ThreadCard
            key={each.key}
            board={board}
            here={here}
            listed={each}
            voices={voices}
            now={now}
            fresh={fresh}
            showPlace
            onGo={() => {}}
          />
        ))}
      </Panel>
    </div>
  );
}
