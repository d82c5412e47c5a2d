// A key or a chord, drawn as keys. `mod` is Command on Apple machines and Ctrl elsewhere.

import styles from './Keys.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

const names: Readonly<Record<string, string>> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: isApple ? '⇧' : 'Shift',
  alt: isApple ? '⌥' : 'Alt',
  plus: '+',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  escape: 'Esc',
  delete: isApple ? '⌫' : 'Del',
  enter: '↵',
  backspace: isApple ? '⌫' : '⟵',
  contextmenu: '☰',
};

/** `mod+shift+z` as people of this machine read it. */
export function keysText(keys: string): string {
  const parts = keys.split('+').map((key) => names[key] ?? `${key.charAt(0).toUpperCase()}${key.slice(1)}`);
  return parts.join(isApple ? '' : '+');
}

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <kbd className={styles.keys} dir="ltr">
      {keysText(keys)}
    </kbd>
  );
}
