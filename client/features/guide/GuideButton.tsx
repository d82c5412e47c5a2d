// Opens what one can do for the others' attention; what opens is fetched when it is wanted.

import { Megaphone, SmilePlus } from 'lucide-react';
import { Suspense } from 'react';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { later } from '../../ui/later.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Guide.module.css';
import { guideOf } from './guideHere.ts';
import { useMaySteer } from './lead.ts';

const GuideCard = later(() => import('./GuideCard.tsx'));

export const phoneQuery = '(max-width: 640px)';

interface GuideButtonProps {
  readonly view: FeatureView;
  readonly side?: 'top' | 'bottom';
}

export function GuideButton({ view, side = 'bottom' }: GuideButtonProps) {
  const here = guideOf(view);
  const open = useSignal(here.open);
  const steers = useMaySteer(view.board);
  const label = t(steers ? 'guide.menu' : 'guide.joinIn');
  return (
    <Popover
      label={label}
      side={side}
      align="end"
      open={open}
      opensItself
      onOpenChange={(next) => here.open.set(next)}
      trigger={
        <IconButton
          label={label}
          icon={steers ? <Megaphone /> : <SmilePlus />}
          // Fingers find what it is by pressing it; the words would stay over what is below.
          tooltip={side === 'bottom'}
        />
      }
    >
      <Suspense fallback={<div className={styles.waiting} />}>
        <GuideCard view={view} />
      </Suspense>
    </Popover>
  );
}
