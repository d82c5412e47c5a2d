// What each method needs to be told: how many votes there are to give, and how many of them one option may get.

import { type Ballot, type Method, votingLimits } from './ballot.ts';

/** What a voter has when nobody said otherwise. */
const usual: Readonly<Record<Method, number>> = {
  dots: 3,
  quadratic: 25,
  ranked: votingLimits.votesMax,
  approval: 1,
  score: 1,
  matrix: 1,
};

/** Numbers that fit the method and the options: nobody gets more ranks than options, nor more votes than credits buy. */
export function sizeOf(
  wanted: {
    readonly method: Method;
    readonly votes?: number | undefined;
    readonly maxPerOption?: number | undefined;
  },
  options: number,
): Pick<Ballot, 'votes' | 'maxPerOption'> {
  const { method } = wanted;
  const asked = wanted.votes ?? usual[method];
  if (method === 'dots') return { votes: asked, maxPerOption: Math.min(asked, wanted.maxPerOption ?? 1) };
  if (method === 'ranked') return { votes: Math.min(asked, options), maxPerOption: 1 };
  if (method === 'quadratic') {
    const affordable = Math.floor(Math.sqrt(asked));
    return { votes: asked, maxPerOption: Math.min(affordable, wanted.maxPerOption ?? affordable) };
  }
  return { votes: 1, maxPerOption: 1 };
}
