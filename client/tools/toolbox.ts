// The machine and the one list of tools. Holds the current moment, hands it what the hand does, and hands over from one tool
// to another, because no tool knows another.

import type { ItemId } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';
import type { Editor } from '../editor/editor.ts';
import type { Intent, RawKey } from '../editor/intents.ts';
import { Idle as ClusterIdle } from './cluster/Idle.ts';
import { Idle as LaserIdle } from './laser/Idle.ts';
import { Idle as PanIdle } from './pan/Idle.ts';
import { Panning } from './pan/Panning.ts';
import { Idle as PlaceIdle } from './place/Idle.ts';
import { EditingText } from './select/EditingText.ts';
import { Idle as SelectIdle } from './select/Idle.ts';
import type { Next, ToolName, ToolState } from './tool.ts';
import { Idle as VoteIdle } from './vote/Idle.ts';

type Gesture = 'down' | 'hover' | 'dragStart' | 'drag' | 'up' | 'doubleClick' | 'longPress';

const tools: Readonly<Record<ToolName, (editor: Editor) => ToolState>> = {
  select: (editor) => new SelectIdle(editor),
  hand: (editor) => new PanIdle(editor),
  note: (editor) => new PlaceIdle(editor),
  cluster: (editor) => new ClusterIdle(editor),
  vote: (editor) => new VoteIdle(editor),
  laser: (editor) => new LaserIdle(editor),
};

export class Toolbox {
  private readonly editor: Editor;
  private readonly current: Signal<ToolState>;
  readonly state: ReadonlySignal<ToolState>;

  constructor(editor: Editor) {
    this.editor = editor;
    this.current = new Signal(tools.select(editor));
    this.state = this.current;
  }

  get tool(): ToolName {
    return this.current.get().tool;
  }

  /** For example `select.translating`. */
  get path(): string {
    const { tool, name } = this.current.get();
    return `${tool}.${name}`;
  }

  choose(tool: ToolName): void {
    if (this.editor.readOnly.get() && (tool === 'note' || tool === 'cluster')) return;
    if (tool === 'vote' && this.editor.ballotBox.get() === null) return;
    this.complete();
    this.enter(tools[tool](this.editor));
  }

  /** Opens the text of an item. `fresh`: it was made for this, and goes away again when nothing is written. */
  edit(id: ItemId, fresh = false): void {
    const item = this.editor.scene.get(id)?.item;
    if (this.editor.readOnly.get() || item === undefined || item.locked) return;
    const state = this.current.get();
    if (state instanceof EditingText && state.id === id) return;
    this.complete();
    this.enter(new EditingText(this.editor, id, fresh));
  }

  /** The press that is under way drags the camera from here on, then the tool comes back. */
  pan(drag: Intent): void {
    this.enter(new Panning(this.editor, drag, tools[this.tool](this.editor)));
  }

  gesture(kind: Gesture, intent: Intent): void {
    // Where a voter points is whom they vote for.
    this.editor.hand.point(this.editor.ballotBox.get() === null ? intent.at : null);
    this.follow(this.current.get()[kind]?.(intent));
  }

  leave(): void {
    this.editor.hand.point(null);
    this.editor.hovered.set(null);
  }

  /** True when the moment used the key up. */
  key(key: RawKey): boolean {
    const answer = this.current.get().key?.(key);
    this.follow(answer?.next);
    return answer?.used ?? false;
  }

  /** The board has become read-only: gestures are thrown away, writing tools put down. */
  putDown(): void {
    if (this.current.get().name !== 'idle') this.cancel();
    if (this.tool === 'note' || this.tool === 'cluster') this.choose('select');
  }

  cancel(): void {
    this.follow(this.current.get().cancel?.());
  }

  complete(): void {
    this.follow(this.current.get().complete?.());
  }

  /** Items were deleted, perhaps under my hand. */
  gone(ids: ReadonlySet<ItemId>): void {
    this.follow(this.current.get().gone?.(ids));
  }

  private follow(next: Next): void {
    if (next) this.enter(next);
  }

  private enter(next: ToolState): void {
    const before = this.current.get();
    if (before === next) return;
    before.leave?.();
    this.current.set(next);
    this.follow(next.enter?.());
  }
}
