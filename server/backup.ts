// The automatic backup: every hour in which something changed, kept by hours for a day and by days for two weeks.

import type { Cancel, Env } from '../shared/lib/env.ts';
import type { CoreLog } from './core.ts';
import { listBackups, removeBackup, writeBackup } from './storage/backupFolder.ts';
import type { DataFolder } from './storage/openStorage.ts';
import { timeName } from './storage/places.ts';

export interface BackupOptions {
  readonly disk: DataFolder;
  readonly env: Env;
  readonly log: CoreLog;
  /** An hour unless said otherwise. */
  readonly everyMs?: number;
}

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** A start is busy enough. */
const firstMs = 60_000;
const hoursKept = 24;
const daysKept = 14;

export interface BackupKeeping {
  /** Waits for a backup that is being made. */
  idle(): Promise<void>;
  /** No more backups; waits for one that is being made. */
  stop(): Promise<void>;
}

/** Starts the automatic backup. */
export function keepBackups({ disk, env, log, everyMs = hourMs }: BackupOptions): BackupKeeping {
  let cancel: Cancel = () => {};
  let isStopped = false;
  // What an earlier process wrote may not be saved yet, so the first one is made whatever has changed.
  let savedAt = -1;

  const plan = (delayMs: number) => {
    if (isStopped) return;
    cancel = env.scheduler.after(delayMs, () => {
      working = make().then(() => plan(everyMs));
    });
  };
  const make = async () => {
    const changes = disk.changeCount();
    if (changes === savedAt) return;
    try {
      const place = await writeBackup(disk, timeName(env.clock.now()));
      savedAt = changes;
      log.info({ place }, 'backup made');
      for (const name of notKept(await listBackups(disk.folder))) await removeBackup(disk.folder, name);
    } catch (error) {
      log.error({ error: messageOf(error) }, 'the backup failed');
    }
  };
  // A server that is often restarted must come to its backup too: its hour began with the newest one.
  let working = listBackups(disk.folder)
    .then((names) => {
      const newest = Math.max(...names.map((name) => timeOfName(name) ?? 0), 0);
      plan(Math.min(everyMs, Math.max(firstMs, newest + everyMs - env.clock.now())));
    })
    .catch((error: unknown) => {
      log.error({ error: messageOf(error) }, 'the backups cannot be listed');
      plan(everyMs);
    });
  return {
    idle: () => working,
    stop() {
      isStopped = true;
      cancel();
      return working;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Of backups named by their times, those to be removed. Names that are no times are nobody's business here. */
export function notKept(names: readonly string[]): string[] {
  const dated = names.flatMap((name) => {
    const time = timeOfName(name);
    return time === null ? [] : [{ name, time }];
  });
  dated.sort((a, b) => b.time - a.time);
  const kept = new Set([...newestOfEach(dated, hourMs, hoursKept), ...newestOfEach(dated, dayMs, daysKept)]);
  return dated.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}

/** The newest backup of each of the last `count` periods that have one. `dated` is newest first. */
function newestOfEach(
  dated: readonly { name: string; time: number }[],
  periodMs: number,
  count: number,
): string[] {
  const newest = new Map<number, string>();
  for (const { name, time } of dated) {
    const period = Math.floor(time / periodMs);
    if (!newest.has(period)) newest.set(period, name);
  }
  return [...newest.values()].slice(0, count);
}

function timeOfName(name: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z$/.exec(name);
  const time = match ? Date.parse(`${match[1]}T${match[2]}:${match[3]}:${match[4]}Z`) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
