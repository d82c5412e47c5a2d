// What holds beyond one step, for those who facilitate; and what this device alone does.

import { useId } from 'react';
import type { SessionSettings } from '../../../shared/features/session/phase.ts';
import { t } from '../../text/sessionViewWords.ts';
import { useSignal } from '../../ui/useSignal.ts';
import { Switch } from './fields.tsx';
import { NeutralSwitch } from './NeutralSwitch.tsx';
import styles from './Session.module.css';
import { chooseSound, soundChoice } from './sound.ts';
import { setSetting } from './steer.ts';
import { type Board, useSessionState, useStanding } from './useSession.ts';

const settingNames = [
  'anonymous',
  'canvasLock',
  'hideCursors',
  'lobby',
] as const satisfies readonly (keyof SessionSettings)[];

export function SettingsSection({ board }: { readonly board: Board }) {
  const heading = useId();
  const { settings, phase, promisedNameless } = useSessionState(board);
  const { maySteer, mayFacilitate } = useStanding(board);
  const sound = useSignal(soundChoice);
  const holds = settings.anonymous && (phase !== null || promisedNameless);
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t('session.settings')}
      </h3>
      {maySteer && !mayFacilitate && <p className={styles.soft}>{t('session.onlyFacilitators')}</p>}
      {mayFacilitate && <NeutralSwitch board={board} />}
      {maySteer &&
        settingNames.map((name) => (
          <Switch
            key={name}
            label={t(`session.set.${name}`)}
            hint={
              name === 'anonymous' && holds
                ? `${t('session.set.anonymousHint')} ${t('session.set.anonymousHolds')}`
                : t(`session.set.${name}Hint`)
            }
            checked={settings[name]}
            disabled={!mayFacilitate}
            onChange={(on) => void setSetting(board, { [name]: on })}
          />
        ))}
      <Switch
        label={t('session.set.sound')}
        hint={t('session.set.soundHint')}
        checked={sound}
        onChange={chooseSound}
      />
    </section>
  );
}
