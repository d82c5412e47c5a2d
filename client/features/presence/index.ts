// People: who is here, at the top right.

import type { Feature } from '../feature.ts';
import { People } from './People.tsx';

export const presence: Feature = {
  name: 'presence',
  corners: [{ place: 'people', view: People }],
};
