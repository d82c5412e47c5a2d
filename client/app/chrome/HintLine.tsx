// One line that follows the tool and the moment.

import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import { useSignal } from '../../ui/useSignal.ts';
import styles from './HintLine.module.css';

export function HintLine({ editor }: { readonly editor: Editor }) {
  const hint = useSignal(editor.hint);
  return <p className={styles.hint}>{t(hint)}</p>;
}
