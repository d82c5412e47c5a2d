// What the session under way lets people do, beside what their role allows. Derived from the `session` document by the
// server, which decides, and by the client, which explains.

/** Who may write `canvas` at the moment. The server itself always may. */
export type CanvasWriters = 'editors' | 'facilitators' | 'nobody';

export interface Rules {
  readonly canvas: CanvasWriters;
}

/** Outside of every phase. */
export const openRules: Rules = { canvas: 'editors' };
