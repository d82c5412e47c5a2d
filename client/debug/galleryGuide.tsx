// Guiding attention in every state for the gallery: what opens, for those who lead and those who follow; the chips of a busy
// moment; reactions; wins.

import { useState } from 'react';
import FloatLayer from '../features/guide/FloatLayer.tsx';
import GuideCard from '../features/guide/GuideCard.tsx';
import { GuideChips } from '../features/guide/GuideChips.tsx';
import WinsPanel from '../features/guide/WinsPanel.tsx';
import { Card } from '../ui/Card.tsx';
import { type GalleryBoardOptions, galleryOpenBoard, people } from './galleryOpenBoard.ts';
import { samples } from './gallerySamples.ts';

const [me = null, ben = null, kim = null] = people;
const [first, second] = samples.comments;
const sessionNow = () => 1_700_000_000_000;

function useGuided(options: GalleryBoardOptions) {
  const [board] = useState(() => {
    const made = galleryOpenBoard(options);
    const root = (name: string) => made.docs.session.getMap<unknown>(name);
    for (const [index, id] of [ben, me, kim].entries()) root('hands').set(id ?? '', index + 1);
    root('board').set('settings', { hideCursors: options.role === 'editor' });
    root('guide').set('spotlight', ben);
    root('waiting').set('zoe-00009', { name: samples.people[4], at: 1 });
    root('waiting').set('lou-00009', { name: samples.people[1], at: 2 });
    for (const [index, text] of [first, second].entries())
      root('wins').set(`win-0000${index}`, { text, item: null, by: ben, at: sessionNow() + index });
    return made;
  });
  return { board, editor: board.editor };
}

export function Guiding() {
  const lead = useGuided({ role: 'facilitator' });
  const editor = useGuided({ role: 'editor' });
  const viewer = useGuided({ role: 'viewer', mayWrite: false });
  const floats = ['👍', '🎉', '👏'].map((emoji, key) => ({
    key,
    emoji,
    person:
      key === 2 ? null : { id: ben ?? lead.board.me.id, name: samples.people[key] ?? '', colour: key * 3 },
    at: null,
  }));
  return (
    <>
      {[lead, editor, viewer].map((view) => (
        <Card key={view.board.role.get()} className="padded">
          <GuideCard view={view} />
        </Card>
      ))}
      <GuideChips {...lead} />
      <GuideChips {...editor} />
      <div className="frame tall">
        <WinsPanel {...lead} />
      </div>
      <div className="frame tall">
        <FloatLayer view={lead} floats={floats} />
      </div>
    </>
  );
}
