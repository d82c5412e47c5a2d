// The names of keys: what stands on a keyboard, in the reader's language; never what the code calls them.

import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../client/text/catalogue.ts';
import { keysText } from '../../../client/ui/keyNames.ts';
import { aBoard } from '../../support/aBoard.ts';
import { aHand } from '../../support/testEditor.ts';

const chords = [
  'mod+shift+z',
  'alt+1',
  'shift+backspace',
  'delete',
  'shift+up',
  'enter',
  'f2',
  'space',
  'mod+plus',
];

describe('keys', () => {
  afterEach(() => speak('en', []));

  it('are called what is printed on them, in either language and on either kind of keyboard', async () => {
    const say = (keyboard: 'apple' | 'other') => chords.map((keys) => keysText(keys, keyboard)).join('  ');
    const english = [say('other'), say('apple')];
    await speak('de', []);
    expect([...english, say('other'), say('apple')]).toEqual([
      'Ctrl+Shift+Z  Alt+1  Shift+Backspace  Del  Shift+↑  Enter  F2  Space  Ctrl++',
      '⇧⌘Z  ⌥1  ⇧⌫  ⌦  ⇧↑  ↩  F2  Space  ⌘+',
      'Strg+Umschalt+Z  Alt+1  Umschalt+Rücktaste  Entf  Umschalt+↑  Enter  F2  Leertaste  Strg++',
      '⇧⌘Z  ⌥1  ⇧⌫  ⌦  ⇧↑  ↩  F2  Leertaste  ⌘+',
    ]);
  });

  it('of all actions there are go through the catalogue when they have a name', async () => {
    const keys = [...aHand(aBoard()).editor.actions.all()].flatMap((action) => action.keys);
    await speak('xx-pseudo', []);
    const plain = keys.filter((chord) => /[A-Za-z]{3}/.test(keysText(chord, 'other')));
    expect({ plain, some: keys.length > 60 }).toEqual({ plain: [], some: true });
  });
});
