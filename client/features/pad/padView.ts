// What of my private ideas belongs on the pad at this moment, and what is promised about it. Pure: from what the session
// says and what I have written.

import type { Draft } from '../../../shared/board/drafts.ts';
import { can, type Role } from '../../../shared/board/roles.ts';
import { neutralText } from '../../../shared/features/session/drafts.ts';
import type { Phase, Round } from '../../../shared/features/session/phase.ts';
import type { SessionState } from '../../../shared/features/session/state.ts';
import type { Sheet } from '../../sync/pad.ts';

/** `neutral` steers and takes no side; `viewer` only looks. Neither has a pad. */
export type Standing = 'writer' | 'neutral' | 'viewer';

export interface PadView {
  readonly standing: Standing;
  /** The silent phase under way; null outside of one. */
  readonly phase: Phase | null;
  /** What is not revealed yet comes to the wall without names. */
  readonly nameless: boolean;
  /** What can be written in now, empty ones included, in my order: outside of silent phases whatever is not on the wall. */
  readonly ideas: readonly Draft[];
  /** In rounds: mine from before, still not on the wall and not on the sheet. */
  readonly held: readonly Draft[];
  /** Something was revealed in this phase already: what is written now waits for the next time. */
  readonly wasRevealed: boolean;
  /** Where the rounds stand while sheets are passed on; the reveal, which takes all of them, ends that. */
  readonly round: Round | null;
  /** In rounds: the sheet before me; null while it is on its way. */
  readonly sheet: Sheet | null;
  /** Of everybody together; null where the number would say too much. */
  readonly everybody: number | null;
}

export interface PadFacts {
  readonly state: SessionState;
  readonly role: Role;
  readonly neutral: boolean;
  readonly drafts: readonly Draft[];
  readonly sheet: Sheet | null;
}

export function padView({ state, role, neutral, drafts, sheet }: PadFacts): PadView {
  const phase = state.phase?.kind === 'silent' && state.endedAt === null ? state.phase : null;
  const wasRevealed = phase !== null && state.reveals.some(({ at }) => at >= phase.startedAt);
  const round = wasRevealed ? null : (phase?.round ?? null);
  // The next sheet and the news of the next round come by two ways: the one before lies there until it is replaced.
  const mySheet = round !== null && sheet?.phase === phase?.id ? sheet : null;
  const { ideas, held } = sorted(drafts, { phase, round, sheet: mySheet });
  return {
    standing: can(role, 'takePart') ? (neutral ? 'neutral' : 'writer') : 'viewer',
    phase,
    nameless: state.settings.anonymous || state.promisedNameless || phase?.anonymous === true,
    ideas,
    held: held.filter(isIdea),
    wasRevealed,
    round,
    sheet: mySheet,
    everybody: state.ideas,
  };
}

/** There is something to see in it: what is empty is revealed to nobody and counts for nothing. */
export function isIdea({ text }: Pick<Draft, 'text'>): boolean {
  return neutralText(text) !== '';
}

/** Written in an earlier phase, or without its place in this one. */
export function isFromBefore(draft: Draft, phase: Phase | null): boolean {
  return phase !== null && draft.phase !== phase.id;
}

/** A number for people: how many of them there are to see. */
export function countIdeas(drafts: readonly Draft[]): number {
  return drafts.filter(isIdea).length;
}

function sorted(
  drafts: readonly Draft[],
  { phase, round, sheet }: Pick<PadView, 'phase' | 'round' | 'sheet'>,
): Pick<PadView, 'ideas' | 'held'> {
  if (phase === null || round === null) return { ideas: drafts, held: [] };
  if (sheet !== null) {
    // A sheet that has moved on has taken along what it got of mine: what is still here was too late for it.
    return {
      ideas: drafts.filter((draft) => draft.sheet === sheet.id),
      held: drafts.filter((draft) => draft.sheet !== sheet.id),
    };
  }
  const isFromElsewhere = (draft: Draft) => draft.sheet === null || isFromBefore(draft, phase);
  return { ideas: [], held: drafts.filter(isFromElsewhere) };
}
