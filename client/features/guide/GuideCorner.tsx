// At the top right: my hand, and what one can do for the others' attention. What opens is fetched when it is wanted.

import { Hand, Megaphone, SmilePlus } from 'lucide-react';
import { Suspense } from 'react';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { later } from '../../ui/later.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { guideKeys } from './actions.ts';
import { raiseHand } from './deeds.ts';
import styles from './Guide.module.css';
import { guideOf } from './guideHere.ts';
import { mayTakePart, useMaySteer, useSessionState } from './lead.ts';

const GuideCard = later(() => import('./GuideCard.tsx'));

export function GuideCorner(view: FeatureView) {
  const { board } = view;
  const here = guideOf(view);
  const open = useSignal(here.open);
  const { hands } = useSessionState(board);
  const steers = useMaySteer(board);
  useSignal(board.role);
  // A phone's row belongs to the board's name as well: there the hand is in what opens.
  const narrow = useMedia('(max-width: 640px)');
  const isUp = hands.some(({ by }) => by === board.me.id);
  const label = t(steers ? 'guide.menu' : 'guide.joinIn');
  return (
    <>
      {!narrow && mayTakePart(board) && (
        <IconButton
          label={t('guide.hand')}
          icon={<Hand />}
          keys={guideKeys.hand}
          pressed={isUp}
          onClick={() => void raiseHand(board, !isUp)}
        />
      )}
      <Popover
        label={label}
        align="end"
        open={open}
        opensItself
        onOpenChange={here.open.set.bind(here.open)}
        trigger={<IconButton label={label} icon={steers ? <Megaphone /> : <SmilePlus />} />}
      >
        <Suspense fallback={<div className={styles.waiting} />}>
          <GuideCard view={view} />
        </Suspense>
      </Popover>
    </>
  );
}
