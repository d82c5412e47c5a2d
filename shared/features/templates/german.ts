// All templates in German, fetched by those who read it.

import type { Words } from './english.ts';
import { germanGroups } from './germanGroups.ts';
import { germanIdeas } from './germanIdeas.ts';

export const german: Words = { ...germanIdeas, ...germanGroups };
