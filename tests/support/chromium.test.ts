// Where a browser is looked for, and in which order.

import { describe, expect, it } from 'vitest';
import { findChromium } from './chromium.mjs';

/** A machine on which exactly these files are browsers that start. */
function machine(
  browsers: readonly string[],
  given: { env?: Record<string, string>; installs?: string } = {},
) {
  const works = new Set(browsers);
  return {
    env: { PATH: '/bin:/usr/bin', ...given.env },
    works: (file: string) => works.has(file),
    install() {
      if (given.installs !== undefined) works.add(given.installs);
      return given.installs !== undefined;
    },
    unpack: () => Promise.resolve('/packed/chromium'),
  };
}

describe('finding a Chromium', () => {
  it('takes the one that is named, and no other when that one does not start', async () => {
    const named = { env: { CHROMIUM_PATH: '/my/chrome' } };
    expect([
      await findChromium(machine(['/my/chrome', '/usr/bin/chromium'], named)),
      await findChromium(machine(['/usr/bin/chromium'], named)),
    ]).toEqual(['/my/chrome', null]);
  });

  it('takes an installed one, then one it may install, then the packed one, then none', async () => {
    const all = ['/usr/bin/google-chrome', '/packed/chromium'];
    expect([
      await findChromium(machine([...all, '/bin/chromium'])),
      await findChromium(machine(all)),
      await findChromium(machine(['/packed/chromium'], { installs: '/usr/bin/chromium' })),
      await findChromium(machine(['/packed/chromium'])),
      await findChromium(machine([])),
    ]).toEqual(['/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium', '/packed/chromium', null]);
  });
});
