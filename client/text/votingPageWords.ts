// What the voting page says: its English comes with it and is in nobody else's first load.

import { addTexts, t, textLocales } from './catalogue.ts';
import { votingEn } from './voting.en.ts';
import { votingPageEn } from './votingPage.en.ts';

addTexts({ ...votingEn, ...votingPageEn });

export { t, textLocales };
