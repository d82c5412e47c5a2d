// What planned votes, results and decisions say: their English comes with them and is in nobody's first load.

import { addTexts, t } from './catalogue.ts';
import { resultsEn } from './results.en.ts';

addTexts(resultsEn);

export { t };
