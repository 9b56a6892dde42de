export interface Finding {
  readonly what: string;
  readonly state: 'good' | 'broken' | 'note';
  readonly detail: string;
  /** What to do, for everything that is not good. */
  readonly mend?: string;
}
