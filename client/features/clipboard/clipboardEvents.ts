// The copy and cut events of the browser, where they are meant for the wall and not for a field or a dialog, and what was
// pasted on it.

import { removeAlone } from '../../../shared/board/clusters.ts';
import { limits } from '../../../shared/board/limits.ts';
import type { Vec } from '../../../shared/lib/geometry.ts';
import { freeItems } from '../../editor/chosen.ts';
import { type Clip, clipOfSelection } from '../../editor/clip.ts';
import type { Editor } from '../../editor/editor.ts';
import { whileNewest } from '../../editor/newestStep.ts';
import { t } from '../../text/catalogue.ts';
import { hasOwnKeys } from '../../ui/hasOwnKeys.ts';
import { keysText } from '../../ui/keyNames.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';

/** What this page copied last, for a menu: browsers give the rest to nobody but their own keys. */
let copiedLast: Clip | null = null;
/** An action asked for the event that comes now, wherever the browser thinks the focus is. */
let asked = false;

export function listenToClipboard({ editor }: FeatureView): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  window.addEventListener('copy', (event) => copy(editor, event), { signal });
  window.addEventListener('cut', (event) => copy(editor, event), { signal });
  // Perhaps pasted before any of this was here.
  const stopReading = editor.pastes.read((clip) => pasteInTurn(editor, clip));
  return () => {
    controller.abort();
    stopReading();
    // Its undo belongs to this board.
    dismiss();
  };
}

/** Copies or cuts the selection through the browser's own event. False when the browser would not. */
export function askBrowser(command: 'copy' | 'cut'): boolean {
  // Some browsers copy only where something is selected.
  const field = document.createElement('textarea');
  const active = document.activeElement;
  field.value = ' ';
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  asked = true;
  try {
    return document.execCommand(command);
  } catch {
    return false;
  } finally {
    asked = false;
    field.remove();
    if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  }
}

/** From a menu: what this page copied last. What others put on the clipboard needs the keys. */
export function pasteAgain(editor: Editor): void {
  if (copiedLast === null) toast({ text: t('clipboard.useKeys', { keys: keysText('mod+v') }) });
  else pasteInTurn(editor, copiedLast);
}

function copy(editor: Editor, event: ClipboardEvent): void {
  if (!asked && hasOwnKeys(event.target)) return;
  // Words of the page that somebody has marked are theirs to copy.
  if (!asked && !(document.getSelection()?.isCollapsed ?? true)) return;
  const clip = clipOfSelection(editor);
  if (clip === null || event.clipboardData === null) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', clip.text);
  event.clipboardData.setData('text/html', clip.html);
  copiedLast = clip;
  if (event.type === 'cut') {
    // What is locked is copied, and stays.
    const free = freeItems(editor).map((item) => item.id);
    const ids = editor.scene.itemsInside(free).flatMap((item) => (item.locked ? [] : item.id));
    editor.toolbox.complete();
    editor.change((board) => removeAlone(board, ids));
  }
}

let dismiss = () => {};

let turn = Promise.resolve();

/** One after the other, as they were pasted: what the first of them needs may still be on its way. */
function pasteInTurn(editor: Editor, clip: Clip): void {
  const { pointer } = editor.hand;
  const paste = () => pasteHere(editor, clip, pointer);
  turn = turn.then(paste, paste);
}

async function pasteHere(editor: Editor, clip: Clip, pointer: Vec | null): Promise<void> {
  if (editor.readOnly.get()) {
    toast({ text: t('clipboard.readOnly') });
    return;
  }
  // Not needed before somebody pastes.
  const part = await import('../../editor/pasting.ts').catch(() => null);
  if (part === null) {
    toast({ text: t('commands.failed'), tone: 'trouble' });
    return;
  }
  const { paste, pastedLinesMax } = part;
  const pasting = await paste(editor, clip, pointer);
  if (pasting.kind === 'tooMany') {
    toast({
      text: t('paste.tooMany', { max: pastedLinesMax }),
      action: { label: t('import.open'), run: () => void editor.run('import.open') },
    });
  }
  if (pasting.kind === 'full') {
    const { count, room } = pasting;
    toast({ text: t('clipboard.full', { count, room, max: limits.itemsMax }), tone: 'trouble' });
  }
  if (pasting.kind === 'made' && pasting.count > 1) {
    dismiss = toast({
      text: t('clipboard.pasted', { count: pasting.count, notes: pasting.notes ? 'yes' : 'no' }),
      action: { label: t('people.undo'), run: () => void editor.run('undo') },
    });
    whileNewest(editor.undo, dismiss);
  }
}
