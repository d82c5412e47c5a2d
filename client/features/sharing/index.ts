// Inviting others: links by role, a code to type, a picture to scan.

import type { Feature } from '../feature.ts';
import { Share } from './Share.tsx';

export const sharing: Feature = {
  name: 'sharing',
  corners: [{ place: 'people', view: Share }],
};
