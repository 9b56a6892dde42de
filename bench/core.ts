/** The core by itself: loading the knowledge, one decision, one search; each beside its limit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../knowledge/load.ts';
import { askerOf, standingOf } from '../src/agreement/standing.ts';
import { WorkOrder } from '../src/agreement/work-order.ts';
import { createClauseSearch } from '../src/catalogue/search.ts';
import type { Scene } from '../src/command/scene.ts';
import { checkCoverage } from '../src/entitlement/coverage.ts';
import { openIncident } from '../src/incident/open-incident.ts';
import { bookService } from '../src/ledger/book-service.ts';
import { decimalOf } from '../src/ledger/decimal.ts';
import type { LedgerEntry } from '../src/ledger/entries.ts';
import { exchangeCredits } from '../src/ledger/exchange-credits.ts';
import { ledgerOf, move } from '../src/ledger/ledger.ts';
import { expectResponse } from '../src/severity/expect-response.ts';

export const title = 'core: loading, deciding, searching';

const QUESTIONS = [
  'who pays taxes when services are exchanged between countries',
  'unused services at the end of the term',
  'who backs up our data',
  'recordings of workshops',
  'separate work order for Korea',
  'hvem leverer GitHub-support',
  'services non utilisés',
  '未使用的服務',
  'shërbimet e papërdorura',
  'пайдаланылмаған қызметтер',
];

export function run(): string {
  const rows: string[] = [];
  const row = (...words: Parameters<typeof told>): void => {
    rows.push(told(...words));
  };
  const loading = times(7, () => loadKnowledge());
  const knowledge = loadKnowledge();
  const order = WorkOrder.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../samples/fjord-logistics.json'), 'utf8')),
  );
  const now = Date.parse('2026-03-06T16:30:00+01:00');
  const scene: Scene = {
    now,
    tenant: order.customer.tenantId,
    knowledge,
    workOrders: [order],
    supportTeams: [],
    asker: askerOf(order.contacts[0]?.userId ?? '', undefined, [order], [], now),
    timeZoneData: process.versions.tz ?? '',
    language: 'en',
  };
  const found = standingOf(scene, undefined);
  if (!found.ok) throw new Error(found.failure);
  const place = found.value;
  const other = { ...place, location: order.locations.find(({ id }) => id !== place.location.id) ?? place.location };
  const exchange = { credits: 10, from: place.location.id, to: other.location.id };
  const workshop = { service: 'workshops', date: '2026-05-20' };
  const ledger = ledgerOf(Array.from({ length: 100 }, (_, index) => entryOf(index, place.location.id)));
  const decisions = {
    'response.expect, severity 1': () => expectResponse({ severity: '1', product: 'azure-sql-database' }, place, scene),
    'response.expect, severity B over a weekend': () =>
      expectResponse({ severity: 'B', product: 'exchange-online' }, place, scene),
    'coverage.check': () => checkCoverage({ service: 'azure-rapid-response' }, place, scene),
    'credits.exchange, 100 entries': () => exchangeCredits(exchange, { from: place, to: other }, ledger, scene),
    'service.book, 100 entries': () => bookService(workshop, place, ledger, scene, 'BK-1'),
    'incident.open': () => openIncident({ product: 'onedrive', severity: 'C', summary: 'x' }, place, scene),
  };
  row('loading all knowledge', median(loading), 100_000);
  for (const [name, decide] of Object.entries(decisions)) row(name, perCall(decide, 20_000), 50);
  const search = createClauseSearch(knowledge);
  for (const edition of knowledge.editions.keys()) search('warm', edition, 'en');
  const searches = QUESTIONS.flatMap((question) =>
    [...knowledge.editions.keys()].flatMap((edition) => times(50, () => search(question, edition, 'en'))),
  ).sort((a, b) => a - b);
  row('knowledge.search, 99th percentile', searches[Math.floor(searches.length * 0.99)] ?? 0, 2000);
  return rows.join('\n');
}

/** A credit spent, one a day. */
function entryOf(index: number, location: string): LedgerEntry {
  const pool = { service: 'proactive-credits', location, unit: 'credits' } as const;
  return {
    at: `2026-${String(1 + Math.floor(index / 28)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}T09:00:00+01:00`,
    by: 'bench',
    command: `c${index}`,
    why: { reason: 'redemption', service: 'chalk-talks', location, quantity: 1 },
    lines: [...move(pool, decimalOf(1), 'available', 'used')],
  };
}

/** Microseconds of each of `count` calls. */
function times(count: number, work: () => unknown): number[] {
  return Array.from({ length: count }, () => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1000;
  });
}

/** Microseconds a call, over many calls after a warm-up. */
function perCall(work: () => unknown, count: number): number {
  for (let index = 0; index < count / 10; index += 1) work();
  const start = process.hrtime.bigint();
  for (let index = 0; index < count; index += 1) work();
  return Number(process.hrtime.bigint() - start) / 1000 / count;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function told(name: string, microseconds: number, limit: number): string {
  const share = `${((100 * microseconds) / limit).toFixed(0)} % of its limit of ${limit >= 1000 ? `${limit / 1000} ms` : `${limit} µs`}`;
  return `  ${name.padEnd(46)} ${microseconds.toFixed(1).padStart(10)} µs   ${share}`;
}
