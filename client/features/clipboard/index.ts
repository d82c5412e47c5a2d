// Copy, cut and paste of items, by the browser's own events: they need no permission and work over plain http.

import type { Action } from '../../editor/actions.ts';
import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import { keysText } from '../../ui/keyNames.ts';
import { toast } from '../../ui/Toast.tsx';
import type { Feature } from '../feature.ts';
import { askBrowser, listenToClipboard, pasteAgain } from './clipboardEvents.ts';

const hasSelection = (editor: Editor): boolean => editor.selection.size > 0;
const writable = (editor: Editor): boolean => !editor.readOnly.get();

export const clipboard: Feature = {
  name: 'clipboard',
  actions: () => [
    native('copy', 'mod+c', { icon: 'Copy', enabled: hasSelection, run: () => tryTo('copy', 'mod+c') }),
    native('cut', 'mod+x', {
      icon: 'Scissors',
      enabled: (editor) => writable(editor) && hasSelection(editor),
      run: () => tryTo('cut', 'mod+x'),
    }),
    {
      ...native('paste', 'mod+v', { icon: 'ClipboardPaste', enabled: writable, run: pasteAgain }),
      where: ['palette', 'items', 'canvas'],
    },
  ],
  onBoardOpen: listenToClipboard,
};

function native(
  id: 'copy' | 'cut' | 'paste',
  keys: string,
  rest: Pick<Action, 'enabled' | 'run'> & { readonly icon: string },
): Action {
  return {
    id,
    label: `action.${id}`,
    keys: [keys],
    nativeKeys: true,
    group: 'clipboard',
    where: ['palette', 'items'],
    ...rest,
  };
}

function tryTo(command: 'copy' | 'cut', keys: string): void {
  if (askBrowser(command)) return;
  toast({ text: t('clipboard.failed', { keys: keysText(keys) }), tone: 'trouble' });
}
