/** Who follows the changes of incidents: one line each. */
import type { Store } from '../../src/store/port.ts';
import type { Follower } from './follower.ts';

export interface FollowerParts {
  readonly store: Store;
}

export const followersOf = (_parts: FollowerParts): readonly Follower[] => [];
