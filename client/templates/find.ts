// Finding a template by what somebody has in mind.

import type { Template, TemplateGroup } from '../../shared/features/templates/template.ts';
import type { MyTemplate } from './myTemplates.ts';

/** Something to choose in the gallery. */
export interface Choice {
  /** Unique in the gallery. */
  readonly key: string;
  readonly template: Template;
  /** Kept in this browser. */
  readonly mine: boolean;
}

export const shelves = ['mine', 'ideas', 'decide', 'lookBack', 'together'] as const;
export type GalleryShelf = (typeof shelves)[number];

export function choicesOf(offered: readonly Template[], mine: readonly MyTemplate[]): readonly Choice[] {
  return [
    ...mine.map(({ key, template }) => ({ key: `mine-${key}`, template, mine: true })),
    ...offered.map((template) => ({ key: template.id, template, mine: false })),
  ];
}

export function shelfOf({ mine, template }: Choice): GalleryShelf {
  return mine ? 'mine' : (template.group ?? ('ideas' satisfies TemplateGroup));
}

/** The first of each shelf before the second of any: what is shown first shows how much there is. */
export function oneOfEach(choices: readonly Choice[]): readonly Choice[] {
  const rank = (choice: Choice) => {
    const shelf = choices.filter((other) => shelfOf(other) === shelfOf(choice));
    return shelf.indexOf(choice) * shelves.length + shelves.indexOf(shelfOf(choice));
  };
  return [...choices].sort((a, b) => rank(a) - rank(b));
}

/** Every word is somewhere in its title, in what it is for, or in a step. Nothing typed finds everything. */
export function foundIn(choices: readonly Choice[], search: string): readonly Choice[] {
  const words = plain(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return choices.filter(({ template }) => {
    const where = plain(
      [template.title, template.purpose, ...template.agenda.map(({ title }) => title)].join(' '),
    );
    return words.every((word) => where.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
