// What the window about a live feed says: its English comes with it and is in nobody's first load.

import { addTexts, t, textLocales } from './catalogue.ts';
import { feedEn } from './feed.en.ts';

addTexts(feedEn);

export { t, textLocales };
