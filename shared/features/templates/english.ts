// All templates in English, and what every other language has to say as well.

import { englishGroups } from './englishGroups.ts';
import { englishIdeas } from './englishIdeas.ts';

export const english = { ...englishIdeas, ...englishGroups } as const;

/** The same texts in another language. */
export type SameAs<Texts extends Readonly<Record<string, { layout: object; steps: object }>>> = {
  readonly [Id in keyof Texts]: {
    readonly title: string;
    readonly purpose: string;
    readonly layout: Readonly<Record<keyof Texts[Id]['layout'], string>>;
    readonly steps: Readonly<Record<keyof Texts[Id]['steps'], readonly [title: string, prompt: string]>>;
  };
};

export type Words = SameAs<typeof english>;
