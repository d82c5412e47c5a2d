// Where a session is in its agenda, and what comes next. Pure: reads the plain value that the document tells.

import type { Step } from './agenda.ts';
import type { SessionState } from './state.ts';

type Plan = Pick<SessionState, 'agenda' | 'phase' | 'past'>;

/** The place of the step under way in the agenda, or of the last one that was; -1 before the first. */
export function placeInPlan({ agenda, phase, past }: Plan): number {
  const ran = [...past.map(({ step }) => step), phase?.step ?? null].reverse();
  for (const id of ran) {
    const place = id === null ? -1 : agenda.findIndex((step) => step.id === id);
    if (place !== -1) return place;
  }
  return -1;
}

/** null when the last is under way. Between phases the plan begins anew after its last step. */
export function nextStep(plan: Plan): Step | null {
  const next = plan.agenda[placeInPlan(plan) + 1] ?? null;
  return next === null && plan.phase === null ? (plan.agenda[0] ?? null) : next;
}

/** The step before the one under way; beside the plan and between phases the one that was left. null at the first. */
export function stepBefore(plan: Plan): Step | null {
  const place = placeInPlan(plan);
  const isThere = plan.phase !== null && plan.agenda[place]?.id === plan.phase.step;
  return plan.agenda[isThere ? place - 1 : place] ?? null;
}
