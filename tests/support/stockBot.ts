// A script with nothing of ours: the stock provider, and a token in the address.

import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

export class StockBot {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  /** Every change of the connection's status since the start. */
  readonly statuses: string[] = [];

  constructor(url: string, docName: string, token: string) {
    this.provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, docName, this.doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { token },
    });
    this.provider.on('status', ({ status }) => this.statuses.push(status));
  }

  /** A note as a newcomer would write it: a kind, a place, a text. */
  writeNote(id: string, text: string): void {
    this.doc.transact(() => {
      const note = new Y.Map<unknown>();
      note.set('k', 'note');
      note.set('p', [40, 60]);
      note.set('t', new Y.Text(text));
      this.doc.getMap('items').set(id, note);
    });
  }

  leave(): void {
    this.provider.destroy();
  }
}
