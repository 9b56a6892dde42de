/**
 * How far each pending message has come in this process. Kept in memory only: a desk that starts again tries what is
 * pending at once and counts anew, so a message is never given up for what happened before a restart.
 */
import type { PendingMessage } from '../../src/store/port.ts';

export interface Track {
  /** Milliseconds since the epoch. */
  readonly firstTried: number;
  readonly tried: number;
  readonly notBefore: number;
  /** How it ended, where the store could not be told yet: it must not be sent again for that. */
  readonly ended?: 'delivered' | 'buried';
}

export class Tracks {
  readonly #tracks = new Map<string, Track>();

  of(message: PendingMessage): Track | undefined {
    return this.#tracks.get(idOf(message));
  }

  set(message: PendingMessage, track: Track): void {
    this.#tracks.set(idOf(message), track);
  }

  drop(message: PendingMessage): void {
    this.#tracks.delete(idOf(message));
  }

  /** What is tracked now, to be handed to `keep` later. */
  known(): readonly string[] {
    return [...this.#tracks.keys()];
  }

  /** Of those known, lets go of the ones whose message is pending no more. */
  keep(known: readonly string[], pending: readonly PendingMessage[]): void {
    const still = new Set(pending.map(idOf));
    for (const id of known) if (!still.has(id)) this.#tracks.delete(id);
  }

  waits(message: PendingMessage, now: number): boolean {
    return (this.of(message)?.notBefore ?? 0) > now;
  }

  /** It is being tried now: it waits for no time. */
  begin(message: PendingMessage): void {
    const track = this.of(message);
    if (track) this.set(message, { ...track, notBefore: 0 });
  }

  /** How long until each message that waits for its time is due, in milliseconds; 0 and less for one that is. */
  remaining(now: number): number[] {
    return [...this.#tracks.values()].filter(({ notBefore }) => notBefore > 0).map(({ notBefore }) => notBefore - now);
  }
}

const idOf = ({ tenant, key }: PendingMessage): string => `${tenant} ${key}`;
