// Parts of the page that are fetched when they are first wanted. One that cannot be had, because nobody answers or because the
// server has another version by now, says so in its own place; everything else goes on. It is tried again when the server is
// back, and when it is wanted again.

import {
  type ComponentType,
  createElement,
  lazy,
  type ReactNode,
  useCallback,
  useEffect,
  useState,
} from 'react';
import { MissingPart } from './MissingPart.tsx';

export function later<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> {
  const arriving = (): ComponentType<Props> =>
    lazy(() => load().catch(() => ({ default: Missing }))) as unknown as ComponentType<Props>;
  let part = arriving();

  function Missing(props: Props & { readonly children?: ReactNode }) {
    const [again, setAgain] = useState<ComponentType<Props> | null>(null);
    const fetchAgain = useCallback(() => {
      part = arriving();
      setAgain(() => part);
    }, []);
    useEffect(
      () => () => {
        part = arriving();
      },
      [],
    );
    if (again !== null) return createElement(again, props);
    return (
      <>
        {/* What only surrounds others is no reason to take them away. */}
        {props.children}
        <MissingPart onBack={fetchAgain} />
      </>
    );
  }

  return function Later(props: Props) {
    // What is on the screen stays what it is until it goes.
    const [shown] = useState(() => part);
    return createElement(shown, props);
  };
}
