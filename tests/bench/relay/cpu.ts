// CPU seconds a process has used, and its memory, as the system counts them. Linux: from /proc.

import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;
const pageBytes = 4096;

export function cpuSeconds(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

export function residentMb(pid: number): number {
  return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes) / 1e6;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Share of one core that the server used meanwhile. */
export async function used(server: { readonly pid: number }, work: () => Promise<void>): Promise<number> {
  const [cpu, start] = [cpuSeconds(server.pid), performance.now()];
  await work();
  return (cpuSeconds(server.pid) - cpu) / ((performance.now() - start) / 1000);
}
