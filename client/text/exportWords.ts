// What the window of all files says: its English comes with it and is in nobody's first load.

import { addTexts, language, t, textLocales } from './catalogue.ts';
import { exportEn } from './export.en.ts';

addTexts(exportEn);

export { language, t, textLocales };
