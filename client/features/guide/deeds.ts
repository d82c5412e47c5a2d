// What guiding asks of the server, and what is said when it does not do it. One function a deed; knows no component.

import type { ItemId, ParticipantId } from '../../../shared/lib/ids.ts';
import { t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import { handsAreHidden, maySteer } from './lead.ts';

type Board = FeatureView['board'];

/** False when the server did not do it; then the person has been told. */
export async function ask(
  board: Board,
  name: string,
  args: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const answer = await board.runCommand(name, args);
  if (!answer.ok) toast({ text: `${t('guide.failed')} ${whyNot(answer)}`, tone: 'trouble' });
  return answer.ok;
}

export async function summonEverybody({ board, editor }: FeatureView): Promise<void> {
  const { x, y, w, h } = editor.camera.visible();
  if (await ask(board, 'guide.summon', { view: [x, y, w, h] })) toast({ text: t('guide.summonDone') });
}

export function setSpotlight(board: Board, participant: ParticipantId | null): Promise<boolean> {
  return ask(board, 'guide.spotlight', { participant });
}

export function raiseHand(board: Board, up: boolean): Promise<boolean> {
  return ask(board, 'me.hand', { up });
}

export function myHandIsUp(board: Board): boolean {
  return board.session.state().hands.some(({ by }) => by === board.me.id);
}

/** Takes the light, or puts it away. */
export function toggleLight({ board, editor }: FeatureView): void {
  const isOn = editor.toolbox.tool === 'laser';
  editor.toolbox.choose(isOn ? 'select' : 'laser');
  if (!isOn && handsAreHidden(board) && !maySteer(board)) toast({ text: t('guide.laserHidden') });
}

export async function park(view: FeatureView): Promise<void> {
  const parking = await import('./parking.ts');
  await parking.park(view);
}

/** Of one note, where there is one. */
export function celebrate(board: Board, text: string, item: ItemId | null): Promise<boolean> {
  return ask(board, 'win.add', { text, item });
}
