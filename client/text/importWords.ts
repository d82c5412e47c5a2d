// What the import dialog says: its English comes with it and is in nobody's first load.

import { addTexts, t } from './catalogue.ts';
import { importEn } from './import.en.ts';

addTexts(importEn);

export { t };
