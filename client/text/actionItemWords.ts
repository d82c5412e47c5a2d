// What action items and series say: their English comes with them and is in nobody's first load.

import { actionItemsEn } from './actionItems.en.ts';
import { addTexts, t } from './catalogue.ts';

addTexts(actionItemsEn);

export { t };
