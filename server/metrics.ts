// Figures for Prometheus. Counts what the other parts tell; nothing in them names a person or a board.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RoomStats } from './rooms.ts';

export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly closes: Counter<'code'>;
  private readonly sockets: Gauge;

  /** `stats` is asked whenever somebody reads the figures. */
  constructor(stats: () => RoomStats) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'wallflower_http_request_seconds',
      help: 'Time from a request to its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.025, 0.1, 0.5, 2.5, 10],
      registers,
    });
    this.closes = new Counter({
      name: 'wallflower_socket_closes_total',
      help: 'Sockets closed, by close code.',
      labelNames: ['code'],
      registers,
    });
    this.sockets = new Gauge({ name: 'wallflower_sockets', help: 'Sockets open now.', registers });
    this.registerCore(stats);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** `route` is the pattern, not the address: an address may hold a code. */
  answered(request: { method: string; route: string; status: number; seconds: number }): void {
    const { method, route, status, seconds } = request;
    this.requests.observe({ method, route, status }, seconds);
  }

  socketOpened(): void {
    this.sockets.inc();
  }

  socketClosed(code: number): void {
    this.sockets.dec();
    this.closes.inc({ code });
  }

  private registerCore(stats: () => RoomStats): void {
    const registers = [this.registry];
    for (const [name, help, read] of gauges) {
      new Gauge({
        name: `wallflower_${name}`,
        help,
        registers,
        collect() {
          this.set(read(stats()));
        },
      });
    }
    for (const [name, help, read] of counters) {
      new Counter({
        name: `wallflower_${name}_total`,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(read(stats()));
        },
      });
    }
    new Counter({
      name: 'wallflower_rejects_total',
      help: 'Document messages refused, by reason.',
      labelNames: ['code'],
      registers,
      collect() {
        this.reset();
        for (const [code, count] of Object.entries(stats().rejects)) this.inc({ code }, count);
      },
    });
  }
}

type Figure = readonly [name: string, help: string, read: (stats: RoomStats) => number];

const gauges: readonly Figure[] = [
  ['rooms', 'Boards in memory.', (stats) => stats.rooms],
  ['docs', 'Documents in memory.', (stats) => stats.docs],
  ['connections', 'Connections to documents.', (stats) => stats.connections],
];

const counters: readonly Figure[] = [
  ['commits', 'Batches made durable.', (stats) => stats.commits],
  ['records', 'Records made durable.', (stats) => stats.records],
  ['frames_out', 'Frames sent.', (stats) => stats.framesOut],
  ['bytes_out', 'Bytes sent in frames.', (stats) => stats.bytesOut],
  ['dropped_readers', 'Readers dropped for being too far behind.', (stats) => stats.dropped],
];
