// Everybody here by name, and one person's card: go where they are, follow them; for facilitators, what they may do here.

import { ArrowLeft, ChevronRight, Eye, EyeOff, LocateFixed, Spotlight } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { can } from '../../../shared/board/roles.ts';
import type { Here } from '../../editor/here.ts';
import { t } from '../../text/catalogue.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { MyName } from './MyName.tsx';
import styles from './People.module.css';
import { Disc, type Shown, useHands } from './People.tsx';
import { RoleSettings } from './RoleSettings.tsx';
import { useIsNeutral, useRoleOf } from './roles.ts';

export interface PeopleCardProps {
  readonly view: FeatureView;
  readonly here: readonly Here[];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly onClose: () => void;
}

export default function PeopleCard({ view, here, shown, onShow, onClose }: PeopleCardProps) {
  // Whoever leaves while their card is open leaves the list behind.
  const one = here.find(({ person }) => person.id === shown);
  return one === undefined ? (
    <Everybody view={view} here={here} onShow={onShow} />
  ) : (
    <Card key={one.person.id} view={view} here={one} onShow={onShow} onClose={onClose} />
  );
}

function Everybody({ view, here, onShow }: Pick<PeopleCardProps, 'view' | 'here' | 'onShow'>) {
  const hands = useHands(view.board);
  return (
    <>
      <h2 className={styles.heading}>{t('people.here', { count: here.length })}</h2>
      <ul className={styles.list}>
        {here.map((each) => (
          <li key={each.person.id}>
            <button type="button" className={styles.person} onClick={() => onShow(each.person.id)}>
              <Disc here={each} isUp={hands.has(each.person.id)} />
              <span dir="auto">{each.isMe ? t('people.you', { name: each.label }) : each.label}</span>
              {each.connections > 1 && (
                <span className={styles.tabs}>{t('people.tabs', { count: each.connections })}</span>
              )}
              <ChevronRight className={styles.go} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface CardProps extends Pick<PeopleCardProps, 'view' | 'onShow' | 'onClose'> {
  readonly here: Here;
}

function Card({ view, here, onShow, onClose }: CardProps) {
  const { person, label: name, initials, connections, isMe } = here;
  const role = useRoleOf(view.board, person.id);
  const isNeutral = useIsNeutral(view.board, person.id);
  const mayFacilitate = can(useSignal(view.board.role), 'facilitate');
  const card = useRef<HTMLDivElement>(null);
  // What was pressed to come here is gone, and the focus with it.
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={card} className={styles.card} tabIndex={-1}>
      <div className={styles.who}>
        <IconButton
          label={t('people.back')}
          icon={<ArrowLeft className={styles.back} />}
          tooltip={false}
          onClick={() => onShow('everybody')}
        />
        <Avatar name={name} colour={person.colour} initials={initials} />
        <div className={styles.names}>
          <h2 className={styles.name} dir="auto">
            {isMe ? t('people.you', { name }) : name}
          </h2>
          <p className={styles.soft}>
            {role !== null && t(`role.${role}`)}
            {isNeutral && ` · ${t('people.neutral')}`}
            {connections > 1 && ` · ${t('people.tabs', { count: connections })}`}
          </p>
        </div>
      </div>
      {isMe && <MyName key={person.name} board={view.board} name={person.name} />}
      {isMe && isNeutral && <p className={styles.soft}>{t('people.neutralMe')}</p>}
      {!isMe && <Ways view={view} here={here} onClose={onClose} />}
      {!isMe && mayFacilitate && role !== null && (
        <RoleSettings
          board={view.board}
          id={person.id}
          name={name}
          role={role}
          neutral={isNeutral}
          onClose={onClose}
        />
      )}
    </div>
  );
}

function Ways({ view: { board, editor }, here, onClose }: Omit<CardProps, 'onShow'>) {
  const { id } = here.person;
  const { acting, spotlight } = useSyncExternalStore(board.session.subscribe, board.session.state);
  const maySteer = can(useSignal(board.role), 'steer') || acting === board.me.id;
  const isLit = spotlight === id;
  const follows = useSignal(editor.follow.person)?.id === id;
  return (
    <div className={styles.ways}>
      <Button
        icon={<LocateFixed />}
        onClick={() => {
          editor.follow.jumpTo(id);
          onClose();
        }}
      >
        {t('people.jump')}
      </Button>
      <Button
        variant={follows ? 'soft' : 'solid'}
        icon={follows ? <EyeOff /> : <Eye />}
        onClick={() => {
          if (follows) editor.follow.stop();
          else editor.follow.start(id);
          onClose();
        }}
      >
        {t(follows ? 'people.stopFollowing' : 'people.follow')}
      </Button>
      {maySteer && (
        <Button
          icon={<Spotlight />}
          onClick={() => {
            void board.runCommand('guide.spotlight', { participant: isLit ? null : id });
            onClose();
          }}
        >
          {t(isLit ? 'people.endSpotlight' : 'people.giveSpotlight')}
        </Button>
      )}
    </div>
  );
}
