import { describe, expect, test } from '@jest/globals';
import { tenantWall, type Wall } from '../../../bot/turn/tenant-wall.ts';
import type { Reply } from '../../../bot/turn/turn.ts';
import { answerOf } from '../teams/support/answers.ts';

const through = async (): Promise<Reply> => ({ answer: answerOf('let in') });
const at = async (wall: Wall, tenant: string, user = 'u') => {
  const reply = await tenantWall(wall)(
    { face: 'http', caller: { tenant, user }, request: { kind: 'text', text: '' } },
    through,
  );
  return reply.answer.facts.notice ?? reply.answer.text;
};
const allowed = new Set(['a', 'b']);

describe('the wall', () => {
  test.each<[string, Wall, string, string, string]>([
    ['anyone where nothing is set', {}, 'z', 'u', 'let in'],
    ['an allowed tenant', { allowed }, 'a', 'u', 'let in'],
    ['a tenant that is not allowed', { allowed }, 'z', 'u', 'unknown-tenant'],
    ['a tenant that is allowed but not known', { allowed, knows: async () => false }, 'a', 'u', 'unknown-tenant'],
    ['a tenant that is known but not allowed', { allowed, knows: async () => true }, 'z', 'u', 'unknown-tenant'],
    ['no tenant', {}, '', 'u', 'unknown-tenant'],
    ['no person', {}, 'a', '', 'no-person'],
    ['no person of a tenant that is not allowed', { allowed }, 'z', '', 'unknown-tenant'],
  ])('%s', async (_title, wall, tenant, user, outcome) => {
    expect(await at(wall, tenant, user)).toBe(outcome);
  });
});
