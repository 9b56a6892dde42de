/**
 * Messages in their lanes: what goes to one place goes in order and one at a time, whatever holds up another place.
 */
export function inLanes<Item>(items: readonly Item[], laneOf: (item: Item) => string): Map<string, Item[]> {
  const lanes = new Map<string, Item[]>();
  for (const item of items) {
    const name = laneOf(item);
    const lane = lanes.get(name);
    if (lane) lane.push(item);
    else lanes.set(name, [item]);
  }
  return lanes;
}

export interface Lane {
  readonly name: string;
  readonly receiver: string;
}

/** The lanes that are being worked through: each by one worker, and at most `width` of one receiver's at once. */
export class RunningLanes {
  readonly #width: number;
  readonly #working = new Map<string, Promise<void>>();
  readonly #receivers = new Map<string, number>();

  constructor(width: number) {
    this.#width = width;
  }

  /** The names of the lanes that somebody works on. */
  get names(): ReadonlySet<string> {
    return new Set(this.#working.keys());
  }

  /** Whether a lane could begin now. */
  isFree(lane: string, receiver: string): boolean {
    return !this.#working.has(lane) && (this.#receivers.get(receiver) ?? 0) < this.#width;
  }

  /** Begins a lane that is free; `work` must not reject. `freed` is called when the lane is free again. */
  begin({ name, receiver }: Lane, work: () => Promise<void>, freed: () => void): void {
    this.#receivers.set(receiver, (this.#receivers.get(receiver) ?? 0) + 1);
    const end = (): void => {
      this.#end(name, receiver);
      freed();
    };
    this.#working.set(name, work().finally(end));
  }

  /** Resolves when the lanes that are worked on now have ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#working.values());
  }

  #end(lane: string, receiver: string): void {
    this.#working.delete(lane);
    const left = (this.#receivers.get(receiver) ?? 1) - 1;
    if (left > 0) this.#receivers.set(receiver, left);
    else this.#receivers.delete(receiver);
  }
}
