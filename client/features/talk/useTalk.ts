// What the components of the comments read: the voices of this board, the time as it passes, and words for what failed.

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CommandResult } from '../../../shared/protocol/messages.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { type MessageId, t } from '../../text/catalogue.ts';
import { type Refused, whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';
import { Voices } from './voices.ts';

const known = new WeakMap<object, Voices>();

/** Made once for each state of the people on the board. */
export function voicesOf(board: OpenBoard): Voices {
  const people = board.session.people();
  const voices =
    known.get(people) ??
    new Voices(people.values(), (name, number) => t('people.sameName', { name, number }));
  known.set(people, voices);
  return voices;
}

export function useVoices(board: OpenBoard): Voices {
  return useSyncExternalStore(board.session.subscribe, () => voicesOf(board));
}

/** The present, as often as "3 minutes ago" has to be said anew. */
export function useNow(board: OpenBoard): number {
  const { clock } = board.editor.env;
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(clock.now()), 30_000);
    return () => window.clearInterval(timer);
  }, [clock]);
  return now;
}

const reasons: Readonly<Record<string, MessageId>> = {
  forbidden: 'talk.why.forbidden',
  'talk-full': 'talk.why.full',
  'doc-full': 'talk.why.full',
  'no-such-item': 'talk.why.noItem',
  'not-found': 'talk.why.noComment',
  'too-late': 'talk.why.tooLate',
  unreachable: 'talk.why.offline',
};

/** What is special about comments first; what every refusal can be after it. */
export function reasonOf(answer: Refused): string {
  const special = reasons[answer.code ?? ''];
  return special === undefined ? whyNot(answer) : t(special);
}

/** Asks the server, and says so when it did not do it. True when it did. */
export async function runTalk(
  board: Pick<OpenBoard, 'runCommand' | 'online'>,
  name: string,
  args: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  // What nobody would wait for is not kept for later: a reaction that comes hours after is no reaction.
  const result: CommandResult = board.online.get()
    ? await board.runCommand(name, args)
    : { id: '', ok: false, code: 'unreachable' };
  if (!result.ok) toast({ tone: 'trouble', text: t('talk.failed', { why: reasonOf(result) }) });
  return result.ok;
}
