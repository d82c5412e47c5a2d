// Whose view everybody follows, for whom it is not plain to see: the person themselves, and who looked away.

import { Spotlight } from 'lucide-react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { setSpotlight } from './deeds.ts';
import styles from './Guide.module.css';
import { guideOf } from './guideHere.ts';
import { useMaySteer, useSessionState } from './lead.ts';

export function SpotlightChip({ view }: { readonly view: FeatureView }) {
  const { board } = view;
  const { spotlight } = guideOf(view);
  const state = useSignal(spotlight.state);
  const person = useSessionState(board).spotlight;
  const steers = useMaySteer(board);
  const name = (person === null ? null : board.session.person(person)?.name) ?? '';
  if (state === 'nobody' || (state === 'following' && !steers)) return null;
  const words = { me: 'guide.spotlitMe', absent: 'guide.spotlitAbsent' } as const;
  return (
    <Card className={styles.chip}>
      <Spotlight aria-hidden="true" />
      <span role="status" className={styles.words}>
        {t(state === 'me' || state === 'absent' ? words[state] : 'guide.spotlitAway', { name })}
      </span>
      {state === 'away' && (
        <Button variant="quiet" onClick={() => spotlight.look()}>
          {t('guide.lookAgain')}
        </Button>
      )}
      {steers && (
        <Button variant="quiet" onClick={() => void setSpotlight(board, null)}>
          {t('guide.spotlightEnd')}
        </Button>
      )}
    </Card>
  );
}
