// The other end of `downloader.mjs`.

import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

export interface Download {
  readonly ms: number;
  readonly bytes: number;
}

export class Downloader {
  private readonly child: ChildProcess;

  constructor() {
    const file = path.join(process.cwd(), 'tests/bench/documents/downloader.mjs');
    // What this process was started with is not for that one.
    this.child = fork(file, { execArgv: [] });
  }

  /** Rejects when it was not to be had. */
  take(url: string, token: string): Promise<Download> {
    return new Promise((resolve, reject) => {
      this.child.once('message', (answer: Download | { readonly problem: string }) => {
        if ('problem' in answer) reject(new Error(answer.problem));
        else resolve(answer);
      });
      this.child.send({ url, token });
    });
  }

  leave(): void {
    this.child.kill('SIGKILL');
  }
}
