// At the top right: my hand, and what one can do for the others' attention. On a phone both are elsewhere.

import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { RaisedHand } from '../../ui/RaisedHand.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { guideKeys } from './actions.ts';
import { raiseHand } from './deeds.ts';
import { GuideButton, phoneQuery } from './GuideButton.tsx';
import { mayTakePart, useSessionState } from './lead.ts';

export function GuideCorner(view: FeatureView) {
  const { board } = view;
  const { hands } = useSessionState(board);
  useSignal(board.role);
  if (useMedia(phoneQuery)) return null;
  const isUp = hands.some(({ by }) => by === board.me.id);
  return (
    <>
      {mayTakePart(board) && (
        <IconButton
          label={t('guide.hand')}
          icon={<RaisedHand />}
          keys={guideKeys.hand}
          pressed={isUp}
          onClick={() => void raiseHand(board, !isUp)}
        />
      )}
      <GuideButton view={view} />
    </>
  );
}
