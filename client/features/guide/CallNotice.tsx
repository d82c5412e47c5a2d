// Who called everybody here, and the way back.

import { Megaphone, X } from 'lucide-react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Guide.module.css';
import { guideOf } from './guideHere.ts';

export function CallNotice({ view }: { readonly view: FeatureView }) {
  const { summons } = guideOf(view);
  const call = useSignal(summons.call);
  if (call === null) return null;
  const name = view.board.session.person(call.summons.by)?.name;
  const went = call.back !== null;
  return (
    <Card className={styles.chip}>
      <Megaphone aria-hidden="true" />
      <div className={styles.call}>
        <span role="status" className={styles.words}>
          {name === undefined ? t('guide.callsNameless') : t(went ? 'guide.called' : 'guide.calls', { name })}
        </span>
        <Button variant="quiet" onClick={() => (went ? summons.goBack() : summons.goThere())}>
          {t(went ? 'guide.backAgain' : 'guide.goThere')}
        </Button>
      </div>
      <IconButton label={t('guide.stay')} icon={<X />} tooltip={false} onClick={() => summons.forget()} />
    </Card>
  );
}
