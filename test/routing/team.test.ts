import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Queue } from '../../knowledge/schema/chart.ts';
import { SupportTeam } from '../../src/routing/support-teams.ts';
import { rolesOn, teamOf } from '../../src/routing/team.ts';
import { knowledge } from '../support/world.ts';

const team = (id: string, limits: object = {}): SupportTeam =>
  SupportTeam.parse({ id, name: id, queues: ['rapid-response'], engineers: [], ...limits });

const incident = { location: 'lyon', product: 'azure-sql-database', language: 'fr' };

const chosen = (teams: readonly SupportTeam[], change: object = {}, queue: Queue = 'rapid-response') =>
  teamOf(queue, { ...incident, ...change }, teams, knowledge.products)?.id;

describe('the team of an incident', () => {
  test('is one that takes the queue', () => {
    const teams = [team('base', { queues: ['problem-resolution'] }), team('fast')];
    expect([chosen(teams), chosen(teams, {}, 'problem-resolution'), chosen(teams, {}, 'third-tier')]).toEqual([
      'fast',
      'base',
      undefined,
    ]);
  });

  test.each<[string, readonly SupportTeam[], string]>([
    ['a location before none', [team('all'), team('french', { locations: ['lyon'] })], 'french'],
    [
      'the product before its family',
      [team('azure', { products: ['azure'] }), team('sql', { products: ['azure-sql-database'] })],
      'sql',
    ],
    ['a family before none', [team('all'), team('azure', { products: ['azure'] })], 'azure'],
    ['a language before none', [team('all'), team('francophone', { languages: ['fr'] })], 'francophone'],
    [
      'two limits before one',
      [team('french', { locations: ['lyon'] }), team('both', { locations: ['lyon'], products: ['azure'] })],
      'both',
    ],
    ['the first of equals', [team('one'), team('two')], 'one'],
  ])('%s', (_what, teams, id) => {
    expect(chosen(teams)).toBe(id);
  });

  test.each([
    ['location', { locations: ['odense'] }],
    ['product', { products: ['exchange-online'] }],
    ['language', { languages: ['ja'] }],
  ])('is never one whose %s does not fit', (_what, limits) => {
    expect(chosen([team('other', limits)])).toBeUndefined();
  });

  test('speaks English where no language was asked for, and a script of its language counts', () => {
    const teams = [team('zh', { languages: ['zh'] }), team('en', { languages: ['en'] })];
    expect([chosen(teams, { language: undefined }), chosen(teams, { language: 'zh-Hant' })]).toEqual(['en', 'zh']);
  });

  test('whatever the teams: the one chosen fits, and there is one whenever any fits', () => {
    const some = (values: readonly string[]) =>
      fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
    const anyTeam = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      queues: fc.subarray([...Queue.options], { minLength: 1 }),
      locations: some(['lyon', 'odense']),
      products: some(['azure', 'azure-sql-database', 'onedrive']),
      languages: some(['fr', 'en']),
    });
    const fits = ({ queues, locations, products, languages }: SupportTeam, queue: Queue): boolean =>
      queues.includes(queue) &&
      (locations?.includes('lyon') ?? true) &&
      (products?.some((product) => product === 'azure' || product === 'azure-sql-database') ?? true) &&
      (languages?.includes('fr') ?? true);
    fc.assert(
      fc.property(fc.array(anyTeam, { maxLength: 5 }), fc.constantFrom(...Queue.options), (drawn, queue) => {
        const teams = drawn.map((one) => SupportTeam.parse({ name: 'x', engineers: [], ...one }));
        const found = teamOf(queue, incident, teams, knowledge.products);
        expect(found === undefined ? teams.some((one) => fits(one, queue)) : !fits(found, queue)).toBe(false);
      }),
    );
  });
});

describe('who somebody is on an incident', () => {
  const asker = {
    user: 'u',
    name: 'U',
    roles: ['administrator', 'contact', 'engineer'],
    locations: ['lyon'],
    teams: ['fast'],
  } as const;

  test.each([
    ['at home and in the team', 'lyon', team('fast'), ['administrator', 'contact', 'engineer']],
    ['at home, in another team', 'lyon', team('slow'), ['administrator', 'contact']],
    ['elsewhere, in the team', 'odense', team('fast'), ['engineer']],
    ['elsewhere, in no team', 'odense', undefined, ['customer']],
  ])('%s', (_what, location, having, roles) => {
    expect(rolesOn(asker, location, having)).toEqual(roles);
  });
});
