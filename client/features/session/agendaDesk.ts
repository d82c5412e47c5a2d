// The agenda while it is being edited: every change is seen at once and sent whole, one after the other. A change is a
// function, so that it meets what somebody else has just written. Knows no screen.

import type { SessionState } from '../../../shared/features/session/state.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { CommandResult } from '../../../shared/protocol/messages.ts';
import type { Agenda } from './agendaEdit.ts';

export interface AgendaLine {
  readonly state: () => Pick<SessionState, 'agenda'>;
  readonly subscribe: (listener: () => void) => Unsubscribe;
  readonly send: (steps: Agenda) => Promise<CommandResult>;
  /** The server did not take it; the agenda is what it was before. */
  readonly onRefused: (answer: CommandResult) => void;
}

export type AgendaChange = (agenda: Agenda) => Agenda;

export class AgendaDesk {
  private readonly line: AgendaLine;
  private readonly shown: Signal<Agenda>;
  private waiting: AgendaChange[] = [];
  private underWay: AgendaChange[] = [];
  private readonly stop: Unsubscribe;

  constructor(line: AgendaLine) {
    this.line = line;
    this.shown = new Signal<Agenda>(line.state().agenda);
    this.stop = line.subscribe(() => this.show());
  }

  /** As everybody has it, with what is on its way from here. */
  get agenda(): ReadonlySignal<Agenda> {
    return this.shown;
  }

  change(how: AgendaChange): void {
    if (how(this.shown.get()) === this.shown.get()) return;
    this.waiting.push(how);
    this.show();
    void this.flush();
  }

  /** Ends; what is on its way still arrives. */
  destroy(): void {
    this.stop();
  }

  private async flush(): Promise<void> {
    if (this.underWay.length > 0) return;
    while (this.waiting.length > 0) {
      this.underWay = this.waiting;
      this.waiting = [];
      const steps = this.underWay.reduce((agenda, how) => how(agenda), this.line.state().agenda);
      const answer = await this.line.send(steps);
      this.underWay = [];
      if (!answer.ok) {
        this.waiting = [];
        this.line.onRefused(answer);
      }
      this.show();
    }
  }

  private show(): void {
    const changes = [...this.underWay, ...this.waiting];
    this.shown.set(changes.reduce((agenda, how) => how(agenda), this.line.state().agenda));
  }
}
