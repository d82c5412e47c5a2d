// Fingers on a page, through the browser's own input: taps, drags, pinches and long presses as a touch screen reports them.

import type { CDPSession, Page } from 'playwright-core';

interface Point {
  readonly x: number;
  readonly y: number;
}

const steps = 8;
/** Well over the half second that makes one, which a busy page sees late. */
const longPressMs = 1_200;

export class Fingers {
  private readonly page: Page;
  private readonly session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(page, await page.context().newCDPSession(page));
  }

  async tap(at: Point): Promise<void> {
    await this.touch('touchStart', [at]);
    await this.touch('touchEnd', []);
  }

  /** As quick as a hand is, however busy the machine. */
  async doubleTap(at: Point): Promise<void> {
    const start = Date.now() / 1000;
    const beside = { x: at.x + 2, y: at.y - 1 };
    await this.touch('touchStart', [at], start);
    await this.touch('touchEnd', [], start + 0.04);
    await this.touch('touchStart', [beside], start + 0.12);
    await this.touch('touchEnd', [], start + 0.16);
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.touch('touchStart', [from]);
    for (const at of between(from, to)) await this.touch('touchMove', [at]);
    await this.touch('touchEnd', []);
  }

  /** Takes hold of what lies there, and looks only then for where to put it. */
  async carry(from: Point, whereTo: () => Promise<Point>): Promise<void> {
    await this.touch('touchStart', [from]);
    for (const at of between(from, await whereTo())) await this.touch('touchMove', [at]);
    await this.touch('touchEnd', []);
  }

  /** Two fingers, `apart` pixels from each other, that end `factor` times as far apart. */
  async pinch(middle: Point, apart: number, factor: number): Promise<void> {
    const at = (distance: number) => [
      { x: middle.x - distance / 2, y: middle.y },
      { x: middle.x + distance / 2, y: middle.y },
    ];
    await this.touch('touchStart', at(apart).slice(0, 1));
    await this.touch('touchStart', at(apart));
    for (let step = 1; step <= steps; step++)
      await this.touch('touchMove', at(apart * (1 + ((factor - 1) * step) / steps)));
    await this.touch('touchEnd', []);
  }

  /** Rests for longer than a tap: here time itself is what the page waits for. */
  async longPress(at: Point): Promise<void> {
    await this.touch('touchStart', [at]);
    await this.page.waitForTimeout(longPressMs);
    await this.touch('touchEnd', []);
  }

  private async touch(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly Point[],
    /** Seconds since 1970; now without it. */
    timestamp?: number,
  ): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
      ...(timestamp !== undefined && { timestamp }),
    });
    // What the page does with it is drawn before the next one comes, as on a real screen.
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

function between(from: Point, to: Point): Point[] {
  return Array.from({ length: steps }, (_, index) => {
    const part = (index + 1) / steps;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  });
}
