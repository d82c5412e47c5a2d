// What everybody can do to be seen, and, for those who lead, what they can do for everybody's attention.

import { Flashlight, type LucideProps, Megaphone, PartyPopper, Spotlight } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { can } from '../../../shared/board/roles.ts';
import type { SessionSettings } from '../../../shared/features/session/phase.ts';
import { floatingEmoji } from '../../../shared/protocol/presence.ts';
import { t } from '../../text/catalogue.ts';
import { Keys } from '../../ui/Keys.tsx';
import { RaisedHand } from '../../ui/RaisedHand.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { guideKeys } from './actions.ts';
import { ask, raiseHand, setSpotlight, summonEverybody, toggleLight } from './deeds.ts';
import styles from './Guide.module.css';
import { guideOf, winsPanel } from './guideHere.ts';
import { handsAreHidden, mayTakePart, useMaySteer, useSessionState } from './lead.ts';

export default function GuideCard({ view }: { readonly view: FeatureView }) {
  const steers = useMaySteer(view.board);
  useSignal(view.board.role);
  return (
    <div className={styles.card}>
      {mayTakePart(view.board) && <Emoji view={view} />}
      <Everybody view={view} />
      {steers && <Lead view={view} />}
    </div>
  );
}

function Emoji({ view }: { readonly view: FeatureView }) {
  const { floats } = guideOf(view);
  useSessionState(view.board);
  if (handsAreHidden(view.board)) return <p className={styles.soft}>{t('guide.reactOff')}</p>;
  return (
    <fieldset className={styles.emoji} aria-label={t('guide.react')}>
      {floatingEmoji.map((sign, index) => (
        <button
          key={sign}
          type="button"
          className={styles.sign}
          aria-label={t('guide.reactWith', { emoji: sign })}
          onClick={() => floats.react(index)}
        >
          {sign}
        </button>
      ))}
    </fieldset>
  );
}

function Everybody({ view }: { readonly view: FeatureView }) {
  const { board } = view;
  const here = guideOf(view);
  const { hands, wins } = useSessionState(board);
  const isUp = hands.some(({ by }) => by === board.me.id);
  const close = () => here.open.set(false);
  return (
    <div className={styles.deeds}>
      {mayTakePart(board) && (
        <Deed
          icon={RaisedHand}
          label={t(isUp ? 'guide.handDown' : 'guide.hand')}
          keys={guideKeys.hand}
          onPress={() => {
            close();
            void raiseHand(board, !isUp);
          }}
        />
      )}
      <Deed
        icon={Flashlight}
        label={t('guide.laser')}
        keys={guideKeys.laser}
        onPress={() => {
          close();
          toggleLight(view);
        }}
      />
      <Deed
        icon={PartyPopper}
        label={t('guide.wins')}
        aside={wins.length > 0 ? String(wins.length) : null}
        onPress={() => {
          close();
          board.panel.set(winsPanel);
        }}
      />
    </div>
  );
}

function Lead({ view }: { readonly view: FeatureView }) {
  const { board } = view;
  const { settings, spotlight } = useSessionState(board);
  const facilitates = can(useSignal(board.role), 'facilitate');
  const isNeutral = board.session.person(board.me.id)?.neutral === true;
  const close = () => guideOf(view).open.set(false);
  return (
    <section className={styles.lead} aria-label={t('guide.lead')}>
      <h2 className={styles.heading}>{t('guide.everybody')}</h2>
      {isNeutral && <p className={styles.soft}>{t('guide.neutralNow')}</p>}
      <Deed
        icon={Megaphone}
        label={t('guide.summon')}
        keys={guideKeys.summon}
        onPress={() => {
          close();
          void summonEverybody(view);
        }}
      />
      <Deed
        icon={Spotlight}
        label={t(spotlight === null ? 'guide.spotlightMe' : 'guide.spotlightEnd')}
        keys={guideKeys.spotlight}
        onPress={() => {
          close();
          void setSpotlight(board, spotlight === null ? board.me.id : null);
        }}
      />
      {facilitates && (
        <>
          <Setting board={board} setting="hideCursors" label={t('guide.hideCursors')} settings={settings} />
          <Setting board={board} setting="canvasLock" label={t('guide.lock')} settings={settings} />
          <Setting board={board} setting="lobby" label={t('guide.lobby')} settings={settings} />
        </>
      )}
    </section>
  );
}

interface DeedProps {
  readonly icon: ComponentType<LucideProps>;
  readonly label: string;
  readonly keys?: string;
  readonly aside?: ReactNode;
  readonly onPress: () => void;
}

function Deed({ icon: Icon, label, keys, aside, onPress }: DeedProps) {
  return (
    <button type="button" className={styles.deed} onClick={onPress}>
      <Icon aria-hidden="true" />
      <span>{label}</span>
      {keys !== undefined && <Keys keys={keys} />}
      {aside}
    </button>
  );
}

interface SettingProps {
  readonly board: FeatureView['board'];
  readonly setting: keyof SessionSettings;
  readonly label: string;
  readonly settings: SessionSettings;
}

function Setting({ board, setting, label, settings }: SettingProps) {
  // What was pressed holds until the server has answered.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const set = async (on: boolean) => {
    setWanted(on);
    await ask(board, 'session.set', { [setting]: on });
    setWanted(null);
  };
  return (
    <label className={styles.setting}>
      <input
        type="checkbox"
        checked={wanted ?? settings[setting]}
        onChange={(event) => void set(event.target.checked)}
      />
      {label}
    </label>
  );
}
