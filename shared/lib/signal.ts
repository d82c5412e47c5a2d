// An observable value, and a set of listeners. Subscribing returns unsubscribing.

export type Unsubscribe = () => void;

/** Calls everybody who listens, in the order they came. A listener that throws does not silence the others. */
export class Listeners<Event> {
  private readonly all = new Set<(event: Event) => void>();

  add(listener: (event: Event) => void): Unsubscribe {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  tell(event: Event): void {
    let failure: unknown = null;
    for (const listener of [...this.all]) {
      try {
        listener(event);
      } catch (error) {
        failure ??= error;
      }
    }
    if (failure !== null) throw failure;
  }

  get size(): number {
    return this.all.size;
  }
}

export interface ReadonlySignal<Value> {
  get(): Value;
  subscribe(listener: () => void): Unsubscribe;
}

/** A value that tells when it changed. Setting the same value again tells nobody. */
export class Signal<Value> implements ReadonlySignal<Value> {
  private readonly listeners = new Listeners<void>();
  private value: Value;

  constructor(initial: Value) {
    this.value = initial;
  }

  get = (): Value => this.value;

  set(next: Value): void {
    if (Object.is(next, this.value)) return;
    this.value = next;
    this.listeners.tell();
  }

  subscribe = (listener: () => void): Unsubscribe => this.listeners.add(listener);
}
