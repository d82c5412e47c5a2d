// What the dialog for a new ballot holds: filled from the step under way, turned into the command's arguments. No component.

import type { Method } from '../../../shared/features/voting/ballot.ts';
import type { Item } from '../../../shared/items/item.ts';
import type { CommandResult } from '../../../shared/protocol/messages.ts';
import type { FeatureView } from '../feature.ts';

export interface BallotForm {
  readonly title: string;
  readonly options: 'notes' | 'clusters' | 'selected';
  readonly method: Method;
  readonly votes: number;
  readonly maxPerOption: number;
  readonly show: 'close' | 'live';
  readonly who: 'present' | 'link';
  readonly practice: boolean;
}

/** From the plan of the step under way; beside a plan, from what is on the wall. */
export function formFor(view: FeatureView): BallotForm {
  const { phase, agenda } = view.board.session.state();
  const plan = agenda.find(({ id }) => id === phase?.step)?.ballot ?? null;
  const counts = optionCounts(view);
  return {
    // What to do stands at the top for as long as the step goes on: said twice it would only be cut off.
    title: phase?.kind === 'vote' ? phase.title : '',
    options: plan?.options ?? (counts.selected > 1 ? 'selected' : counts.clusters > 1 ? 'clusters' : 'notes'),
    method: plan?.method ?? 'dots',
    votes: plan?.votes ?? 3,
    maxPerOption: plan?.maxPerOption ?? 1,
    show: 'close',
    who: 'present',
    practice: plan?.practice ?? false,
  };
}

/** How many options each choice comes to. */
export function optionCounts({ board, editor }: FeatureView): Record<BallotForm['options'], number> {
  const { park } = board.session.state();
  const all = board.board.items;
  // As the server decides it: what is locked, or lies in what is, is part of the wall.
  const isFixed = ({ locked, parent }: Item) =>
    locked || (parent !== null && all.get(parent)?.locked === true);
  const items = [...all.values()].filter((item) => !item.deleted && item.id !== park && !isFixed(item));
  const filled = new Set(items.map(({ parent }) => parent));
  const isWritten = (item: Item) => item.text.trim() !== '';
  const isParked = (item: Item) => park !== null && item.parent === park;
  return {
    notes: items.filter((item) => item.kind === 'note' && isWritten(item) && !isParked(item)).length,
    clusters: items.filter(
      (item) => item.kind === 'cluster' && (isWritten(item) || filled.has(item.id)) && !isParked(item),
    ).length,
    selected: editor.selection.size,
  };
}

function argsOf(form: BallotForm, { editor }: FeatureView): Record<string, unknown> {
  const { method, votes, maxPerOption } = form;
  return {
    title: form.title.trim(),
    options: form.options === 'selected' ? [...editor.selection.ids] : form.options,
    method,
    show: form.show,
    who: form.who,
    practice: form.practice,
    ...((method === 'dots' || method === 'quadratic') && { votes }),
    ...(method === 'dots' && { maxPerOption: Math.min(maxPerOption, votes) }),
  };
}

export function openBallot(view: FeatureView, form: BallotForm): Promise<CommandResult> {
  return view.board.runCommand('ballot.open', argsOf(form, view));
}
