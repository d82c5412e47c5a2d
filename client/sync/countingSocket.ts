// A WebSocket that tells when a message leaves which the server will acknowledge. Otherwise it is the class it was given.

import { messageType, syncType } from '../../shared/protocol/messages.ts';
import type { Carrier } from './saveState.ts';

export type SocketClass = typeof WebSocket;

/** The provider makes its sockets itself, so it is handed a class; `onCarrier` is told just before each one leaves. */
export function countingSocket(Base: SocketClass, onCarrier: (carrier: Carrier) => void): SocketClass {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const carrier = carrierOf(data);
      if (carrier !== null) onCarrier(carrier);
      super.send(data);
    }
  };
}

/** null for everything the server does not count: step 1, awareness, and our own messages. */
function carrierOf(data: unknown): Carrier | null {
  if (!(data instanceof Uint8Array) || data[0] !== messageType.sync) return null;
  if (data[1] === syncType.step2) return 'step2';
  return data[1] === syncType.update ? 'update' : null;
}
