// Templates for the gallery: all of them to choose from, a few of them, and what those read who find none.

import { TemplateGallery } from '../templates/TemplateGallery.tsx';
import { TemplateTiles } from '../templates/TemplateTiles.tsx';
import { useChoices } from '../templates/useChoices.ts';
import { samples } from './gallerySamples.ts';

const nothing = () => {};

export function Templates() {
  const mine = useChoices()
    ?.slice(0, 2)
    .map((choice) => ({
      ...choice,
      key: `mine-${choice.key}`,
      mine: true,
      template: { ...choice.template, title: samples.long },
    }));
  return (
    <>
      <TemplateGallery title={null} few={4} onChoose={nothing} onFile={nothing} />
      <TemplateGallery title={null} few={null} onChoose={nothing} onFile={nothing} />
      {mine !== undefined && <TemplateTiles choices={mine} inShelves={false} onChoose={nothing} />}
    </>
  );
}
