// People: who is here, at the top right; going where they are, and following them.

import type { Feature, FeatureView } from '../feature.ts';
import { Following } from './Following.tsx';
import { NameDoor } from './NameDoor.tsx';
import { People } from './People.tsx';

export const presence: Feature = {
  name: 'presence',
  corners: [{ place: 'people', view: People }],
  overlays: [Following, NameDoor],
  onBoardOpen: followEyes,
};

/** Eyes that want no motion are taken straight to the place. */
function followEyes({ editor }: FeatureView): () => void {
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  const tell = () => {
    editor.follow.still = stillness.matches;
  };
  tell();
  stillness.addEventListener('change', tell);
  return () => stillness.removeEventListener('change', tell);
}
