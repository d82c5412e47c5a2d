// What actions ask to have opened over the board: the palette, the sheet of keys, the context menu. Each is fetched when it
// is wanted first, and before that when there is nothing better to do; keys that are pressed meanwhile wait in the editor.

import { type ComponentType, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { FeatureView } from '../../features/feature.ts';
import { t } from '../../text/catalogue.ts';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { ContextMenuProps } from './ContextMenu.tsx';
import type { KeySheetProps } from './KeySheet.tsx';
import { focusCanvas } from './overTheWall.ts';
import type { PaletteProps } from './Palette.tsx';

interface Parts {
  readonly palette?: ComponentType<PaletteProps>;
  readonly keys?: ComponentType<KeySheetProps>;
  readonly menu?: ComponentType<ContextMenuProps>;
}

const fetches: Readonly<Record<keyof Parts, () => Promise<Parts>>> = {
  palette: async () => ({ palette: (await import('./Palette.tsx')).default }),
  keys: async () => ({ keys: (await import('./KeySheet.tsx')).default }),
  menu: async () => ({ menu: (await import('./ContextMenu.tsx')).default }),
};

export function Commands({ view }: { readonly view: FeatureView }) {
  const { editor } = view;
  const asked = useSignal(editor.asked);
  const close = useCallback(() => editor.asked.set(null), [editor]);
  const drop = useCallback(() => editor.typedAhead.drop(), [editor]);
  const parts = useParts(asked?.kind ?? null, drop);
  const { palette: Palette, keys: KeySheet, menu: ContextMenu } = parts;
  const isComing = asked !== null && parts[asked.kind] === undefined;
  useEffect(() => drop, [drop]);
  // A button that asked for it would take Enter and the arrows for itself meanwhile.
  useLayoutEffect(() => {
    if (isComing) focusCanvas();
  }, [isComing]);
  switch (asked?.kind) {
    case 'palette':
      return Palette ? <Palette view={view} onClose={close} /> : null;
    case 'keys':
      return KeySheet ? <KeySheet editor={editor} onClose={close} /> : null;
    case 'menu': {
      const { at } = asked;
      return ContextMenu ? (
        <ContextMenu key={`${at.x} ${at.y}`} editor={editor} at={at} onClose={close} />
      ) : null;
    }
    default:
      return null;
  }
}

const idleMs = 4_000;

function useParts(wanted: keyof Parts | null, onFail: () => void): Parts {
  const [parts, setParts] = useState<Parts>({});
  const isThere = wanted === null || parts[wanted] !== undefined;
  const take = useCallback((more: Parts) => setParts((some) => ({ ...some, ...more })), []);
  useEffect(() => {
    if (wanted === null || isThere) return;
    fetches[wanted]()
      .then(take)
      .catch(() => {
        // No way to the server, or it has another version now: the wall itself works on.
        toast({ text: t('commands.failed'), tone: 'trouble' });
        onFail();
      });
  }, [wanted, isThere, take, onFail]);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      for (const fetch of Object.values(fetches)) fetch().then(take, () => {});
    }, idleMs);
    return () => window.clearTimeout(timer);
  }, [take]);
  return parts;
}
