// What of attention concerns me right now, in small cards side by side: a win, a call, the spotlight, hands, who waits at the door.
// Nothing when there is nothing.

import { EyeOff } from 'lucide-react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/cx.ts';
import { RaisedHand } from '../../ui/RaisedHand.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { CallNotice } from './CallNotice.tsx';
import { raiseHand } from './deeds.ts';
import styles from './Guide.module.css';
import { guideOf } from './guideHere.ts';
import { HandsChip } from './HandsChip.tsx';
import { LobbyChip } from './LobbyChip.tsx';
import { useMaySteer, useSessionState } from './lead.ts';
import { SpotlightChip } from './SpotlightChip.tsx';

export function GuideChips(view: FeatureView) {
  const steers = useMaySteer(view.board);
  return (
    <div className={styles.chips}>
      <Celebrated view={view} />
      <CallNotice view={view} />
      <SpotlightChip view={view} />
      <MyHand view={view} />
      {steers && <LobbyChip view={view} />}
      {steers && <HandsChip view={view} />}
      <Hidden view={view} />
    </div>
  );
}

/** A win, for a moment, before everybody's eyes; it is told with the other news. */
function Celebrated({ view }: { readonly view: FeatureView }) {
  const win = useSignal(guideOf(view).applause.win);
  if (win === null) return null;
  return (
    <Card className={cx(styles.chip, styles.win)} aria-hidden="true">
      <span className={styles.clap}>👏</span>
      <p className={styles.winText} dir="auto">
        {win.text}
      </p>
    </Card>
  );
}

function MyHand({ view: { board } }: { readonly view: FeatureView }) {
  const { hands } = useSessionState(board);
  const place = hands.findIndex(({ by }) => by === board.me.id) + 1;
  if (place === 0) return null;
  return (
    <Card className={styles.chip} role="group" aria-label={t('guide.handUp')}>
      <RaisedHand aria-hidden="true" className={styles.raised} />
      <span className={styles.words}>
        {t('guide.handUp')} <span className={styles.soft}>{t('guide.handPlace', { place })}</span>
      </span>
      <Button variant="quiet" aria-label={t('guide.handDown')} onClick={() => void raiseHand(board, false)}>
        {t('guide.lower')}
      </Button>
    </Card>
  );
}

/** Quietly: nothing is asked of anybody. */
function Hidden({ view: { board } }: { readonly view: FeatureView }) {
  const { settings } = useSessionState(board);
  const steers = useMaySteer(board);
  useSignal(board.role);
  if (!settings.hideCursors) return null;
  return (
    <p className={styles.quiet}>
      <EyeOff aria-hidden="true" />
      {t(steers ? 'guide.cursorsHiddenLead' : 'guide.cursorsHidden')}
    </p>
  );
}
