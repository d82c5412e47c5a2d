// What the window of the summary says: its English comes with it and is in nobody's first load.

import { addTexts, language, t } from './catalogue.ts';
import { summaryEn } from './summary.en.ts';

addTexts(summaryEn);

export { language, t };
