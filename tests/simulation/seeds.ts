// Seeds that once found something. They never leave.

import type { Story } from './stories.ts';

export const keptSeeds: readonly { readonly story: Story; readonly seed: number; readonly what: string }[] =
  [];
