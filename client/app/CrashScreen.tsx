// A kind screen for when the page itself fails.

import { Component, type ErrorInfo, type ReactNode, Suspense } from 'react';
import { TroublePage } from './lazyPages.ts';

interface CrashProps {
  readonly children: ReactNode;
}

/** React offers this only to classes. */
export class CrashScreen extends Component<CrashProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The browser's own log is the one place where somebody who can mend it will look.
    reportError(new Error(`${error.message}\n${info.componentStack ?? ''}`, { cause: error }));
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <Suspense fallback={null}>
        <TroublePage trouble="crash" />
      </Suspense>
    );
  }
}
