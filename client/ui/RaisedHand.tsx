// A hand that goes up. The bare hand is the tool that moves the wall.

import { Hand, type LucideProps } from 'lucide-react';

export function RaisedHand(props: LucideProps) {
  return (
    <Hand viewBox="-3 -7 30 30" aria-hidden {...props}>
      <path d="m8.5-1.5 3.5-4 3.5 4" />
    </Hand>
  );
}
