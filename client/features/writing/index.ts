// Writing: what stands beside the caret and beside a note with web addresses. The field itself is the canvas' business.

import { findLinks } from '../../../shared/lettering/links.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Feature } from '../feature.ts';
import { NoteLinks } from './NoteLinks.tsx';
import { WritingAids } from './WritingAids.tsx';

export const writing: Feature = {
  name: 'writing',
  overlays: [WritingAids, NoteLinks],
  actions: () => [
    {
      id: 'openLink',
      label: 'action.openLink',
      keys: [],
      group: 'write',
      icon: 'ExternalLink',
      where: ['palette', 'items'],
      enabled: (editor) => firstLink(editor) !== null,
      run(editor) {
        const href = firstLink(editor);
        if (href !== null) window.open(href, '_blank', 'noopener,noreferrer');
      },
    },
  ],
};

function firstLink(editor: Editor): string | null {
  const { only } = editor.selection;
  const text = only === null ? '' : (editor.scene.get(only)?.item.text ?? '');
  return findLinks(text)[0]?.href ?? null;
}
