// For eyes: with a folder in PICTURES what a test has on the screen is kept there.

import type { Page } from 'playwright-core';

export async function keepPicture(page: Page, name: string): Promise<void> {
  const { PICTURES } = process.env;
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}
