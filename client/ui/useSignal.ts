// A signal, read by a component.

import { useSyncExternalStore } from 'react';
import type { ReadonlySignal } from '../../shared/lib/signal.ts';

export function useSignal<Value>(signal: ReadonlySignal<Value>): Value {
  return useSyncExternalStore(signal.subscribe, signal.get);
}
