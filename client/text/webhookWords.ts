// What the window about a webhook says: its English comes with it and is in nobody's first load.

import { addTexts, t } from './catalogue.ts';
import { webhookEn } from './webhook.en.ts';

addTexts(webhookEn);

export { t };
