import { describe, expect, test } from '@jest/globals';
import { askerOf } from '../../src/agreement/standing.ts';
import { checkSupportTeams } from '../../src/routing/check-support-teams.ts';
import { ADMINISTRATOR, knowledge, orderWith, SOMEBODY, TENANT } from '../support/world.ts';

const engineer = { userId: SOMEBODY, name: 'Ida Engineer' };
const team = { id: 'databases', name: 'Databases', queues: ['rapid-response'], engineers: [engineer] };
const file = (...teams: readonly object[]) => ({ format: 'support-teams/1', tenantId: TENANT, teams });
const check = (content: unknown, locations: readonly string[] = ['odense', 'lyon']) =>
  checkSupportTeams(content, { products: knowledge.products, locations });

const faults = (content: unknown, locations?: readonly string[]): string[] => {
  const checked = check(content, locations);
  return checked.ok ? [] : checked.failure.map(({ path, problem }) => `${path}: ${problem}`);
};

describe('a file of support teams', () => {
  test('is taken with all it may hold', () => {
    const whole = {
      ...team,
      locations: ['lyon'],
      products: ['azure', 'exchange-online'],
      languages: ['fr'],
      channel: '19:abc@thread.tacv2',
      webhooks: [{ id: 'pager', url: 'https://pager.example/hook', secretFrom: 'PAGER_SECRET' }],
    };
    expect(check(file(whole))).toMatchObject({ ok: true, value: { teams: [whole] } });
  });

  test('takes no part of a faulty one, and names every fault with its path', () => {
    const content = file(
      { ...team, queues: ['rapid'], webhooks: [{ id: 'x', url: 'ftp://x.example', secretFrom: 's3cret' }] },
      { ...team, id: 'second', queue: 'advisory', engineers: [{ name: 'Nobody' }] },
    );
    expect(faults(content).map((fault) => fault.split(':')[0])).toEqual([
      'teams[0].queues[0]',
      'teams[0].webhooks[0].url',
      'teams[0].webhooks[0].secretFrom',
      'teams[1].engineers[0].userId',
      'teams[1]',
    ]);
  });

  test.each([
    ['a team twice', file(team, team), 'teams[1].id: databases is defined twice'],
    [
      'an engineer twice in a team',
      file({ ...team, engineers: [engineer, engineer] }),
      `teams[0].engineers[1].userId: ${SOMEBODY} is defined twice`,
    ],
    [
      'a product that nobody knows',
      file({ ...team, products: ['azure', 'lotus-notes'] }),
      'teams[0].products[1]: lotus-notes is neither a product nor a family of products',
    ],
    [
      'a location that no work order has',
      file({ ...team, locations: ['lyon', 'oslo'] }),
      "teams[0].locations[1]: oslo is no location of the tenant's work orders",
    ],
  ])('is refused for %s', (_what, content, fault) => {
    expect(faults(content)).toEqual([fault]);
  });

  test('may come before the work orders: then no location can be called unknown', () => {
    expect(faults(file({ ...team, locations: ['oslo'] }), [])).toEqual([]);
  });
});

describe('who is an engineer', () => {
  const teams = (...engineers: readonly object[]) => {
    const checked = check(file({ ...team, engineers }));
    if (!checked.ok) throw new Error(JSON.stringify(checked.failure));
    return checked.value.teams;
  };
  const asker = (user: string, ...engineers: readonly object[]) =>
    askerOf(user, undefined, [orderWith()], teams(...engineers), Date.parse('2026-03-02T10:00:00+01:00'));

  test('whom a team lists; that makes nobody a contact', () => {
    expect(asker(SOMEBODY, engineer)).toEqual({
      user: SOMEBODY,
      name: 'Ida Engineer',
      roles: ['customer', 'engineer'],
      locations: [],
      teams: ['databases'],
    });
  });

  test('a contact may be one too, and keeps the locations', () => {
    const both = asker(ADMINISTRATOR, { userId: ADMINISTRATOR, name: 'Ane' });
    expect([both.roles, both.locations, both.name]).toEqual([
      ['administrator', 'contact', 'engineer'],
      ['odense', 'lyon', 'osaka'],
      'Ane Ad',
    ]);
  });

  test('nobody else', () => {
    expect(asker(ADMINISTRATOR, engineer)).toMatchObject({ roles: ['administrator', 'contact'], teams: [] });
  });
});
