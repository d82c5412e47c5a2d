// What the share dialog shows: choose what the guests may do, then hand on the link in whichever way is at hand. Arrives
// when it is first opened.

import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { type Role, roles } from '../../../shared/board/roles.ts';
import type { BoardInfo } from '../../../shared/protocol/api.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { LinkField } from '../../ui/LinkField.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import type { FeatureView } from '../feature.ts';
import { reachOf } from './reach.ts';
import styles from './Share.module.css';

interface InvitationProps {
  readonly board: FeatureView['board'];
  readonly info: BoardInfo;
}

export default function Invitation({ board, info }: InvitationProps) {
  const offered = roles.filter((role) => info.links[role] !== undefined);
  const [role, setRole] = useState<Role>(
    offered.includes('editor') ? 'editor' : (offered.at(-1) ?? 'viewer'),
  );
  const link = info.links[role];
  if (link === undefined) return <p>{t('share.none')}</p>;
  return (
    <div className={styles.invitation}>
      {info.reach === 'loopback' ? <OnlyHere /> : <p className={styles.soft}>{reachText(link)}</p>}
      {!window.isSecureContext && <p className={styles.soft}>{t('offline.overHttp')}</p>}
      {offered.length > 1 && <RoleChoice offered={offered} role={role} onChoose={setRole} />}
      <LinkField key={link} link={link} label={t('share.link', { role: t(`role.${role}`) })} />
      <div className={styles.atHand}>
        <QrCode text={link} label={t('share.qr')} />
        {info.code !== undefined && role === 'editor' && (
          <div>
            <p className={styles.soft}>{t('share.code')}</p>
            <p className={styles.code} dir="ltr">
              {spelled(info.code)}
            </p>
          </div>
        )}
      </div>
      {info.participant.role === 'facilitator' && <Renewal key={role} board={board} role={role} />}
    </div>
  );
}

/** What cannot be taken back is asked first, here and not in yet another window. */
function Renewal({ board, role }: { readonly board: FeatureView['board']; readonly role: Role }) {
  const [stage, setStage] = useState<'offered' | 'asked' | 'busy' | 'renewed' | 'failed'>('offered');
  const renew = async () => {
    setStage('busy');
    setStage((await board.renewLink(role)) ? 'renewed' : 'failed');
  };
  if (stage === 'offered') {
    return (
      <Button variant="quiet" icon={<RefreshCw />} className={styles.renew} onClick={() => setStage('asked')}>
        {t('share.renew')}
      </Button>
    );
  }
  if (stage === 'renewed' || stage === 'failed') {
    return (
      <p role="status" className={styles.soft}>
        {t(stage === 'renewed' ? 'share.renewed' : 'share.renewFailed')}
      </p>
    );
  }
  return (
    <div className={styles.renewal}>
      <p>{t('share.renewSure')}</p>
      <Button autoFocus onClick={() => setStage('offered')}>
        {t('share.renewNo')}
      </Button>
      <Button variant="danger" busy={stage === 'busy'} onClick={() => void renew()}>
        {t('share.renewYes')}
      </Button>
    </div>
  );
}

/** The truth before the link: it leads nowhere from another machine. */
function OnlyHere() {
  const [before, after] = t('share.loopbackHow').split(/<c>.*<\/c>/);
  const command = /<c>(.*)<\/c>/.exec(t('share.loopbackHow'))?.[1];
  return (
    <div className={styles.onlyHere}>
      <TriangleAlert aria-hidden="true" />
      <p>
        <strong>{t('share.loopback')}</strong> {before}
        <code dir="ltr">{command}</code>
        {after}
      </p>
    </div>
  );
}

interface RoleChoiceProps {
  readonly offered: readonly Role[];
  readonly role: Role;
  readonly onChoose: (role: Role) => void;
}

function RoleChoice({ offered, role, onChoose }: RoleChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.roles}>
      <legend className={styles.soft}>{t('share.as')}</legend>
      {[...offered].reverse().map((each) => (
        <label key={each} className={cx(styles.role, each === role && styles.chosen)}>
          <input type="radio" name={name} checked={each === role} onChange={() => onChoose(each)} />
          <span>
            <strong>{t(`role.${each}`)}</strong>
            <span className={styles.may}>{t(`share.may.${each}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function reachText(link: string): string {
  const { kind, host } = reachOf(link);
  return t(`share.reach.${kind}`, { host });
}

/** In two halves, which is how people read it out. */
function spelled(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
