// A key or a chord, drawn as keys. `mod` is Command on Apple machines and Ctrl elsewhere.

import styles from './Keys.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** `mod+shift+z` as people of this machine read it. */
export function keysText(keys: string): string {
  const names = keys.split('+').map((key) => {
    if (key === 'mod') return isApple ? '⌘' : 'Ctrl';
    if (key === 'shift') return isApple ? '⇧' : 'Shift';
    if (key === 'alt') return isApple ? '⌥' : 'Alt';
    return key.length === 1 ? key.toUpperCase() : key;
  });
  return names.join(isApple ? '' : '+');
}

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <kbd className={styles.keys} dir="ltr">
      {keysText(keys)}
    </kbd>
  );
}
