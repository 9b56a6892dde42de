import { StoreFailure, type StoreFault, type StoreFaultCode } from './fault.ts';

/** Faults of one file, which others need not suffer from; a disk that refuses is not among them. */
const passable: ReadonlySet<StoreFaultCode> = new Set(['damaged', 'foreign', 'newer-format']);

/** Lets one bad file be passed over where many are read, and tells about it once. */
export class FaultLog {
  readonly #report: (fault: StoreFault) => void;
  readonly #told = new Set<string>();

  constructor(report: (fault: StoreFault) => void) {
    this.#report = report;
  }

  /** What the work answers; undefined, with the fault reported, when a file stood in its way. */
  async tolerate<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof StoreFailure && passable.has(failure.fault.code))) throw failure;
      this.#tell(failure.fault);
      return undefined;
    }
  }

  #tell(fault: StoreFault): void {
    if (this.#told.has(fault.file)) return;
    this.#told.add(fault.file);
    this.#report(fault);
  }
}
