// What the bar and the panel of a session say: their English comes with them and is in nobody's first load.

import { addTexts, t } from './catalogue.ts';
import { sessionViewEn } from './sessionView.en.ts';

addTexts(sessionViewEn);

export { t };
