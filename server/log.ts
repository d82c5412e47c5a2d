// The log: one JSON line an event on standard error, written at once, so that the last line before an end is there too.

import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type ServerLog = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

export function openLog(level: LogLevel): ServerLog {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Nothing here should ever be handed one of these; if something is, it stops at this line.
      redact: {
        paths: ['token', 'key', 'keys', 'secret', 'cookie', 'authorization', 'headers', 'links', 'url'],
        censor: '[removed]',
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
