// What the table of ideas says: its English comes with it and is in nobody's first load.

import { addTexts, language, t, textLocales } from './catalogue.ts';
import { tableEn } from './table.en.ts';

addTexts(tableEn);

export { language, t, textLocales };
