// A network that the test owns: every direction of every connection has its own delays, messages of one connection keep
// their order, and a cut loses what is under way and is noticed by the two ends at different times.

import type { Transport } from '../../server/core.ts';
import type { Random } from '../../shared/lib/env.ts';
import type { VirtualTime } from './virtualTime.ts';

export interface NetworkWeather {
  readonly delayMsMin: number;
  readonly delayMsMax: number;
  /** Until the end that did not cut notices. */
  readonly noticeMsMax: number;
}

export interface ClientEnd {
  onMessage(frame: Uint8Array): void;
  onClose(code: number): void;
}

/** One socket between a client and the server. */
export class SimSocket {
  private readonly time: VirtualTime;
  private readonly random: Random;
  private readonly weather: NetworkWeather;
  private readonly lastArrival = { up: 0, down: 0 };
  private client: ClientEnd | null;
  private onServerMessage: ((frame: Uint8Array) => void) | null = null;
  private onServerClose: (() => void) | null = null;
  private earlyFrames: Uint8Array[] = [];
  private isPaused = false;
  private serverClosed = false;
  /** Sees every frame the server sends, at the moment it sends it. */
  onServerSends: (frame: Uint8Array) => void = () => {};

  constructor(time: VirtualTime, random: Random, weather: NetworkWeather, client: ClientEnd) {
    this.time = time;
    this.random = random;
    this.weather = weather;
    this.client = client;
  }

  /** The server's end. */
  get transport(): Transport {
    return {
      send: (frame) => {
        if (this.serverClosed) return;
        this.onServerSends(frame);
        const copy = frame.slice();
        this.arrive('down', () => this.client?.onMessage(copy));
      },
      close: (code) => {
        if (this.serverClosed) return;
        this.serverClosed = true;
        this.arrive('down', () => this.closeClient(code));
      },
      bufferedBytes: () => 0,
      pause: () => {
        this.isPaused = true;
      },
      resume: () => {
        this.isPaused = false;
        for (const frame of this.earlyFrames.splice(0)) this.receive(frame);
      },
    };
  }

  /** The server takes the connection: what came before is handed over first. */
  accept(onMessage: (frame: Uint8Array) => void, onClose: () => void): void {
    this.onServerMessage = onMessage;
    this.onServerClose = onClose;
    for (const frame of this.earlyFrames.splice(0)) this.receive(frame);
  }

  sendToServer(frame: Uint8Array): void {
    const copy = frame.slice();
    this.arrive('up', () => this.receive(copy));
  }

  /** Both directions break. What is under way to the server may still arrive; what is under way to the client does not. */
  cut(): void {
    this.closeClient(1006);
    this.time.after(this.random.next() * this.weather.noticeMsMax, () => this.closeServer());
  }

  /** The server's process is gone: the client notices later. */
  serverDied(): void {
    this.serverClosed = true;
    this.onServerMessage = null;
    this.onServerClose = null;
    this.time.after(this.random.next() * this.weather.noticeMsMax, () => this.closeClient(1006));
  }

  private receive(frame: Uint8Array): void {
    if (this.serverClosed) return;
    if (this.onServerMessage === null || this.isPaused) this.earlyFrames.push(frame);
    else this.onServerMessage(frame);
  }

  private closeClient(code: number): void {
    const client = this.client;
    this.client = null;
    client?.onClose(code);
  }

  private closeServer(): void {
    if (this.serverClosed) return;
    this.serverClosed = true;
    this.onServerClose?.();
  }

  private arrive(direction: 'up' | 'down', act: () => void): void {
    const { delayMsMin, delayMsMax } = this.weather;
    const delay = delayMsMin + this.random.next() * (delayMsMax - delayMsMin);
    const at = Math.max(this.lastArrival[direction], this.time.now() + delay);
    this.lastArrival[direction] = at;
    this.time.after(at - this.time.now(), act);
  }
}
