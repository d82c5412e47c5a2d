// Every key there is, by what it is for: made from the list of actions, so that it is never wrong. What hands do without
// keys stands at the end.

import { type Action, actionGroups } from '../../editor/actions.ts';
import type { Editor } from '../../editor/editor.ts';
import { type MessageId, t } from '../../text/catalogue.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { keysText } from '../../ui/keyNames.ts';
import styles from './commands.module.css';
import { closeThen, useTypedAhead } from './overTheWall.ts';

export interface KeySheetProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

const hands: readonly (readonly [does: MessageId, how: MessageId])[] = [
  ['keys.mouse.wheel', 'keys.with.wheel'],
  ['keys.mouse.zoom', 'keys.with.modWheel'],
  ['keys.mouse.pan', 'keys.with.space'],
  ['keys.mouse.double', 'keys.with.double'],
  ['keys.mouse.add', 'keys.with.shiftClick'],
  ['keys.mouse.copy', 'keys.with.altDrag'],
  ['keys.mouse.straight', 'keys.with.shiftDrag'],
  ['keys.mouse.fingers', 'keys.with.fingers'],
  ['keys.mouse.long', 'keys.with.long'],
];

const keyWords = () => ({
  mod: keysText('mod'),
  alt: keysText('alt'),
  shift: keysText('shift'),
  space: keysText('space'),
});

export default function KeySheet({ editor, onClose }: KeySheetProps) {
  const actions = [...editor.actions.all()].filter((action) => action.keys.length > 0);
  useTypedAhead(editor, ({ key }) => key === 'Escape' && closeThen(onClose));
  return (
    <Dialog
      open
      title={t('keys.title')}
      description={t('keys.text')}
      size="large"
      onlyText
      onClose={() => closeThen(onClose)}
    >
      <div className={styles.sheet}>
        {actionGroups.map((group) => (
          <Group
            key={group}
            title={t(`group.${group}`)}
            actions={actions.filter((action) => (action.group ?? 'board') === group)}
          />
        ))}
        <section className={styles.group}>
          <h3>{t('keys.mouse')}</h3>
          <dl>
            {hands.map(([does, how]) => (
              <div key={does} className={styles.line}>
                <dt>{t(does)}</dt>
                <dd>{t(how, keyWords())}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function Group({ title, actions }: { readonly title: string; readonly actions: readonly Action[] }) {
  if (actions.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>
        {actions.map((action) => (
          <div key={action.id} className={styles.line}>
            <dt>{t(action.label)}</dt>
            <dd>
              {shownKeys(action).map((keys, index) => (
                <span key={keys}>
                  {index > 0 && <span className={styles.or}>{t('keys.or')}</span>}
                  <Keys keys={keys} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Chords that are the same to the eye (the plus of the digits and that of the keypad) are shown once, two at most. */
function shownKeys(action: Action): string[] {
  const byText = new Map(action.keys.map((keys) => [keysText(keys), keys] as const).reverse());
  return [...byText.values()].reverse().slice(0, 2);
}
