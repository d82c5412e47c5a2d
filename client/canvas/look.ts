// Theme, fonts and words as the painter wants them, measured in a browser.

import { WordWidths } from '../../shared/lettering/wordWidths.ts';
import { t } from '../text/catalogue.ts';
import { readCanvasTheme } from '../theme/canvasTheme.ts';
import { NoteTexts } from './noteTexts.ts';
import type { Look } from './paintItems.ts';
import { canvasTypeface } from './typeface.ts';
import { titleWeight } from './views/cluster.ts';

/** Null where a browser gives no 2D context, which leaves nothing to draw on anyway. */
export function readLook(host: HTMLElement): Look | null {
  const context = host.ownerDocument.createElement('canvas').getContext('2d');
  if (context === null) return null;
  const theme = readCanvasTheme(host);
  const titleFace = canvasTypeface(context, { weight: titleWeight, family: theme.noteFont });
  return {
    theme,
    texts: new NoteTexts(canvasTypeface(context, { weight: 400, family: theme.noteFont })),
    titles: { widths: new WordWidths(titleFace.measure), metrics: titleFace.metrics },
    labels: {
      untitled: t('canvas.untitledCluster'),
      unreadable: t('canvas.unreadable'),
      notes: (count) => t('canvas.noteCount', { count }),
    },
  };
}
