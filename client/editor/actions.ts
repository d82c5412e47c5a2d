// What a user can invoke by menu, key or button. The list of the kernel is in kernelActions.ts; features bring theirs.

import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { MessageId } from '../text/catalogue.ts';
import type { Editor } from './editor.ts';

/** Sections of menus, of the palette and of the sheet of keys, in the order in which they are shown. */
export const actionGroups = [
  'write',
  'clipboard',
  'arrange',
  'cluster',
  'colour',
  'talk',
  'session',
  'history',
  'tools',
  'view',
  'go',
  'people',
  'board',
  'help',
] as const;
export type ActionGroup = (typeof actionGroups)[number];

/**
 * Where it is offered besides its keys: in the palette, in the context menu of what is selected, in that of the empty
 * canvas. The sheet of keys shows whatever has keys.
 */
export type ActionPlace = 'palette' | 'items' | 'canvas';

export interface Action {
  readonly id: string;
  readonly label: MessageId;
  /** Chords as `keys.ts` writes them; the first is the one shown in menus. */
  readonly keys: readonly string[];
  /** `board` when it says nothing. */
  readonly group?: ActionGroup;
  /** A name from `client/ui/icons.ts`; one that is not there shows nothing. */
  readonly icon?: string;
  /** Only the palette when it says nothing. */
  readonly where?: readonly ActionPlace[];
  /** Takes something away: shown in the colour of danger. */
  readonly danger?: boolean;
  /** The keys are the browser's, whose own event does the work: they are shown and not listened to. */
  readonly nativeKeys?: boolean;
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
    const action = this.chords.get(chord);
    return action?.nativeKeys ? undefined : action;
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
