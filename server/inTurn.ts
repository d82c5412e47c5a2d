// Tasks about the same thing run one after the other; tasks about different things do not wait for one another.

export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `task` when everything given for `key` before has settled; settles as the task does. */
  run<Value>(key: string, task: () => Promise<Value>): Promise<Value> {
    const before = this.last.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(key, settled);
    void settled.then(() => {
      if (this.last.get(key) === settled) this.last.delete(key);
    });
    return mine;
  }
}
