// One line that follows the tool and the moment. Where fingers point, it speaks of fingers and not of keys.

import type { Editor } from '../../editor/editor.ts';
import { type MessageId, t } from '../../text/catalogue.ts';
import { keysText } from '../../ui/keyNames.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import styles from './HintLine.module.css';

/** Hints about keys, and what to say instead; null for what only a keyboard can do. */
const forFingers: Partial<Record<MessageId, MessageId | null>> = {
  'hint.start': 'touch.start',
  'hint.selectedOne': 'touch.selectedOne',
  'hint.selectedMany': 'touch.selectedMany',
  'hint.collapsed': 'touch.collapsed',
  'hint.brush': 'touch.brush',
  'hint.translating': 'touch.translating',
  'hint.resizing': null,
  'hint.editing': 'touch.editing',
  'hint.editingTitle': 'touch.editingTitle',
  'hint.hand': 'touch.hand',
  'hint.placeNote': 'touch.placeNote',
  'hint.vote': 'touch.vote',
  'hint.laser': 'touch.laser',
};

/** Keys that hints speak of, as they are called on this machine and in this language. */
const keyWords = () => ({
  shift: keysText('shift'),
  enter: keysText('enter'),
  escape: keysText('escape'),
  tab: keysText('tab'),
  below: keysText('mod+enter'),
});

export function HintLine({ editor }: { readonly editor: Editor }) {
  const hint = useSignal(editor.hint);
  const fingers = useMedia('(pointer: coarse)');
  const said = fingers && hint in forFingers ? forFingers[hint] : hint;
  return said ? <p className={styles.hint}>{t(said, keyWords())}</p> : null;
}
