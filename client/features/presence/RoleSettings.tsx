// What a facilitator may change about somebody: their role, who leads, and whether they stay. Effective at once.

import { Handshake, UserX } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { type Role, roles } from '../../../shared/board/roles.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './People.module.css';
import { type Board, handOver, remove, type Standing, setRole, standingWords } from './roles.ts';

export interface RoleSettingsProps {
  readonly board: Board;
  readonly id: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly neutral: boolean;
  readonly onClose: () => void;
}

/** From most to least powerful; the neutral one leads as well. */
const standings: readonly Standing[] = [
  { role: 'facilitator', neutral: false },
  { role: 'facilitator', neutral: true },
  ...[...roles]
    .reverse()
    .filter((role) => role !== 'facilitator')
    .map((role) => ({ role, neutral: false })),
];

const nameOf = ({ role, neutral }: Standing) => (neutral ? `${role} neutral` : role);

export function RoleSettings({ board, id, name, role, neutral, onClose }: RoleSettingsProps) {
  const [sure, setSure] = useState<'remove' | 'handOver' | null>(null);
  const field = useId();
  const from = { role, neutral };
  if (sure !== null) {
    const isRemoval = sure === 'remove';
    return (
      <Question
        label={t(isRemoval ? 'people.remove' : 'people.handOver', { name })}
        text={t(isRemoval ? 'people.removeSure' : 'people.handOverSure', { name })}
        no={t(isRemoval ? 'people.removeNo' : 'people.handOverNo')}
        onNo={() => setSure(null)}
      >
        <Button
          variant={isRemoval ? 'danger' : 'solid'}
          onClick={() => {
            onClose();
            void (isRemoval ? remove : handOver)(board, id, name);
          }}
        >
          {t(isRemoval ? 'people.removeYes' : 'people.handOverYes')}
        </Button>
      </Question>
    );
  }
  return (
    <div className={styles.settings}>
      <label htmlFor={field} className={styles.soft}>
        {t('people.role')}
      </label>
      <select
        id={field}
        className={styles.select}
        value={nameOf(from)}
        onChange={(event) => {
          const to = standings.find((each) => nameOf(each) === event.target.value);
          if (to !== undefined) void setRole(board, { id, name, from, to });
        }}
      >
        {standings.map((each) => (
          <option key={nameOf(each)} value={nameOf(each)}>
            {standingWords(each)}
          </option>
        ))}
      </select>
      <Button
        variant="quiet"
        className={styles.deed}
        icon={<Handshake />}
        onClick={() => setSure('handOver')}
      >
        {t('people.handOver', { name })}
      </Button>
      <Button variant="quiet" className={styles.remove} icon={<UserX />} onClick={() => setSure('remove')}>
        {t('people.remove')}
      </Button>
    </div>
  );
}

interface QuestionProps {
  readonly label: string;
  readonly text: string;
  readonly no: string;
  readonly onNo: () => void;
  /** The button that does it. */
  readonly children: ReactNode;
}

function Question({ label, text, no, onNo, children }: QuestionProps) {
  return (
    <section className={styles.settings} aria-label={label}>
      <p className={styles.sure}>{text}</p>
      <div className={styles.ways}>
        {/* What was pressed to come here is gone; the safe answer is nearest. */}
        <Button autoFocus onClick={onNo}>
          {no}
        </Button>
        {children}
      </div>
    </section>
  );
}
