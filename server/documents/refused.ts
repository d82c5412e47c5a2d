// What was asked for cannot be had, and nothing went wrong: said in the thread that writes documents, told by the server.

export interface Refusal {
  /** As in HTTP. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export class Refused extends Error implements Refusal {
  override name = 'Refused';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
