import { type NoticeKind, notice } from './notices.ts';
import type { Step, Turn } from './turn.ts';

export interface Wall {
  /** The tenants that may ask; without it every tenant that `knows` lets through. */
  readonly allowed?: ReadonlySet<string>;
  /** Whether the desk has anything for the tenant; without it the desk itself finds out. */
  readonly knows?: (tenant: string) => Promise<boolean>;
}

/** Lets nobody in whose tenant or person is not established, not allowed or not known (design 1.8). */
export function tenantWall(wall: Wall): Step {
  return async (turn, next) => {
    const refused = await refusal(wall, turn.caller);
    return refused ? { answer: notice(refused, turn.language) } : next(turn);
  };
}

async function refusal(wall: Wall, { tenant, user }: Turn['caller']): Promise<NoticeKind | undefined> {
  if (tenant === '') return 'unknown-tenant';
  if (wall.allowed && !wall.allowed.has(tenant)) return 'unknown-tenant';
  if (wall.knows && !(await wall.knows(tenant))) return 'unknown-tenant';
  return user === '' ? 'no-person' : undefined;
}
