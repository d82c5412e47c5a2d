// What a user can invoke by menu, key or button. The list of the kernel is in kernelActions.ts; features bring theirs.

import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { MessageId } from '../text/catalogue.ts';
import type { Editor } from './editor.ts';

export interface Action {
  readonly id: string;
  readonly label: MessageId;
  /** Chords as `keys.ts` writes them; the first is the one shown in menus. */
  readonly keys: readonly string[];
  /** May run while the hand is in the midst of a drag, which otherwise is finished first. */
  readonly duringGesture?: boolean;
  enabled(editor: Editor): boolean;
  run(editor: Editor): void;
}

/** The actions there are. Ids and chords are unique: adding a second owner of either is a programmer's error. */
export class Actions {
  private readonly byId = new Map<string, Action>();
  private readonly chords = new Map<string, Action>();
  private readonly listeners = new Listeners<void>();

  all(): Iterable<Action> {
    return this.byId.values();
  }

  get(id: string): Action | undefined {
    return this.byId.get(id);
  }

  forChord(chord: string): Action | undefined {
    return this.chords.get(chord);
  }

  /** Throws when an id or a chord is taken already. Returns their removal. */
  add(actions: readonly Action[]): Unsubscribe {
    for (const action of actions) {
      if (this.byId.has(action.id)) throw new Error(`two actions are called ${action.id}`);
      this.byId.set(action.id, action);
      for (const chord of action.keys) {
        const owner = this.chords.get(chord);
        if (owner) throw new Error(`${chord} belongs to ${owner.id}; ${action.id} wants it too`);
        this.chords.set(chord, action);
      }
    }
    this.listeners.tell();
    return () => {
      for (const action of actions) {
        this.byId.delete(action.id);
        for (const chord of action.keys) this.chords.delete(chord);
      }
      this.listeners.tell();
    };
  }

  observe(listener: () => void): Unsubscribe {
    return this.listeners.add(listener);
  }
}
