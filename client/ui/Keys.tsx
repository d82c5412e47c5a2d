// A key or a chord, drawn as keys, with the names that are printed on this machine's keyboard in the reader's language.

import styles from './Keys.module.css';
import { type KeyboardKind, keysText } from './keyNames.ts';

export interface KeysProps {
  readonly keys: string;
  /** Only the gallery shows keys of a machine it does not run on. */
  readonly keyboard?: KeyboardKind;
}

export function Keys({ keys, keyboard }: KeysProps) {
  return (
    <kbd className={styles.keys} dir="ltr">
      {keysText(keys, keyboard)}
    </kbd>
  );
}
