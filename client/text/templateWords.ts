// What parts about templates say: their English comes with them and is in nobody's first load.

import { addTexts, t } from './catalogue.ts';
import { templatesEn } from './templates.en.ts';

addTexts(templatesEn);

export { t };
