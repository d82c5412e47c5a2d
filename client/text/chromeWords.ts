// Adds the English of what stands round the canvas; whoever shows any of it imports this first.

import { addTexts } from './catalogue.ts';
import { chromeEn } from './chromeTexts.ts';

addTexts(chromeEn);
