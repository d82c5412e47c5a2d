// A template onto the open board: asked of the server, shown, and with the way back at hand.

import * as v from 'valibot';
import { templateFile } from '../../../shared/features/templates/read.ts';
import type { Template } from '../../../shared/features/templates/template.ts';
import { unionAll } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/templateWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';

const answerSchema = v.object({ created: v.number(), undo: v.string() });

/** What the server wrote arrives by sync, a moment before or after its answer. */
const arriveWithinMs = 5_000;

/** What went wrong, in words; null when it worked, and then `onDone` was called. */
export async function applyTemplate(
  board: OpenBoard,
  template: Template,
  onDone: () => void,
): Promise<string | null> {
  const before = new Set(board.board.items.keys());
  const result = await board.runCommand('template.apply', { template: templateFile(template) });
  const answer = v.safeParse(answerSchema, result.data);
  if (!result.ok || !answer.success) return whyNot(result);
  const { created, undo } = answer.output;
  onDone();
  showArrival(board, before, created);
  if (template.agenda.length > 0) board.panel.set('session');
  toast({
    text: t('templates.applied', { title: template.title }),
    action: { label: t('templates.undo'), run: () => void takeBack(board, undo) },
  });
  return null;
}

async function takeBack(board: OpenBoard, undo: string): Promise<void> {
  const result = await board.runCommand('undo.apply', { undo });
  toast(result.ok ? { text: t('templates.takenBack') } : { text: whyNot(result), tone: 'trouble' });
}

/** Moves the view to what has come, once all of it is there. */
function showArrival(board: OpenBoard, before: ReadonlySet<ItemId>, count: number): void {
  if (count === 0) return;
  const show = () => {
    const fresh = [...board.board.items.values()].filter((item) => !before.has(item.id) && !item.deleted);
    if (fresh.length < count) return;
    stop();
    const around = unionAll(fresh);
    if (around !== null) board.editor.camera.fit(around);
  };
  const unsubscribe = board.board.observe(show);
  const cancel = board.editor.env.scheduler.after(arriveWithinMs, () => stop());
  const stop = () => {
    unsubscribe();
    cancel();
  };
  show();
}
