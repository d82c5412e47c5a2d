// What a press gives a vote to, while a ballot is open for the person at this screen. Whoever runs the ballot sets it; the vote
// tool asks it. Knows no ballot.

import type { ItemId } from '../../shared/lib/ids.ts';

export interface BallotBox {
  readonly id: string;
  readonly options: ReadonlySet<ItemId>;
  press(id: ItemId, takesBack: boolean): void;
}
