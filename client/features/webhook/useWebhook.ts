// The webhook as the server knows it, asked again while something is on its way; and what can be done about it. One deed at a
// time; what went wrong is kept in words.

import { useCallback, useEffect, useState } from 'react';
import type { WebhookState } from '../../../shared/features/webhook/webhook.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/webhookWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { readWebhookState } from './readState.ts';

const askAgainMs = 3_000;

export type WebhookDeed = 'set' | 'test' | 'remove';

export interface WebhookDesk {
  /** undefined until the server has answered. */
  readonly state: WebhookState | undefined;
  readonly busy: WebhookDeed | null;
  /** Why the last deed did not happen, and which one it was. */
  readonly trouble: { readonly deed: WebhookDeed | 'state'; readonly text: string } | null;
  /** False when the server did not do it. */
  run(deed: WebhookDeed, args?: Readonly<Record<string, unknown>>): Promise<boolean>;
}

const problems = ['bad-address', 'not-https', 'private-address'] as const;

export function useWebhook(board: OpenBoard): WebhookDesk {
  const [state, setState] = useState<WebhookState>();
  const [busy, setBusy] = useState<WebhookDeed | null>(null);
  const [trouble, setTrouble] = useState<WebhookDesk['trouble']>(null);

  const ask = useCallback(async () => {
    const answer = await board.runCommand('webhook.state', {});
    const told = answer.ok ? readWebhookState(answer.data) : null;
    if (told !== null) setState(told);
    else setTrouble({ deed: 'state', text: whyNot(answer) });
  }, [board]);

  useEffect(() => void ask(), [ask]);

  const isUnderWay = (state?.waiting ?? 0) > 0;
  useEffect(() => {
    if (!isUnderWay || state === undefined) return;
    return board.editor.env.scheduler.after(askAgainMs, () => void ask());
  }, [board, ask, isUnderWay, state]);

  const run = async (deed: WebhookDeed, args: Readonly<Record<string, unknown>> = {}) => {
    setBusy(deed);
    setTrouble(null);
    const answer = await board.runCommand(`webhook.${deed}`, args);
    if (answer.ok) await ask();
    else setTrouble({ deed, text: wordsFor(answer) });
    setBusy(null);
    return answer.ok;
  };
  return { state, busy, trouble, run };
}

function wordsFor(answer: {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}): string {
  const problem = problems.find((code) => code === answer.code);
  return problem === undefined ? whyNot(answer) : t(`webhook.problem.${problem}`);
}
