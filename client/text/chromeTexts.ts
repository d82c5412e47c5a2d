// The English of what stands round the canvas: it comes with that, after the first picture.

import { actionMenuEn } from './actionMenu.en.ts';
import { guideEn } from './guide.en.ts';
import { outlineEn } from './outline.en.ts';
import { padEn } from './pad.en.ts';
import { talkEn } from './talk.en.ts';
import { transferEn } from './transfer.en.ts';
import { votingEn } from './voting.en.ts';
import { writingEn } from './writing.en.ts';

export const chromeEn = {
  ...actionMenuEn,
  ...guideEn,
  ...outlineEn,
  ...padEn,
  ...talkEn,
  ...transferEn,
  ...votingEn,
  ...writingEn,
};
