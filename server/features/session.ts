// Commands that steer a session: its settings, agenda and phases. The server alone writes them, so what a crafted command
// asks for is checked here and nowhere else.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { limits } from '../../shared/board/limits.ts';
import { agendaLimits, phaseKinds, readStep, type Step } from '../../shared/features/session/agenda.ts';
import { nextStep, stepBefore } from '../../shared/features/session/plan.ts';
import type { SessionState } from '../../shared/features/session/state.ts';
import type { Env } from '../../shared/lib/env.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import { ApiError } from '../errors.ts';
import type { Room } from '../room.ts';
import {
  beginPhase,
  endPhase,
  endSession,
  extendPhase,
  type IdeasWait,
  makeNameless,
  mustStillBe,
  pausePhase,
  reopenSession,
  resumePhase,
  sessionState,
  writeAgenda,
  writeSettings,
} from '../session/steering.ts';

const nothing = v.strictObject({});
/** The phase that whoever asks has before them (null for none): of two who press at once, one goes on. */
const fromHere = v.strictObject({ from: v.optional(v.nullable(v.string())) });
const minutes = v.pipe(v.number(), v.finite(), v.minValue(0.1), v.maxValue(agendaLimits.minutesMax));

export class SessionCommands {
  private readonly env: Env;

  constructor(env: Env) {
    this.env = env;
  }

  table(): CommandTable {
    return {
      ...this.settings(),
      ...this.phases(),
      ...this.rounds(),
      ...this.revealing(),
      ...this.timer(),
      ...this.ending(),
    };
  }

  private settings(): CommandTable {
    return {
      'session.set': command({
        needs: 'facilitate',
        args: v.strictObject({
          anonymous: v.optional(v.boolean()),
          canvasLock: v.optional(v.boolean()),
          hideCursors: v.optional(v.boolean()),
          lobby: v.optional(v.boolean()),
        }),
        run: async (scope, { anonymous, canvasLock, hideCursors, lobby }) => {
          const changes = {
            ...(anonymous !== undefined && { anonymous }),
            ...(canvasLock !== undefined && { canvasLock }),
            ...(hideCursors !== undefined && { hideCursors }),
            ...(lobby !== undefined && { lobby }),
          };
          const ideasWait = await ideasWaitIn(scope.room);
          await changeSession(scope, (doc) => writeSettings(doc, changes, ideasWait));
        },
      }),
      'agenda.set': command({
        needs: 'steer',
        args: v.strictObject({ steps: v.pipe(v.array(v.unknown()), v.maxLength(agendaLimits.stepsMax)) }),
        run: (scope, { steps }) => changeSession(scope, (doc) => writeAgenda(doc, steps)),
      }),
      'phase.nameless': command({
        needs: 'steer',
        args: nothing,
        run: (scope) => changeSession(scope, makeNameless),
      }),
    };
  }

  private phases(): CommandTable {
    return {
      // Beside the plan: what the moment asks for.
      'phase.set': command({
        needs: 'steer',
        args: v.strictObject({
          kind: v.picklist(phaseKinds),
          title: v.optional(v.pipe(v.string(), v.maxLength(limits.titleCharsMax))),
          prompt: v.optional(v.pipe(v.string(), v.maxLength(agendaLimits.promptCharsMax))),
          minutes: v.optional(v.nullable(minutes)),
          editorsWrite: v.optional(v.nullable(v.boolean())),
          anonymous: v.optional(v.boolean()),
          rounds: v.optional(v.nullable(v.unknown())),
        }),
        run: async (scope, args) => {
          const step = readStep({ id: 'now', ...args });
          if (step === null) throw new ApiError(400, 'bad-request', 'This is no phase.');
          return this.begin(scope, () => ({ ...step, id: null }), undefined);
        },
      }),
      'phase.start': command({
        needs: 'steer',
        args: v.strictObject({ step: v.string() }),
        run: (scope, { step }) =>
          this.begin(scope, (state) => state.agenda.find(({ id }) => id === step) ?? null, undefined),
      }),
      'phase.next': command({
        needs: 'steer',
        args: fromHere,
        run: (scope, { from }) => this.begin(scope, nextStep, from),
      }),
      'phase.back': command({
        needs: 'steer',
        args: fromHere,
        run: (scope, { from }) => this.begin(scope, stepBefore, from),
      }),
    };
  }

  private revealing(): CommandTable {
    return {
      reveal: command({
        needs: 'steer',
        args: v.strictObject({ confirm: v.optional(v.boolean(), false) }),
        run: ({ room, remembering }, { confirm }) =>
          room.drafts.reveal({ confirmed: confirm, remembering: (data) => remembering(data) }),
      }),
    };
  }

  private rounds(): CommandTable {
    return {
      'round.next': command({
        needs: 'steer',
        args: v.strictObject({
          phase: v.optional(v.string()),
          round: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
        }),
        run: ({ room, visitor, remembering }, from) =>
          room.rounds.next({ by: visitor.id, from, remembering: (data) => remembering(data) }),
      }),
    };
  }

  private timer(): CommandTable {
    return {
      'phase.extend': command({
        needs: 'steer',
        args: v.strictObject({
          minutes: v.pipe(
            v.number(),
            v.finite(),
            v.minValue(-agendaLimits.minutesMax),
            v.maxValue(agendaLimits.minutesMax),
          ),
        }),
        run: (scope, { minutes: more }) => changeSession(scope, (doc) => extendPhase(doc, more, this.now())),
      }),
      'phase.pause': command({
        needs: 'steer',
        args: nothing,
        run: (scope) => changeSession(scope, (doc) => pausePhase(doc, this.now())),
      }),
      'phase.resume': command({
        needs: 'steer',
        args: nothing,
        run: (scope) => changeSession(scope, (doc) => resumePhase(doc, this.now())),
      }),
    };
  }

  private ending(): CommandTable {
    return {
      'phase.end': command({
        needs: 'steer',
        args: fromHere,
        run: (scope, { from }) =>
          changeSession(scope, (doc) => {
            mustStillBe(doc, from);
            endPhase(doc, this.now());
          }),
      }),
      'session.end': command({
        needs: 'steer',
        args: nothing,
        run: ({ room, visitor, remembering }) => {
          const puts = [remembering()];
          const end = (doc: Y.Doc) => {
            if (sessionState(doc).endedAt !== null) return;
            endSession(doc, this.now());
            puts.push(...room.tells({ kind: 'session.summary' }));
          };
          return room.changes.changeSession(visitor.id, end, puts);
        },
      }),
      'session.reopen': command({
        needs: 'steer',
        args: nothing,
        run: (scope) => changeSession(scope, reopenSession),
      }),
    };
  }

  /** `which` names the step to begin, with the id null for one beside the plan; null where there is none. */
  private async begin(
    scope: CommandScope,
    which: (state: SessionState) => (Omit<Step, 'id'> & { readonly id: string | null }) | null,
    from: string | null | undefined,
  ): Promise<{ phase: string }> {
    const ideasWait = await ideasWaitIn(scope.room);
    const at = { id: randomToken(this.env.random, 12), now: this.now(), ideasWait };
    await changeSession(
      scope,
      (doc) => {
        mustStillBe(doc, from);
        const step = which(sessionState(doc));
        if (step === null) throw new ApiError(409, 'no-step', 'The agenda has no such step.');
        beginPhase(doc, step, { ...at, step: step.id });
      },
      { phase: at.id },
    );
    return { phase: at.id };
  }

  private now(): number {
    return this.env.clock.now();
  }
}

/** Looks only where a promise is at stake: everybody's private ideas are read for it. */
async function ideasWaitIn(room: Room): Promise<IdeasWait> {
  return room.session.state?.promisedNameless ? room.drafts.waiting() : () => true;
}

/** A change of the session, remembered in the commit that makes it. */
export async function changeSession(
  scope: CommandScope,
  how: (doc: Parameters<Parameters<Room['changes']['changeSession']>[1]>[0]) => unknown,
  data?: unknown,
): Promise<void> {
  await scope.room.changes.changeSession(scope.visitor.id, (doc) => void how(doc), [scope.remembering(data)]);
}
