/** The outcome of something that may be refused: expected failures are values, exceptions are bugs. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const fail = <Failure>(failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});

/** One fault of a file or request: where it is, what is wrong, and what to do. */
export interface Fault {
  /** A path such as `locations[1].timeZone`; empty for the whole. */
  readonly path: string;
  readonly problem: string;
}
