// What of attention is said to those who hear the page: several things at once as one sentence. And toasts about what was
// changed about me. Listens to the session; knows no component.

import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { t } from '../../text/catalogue.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import { bundled, type Float } from './floats.ts';
import type { GuideHere } from './guideHere.ts';
import { maySteer } from './lead.ts';

/** Reactions come in bursts: one sentence for all of them. */
const gatherMs = 1_800;

export class GuideNews {
  private readonly board: FeatureView['board'];
  private readonly editor: FeatureView['editor'];
  private readonly here: GuideHere;
  private readonly say: (words: string) => void;
  private readonly stops: (() => void)[];
  private hands: ReadonlySet<ParticipantId>;
  private gathered: Float[] = [];
  private seenFloat = -1;
  private win: string | null = null;
  private mine: { readonly role: string; readonly neutral: boolean } | null;
  private cancel: () => void = () => {};

  constructor(view: FeatureView, here: GuideHere, say: (words: string) => void) {
    this.board = view.board;
    this.editor = view.editor;
    this.here = here;
    this.say = say;
    this.hands = this.raised();
    this.mine = this.myRole();
    this.stops = [
      view.board.session.subscribe(() => {
        this.hearHands();
        this.hearRole();
      }),
      here.floats.shown.subscribe(() => this.hearFloats()),
      here.applause.win.subscribe(() => this.hearWin()),
    ];
  }

  destroy(): void {
    this.cancel();
    for (const stop of this.stops) stop();
  }

  private raised(): Set<ParticipantId> {
    return new Set(this.board.session.state().hands.map(({ by }) => by));
  }

  private hearHands(): void {
    const now = this.raised();
    const before = this.hands;
    this.hands = now;
    const { me } = this.board;
    if (before.has(me.id) && !now.has(me.id)) this.say(t('guide.handLowered'));
    if (!maySteer(this.board)) return;
    const fresh = [...now].filter((id) => !before.has(id) && id !== me.id);
    const names = fresh.flatMap((id) => this.board.session.person(id)?.name ?? []);
    if (names.length > 0) this.say(names.map((name) => t('guide.handRaised', { name })).join(' '));
  }

  private myRole(): { role: string; neutral: boolean } | null {
    const person = this.board.session.person(this.board.me.id);
    return person && { role: person.role, neutral: person.neutral };
  }

  /** Somebody else changed what I may do: it is effective already. */
  private hearRole(): void {
    const now = this.myRole();
    const before = this.mine;
    this.mine = now ?? before;
    if (now === null || before === null) return;
    if (now.role === before.role && now.neutral === before.neutral) return;
    const person = this.board.session.person(this.board.me.id);
    if (person === null) return;
    if (now.neutral) toast({ text: t('guide.neutralNow'), forMs: 12_000 });
    else if (now.role === 'facilitator' && before.role !== 'facilitator')
      toast({ text: t('guide.leadsNow') });
    else toast({ text: t('guide.roleNow', { role: t(`role.${person.role}`) }) });
  }

  private hearFloats(): void {
    const fresh = this.here.floats.shown
      .get()
      .filter(({ key, person }) => key > this.seenFloat && person !== null);
    if (fresh.length === 0) return;
    this.seenFloat = fresh.at(-1)?.key ?? this.seenFloat;
    const isFirst = this.gathered.length === 0;
    this.gathered.push(...fresh);
    if (isFirst) this.cancel = this.editor.env.scheduler.after(gatherMs, () => this.tellFloats());
  }

  private tellFloats(): void {
    const { names, emoji } = bundled(this.gathered);
    this.gathered = [];
    const signs = emoji.map(({ sign, count }) => (count === 1 ? sign : `${sign} ${count}`)).join(', ');
    this.say(t('guide.reacted', { names: names.join(', '), emoji: signs }));
  }

  private hearWin(): void {
    const win = this.here.applause.win.get();
    if (win === null || win.id === this.win) return;
    this.win = win.id;
    this.say(t('guide.winNews', { text: win.text }));
  }
}
