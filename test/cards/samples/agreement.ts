/** What the agreement covers, holds and asks for, and how editions differ. */
import type { Decision } from '../../../src/command/answer.ts';
import type { Coverage } from '../../../src/command/contract.ts';
import { incident } from './incidents.ts';
import { rapid } from './responses.ts';
import { answered, edition, head } from './setting.ts';

export const coverage: Coverage = {
  ...head,
  decision: 'purchased',
  because: [],
  conditions: ['remote-only', 'host-only'],
  service: 'azure-rapid-response',
  location: 'dk',
  date: '2026-03-02',
  chart: 'azure-rapid-response',
  unit: 'hours',
  limits: { onsiteDays: 2, noticeWeeks: 6, hoursPerIncident: 6 },
  prerequisites: ['active-azure-subscription'],
  languages: ['en', 'ja'],
};

export const agreement = {
  covered: answered('coverage.check', { service: 'azure-rapid-response' }, coverage, ['2.5']),
  explained: answered(
    'service.explain',
    { service: 'workshops' },
    {
      ...coverage,
      decision: 'available',
      because: ['not-purchased'],
      conditions: ['subject-to-resources', 'minimum-registration'],
      service: 'workshops',
      chart: undefined,
      unit: 'events',
      limits: { consecutiveDays: 5, noticeWeeks: 6 },
      prerequisites: [],
    },
    ['2.5'],
  ),
  notCovered: answered(
    'coverage.check',
    { service: 'azure-rapid-response', product: 'exchange-online' },
    {
      ...coverage,
      decision: 'excluded',
      because: ['product-out-of-scope', 'not-purchased'],
      product: 'exchange-online',
      uncertain: true,
    },
    ['2.5'],
  ),
  free: answered(
    'coverage.check',
    { product: 'sql-server' },
    { ...head, decision: 'included', because: [], conditions: [], product: 'sql-server', date: '2026-03-02' },
    ['2.3'],
  ),
  contract: answered(
    'contract.show',
    {},
    {
      ...head,
      programme: 'unified',
      customer: { name: 'Nordlys Foods' },
      term: { start: '2026-01-01', end: '2026-12-31' },
      structure: 'centralised',
      locations: [
        { id: 'dk', role: 'host', country: 'DK', timeZone: 'Europe/Copenhagen' },
        { id: 'fr', role: 'downstream', country: 'FR', timeZone: 'Europe/Paris' },
        { id: 'us', role: 'downstream', country: 'US', timeZone: 'America/New_York' },
      ],
      services: [
        { service: 'proactive-credits', location: 'dk', quantity: 200, unit: 'credits' },
        { service: 'proactive-credits', location: 'fr', quantity: 40, unit: 'credits' },
        { service: 'azure-rapid-response', location: 'dk' },
        { service: 'enhanced-designated-engineering', location: 'dk', quantity: 160, unit: 'hours' },
      ],
      contacts: [
        { name: 'Maja Holm', roles: ['administrator', 'contact'], locations: ['dk', 'fr', 'us'] },
        { name: 'Paul Renard', roles: ['contact'], locations: ['fr'] },
      ],
    },
    ['2.1', '1'],
  ),
  duties: answered(
    'duty.list',
    {},
    {
      ...head,
      duties: [
        { id: 'name-administrator', section: '2.8' },
        { id: 'rapid-access', section: 'A' },
        { id: 'back-up-data', section: '2.8', text: 'Back up what you cannot lose' },
      ],
    },
    ['2.8'],
  ),
  deadlines: answered(
    'deadline.list',
    {},
    {
      ...head,
      until: '2026-12-31',
      deadlines: [
        { what: 'first-response', due: rapid.due, because: ['azure-rapid-response', 'elapsed'], incident: incident.id },
        { what: 'proactive-request', due: '2026-11-01', because: ['days-before-end'] },
        { what: 'onboarding-end', due: '2026-04-01', because: ['mcs-azure-platform'] },
      ],
    },
    ['2.7'],
  ),
  compare: answered(
    'contract.compare',
    { to: 'unified-2025-01' },
    {
      ...head,
      from: 'unified-2024-04',
      to: 'unified-2025-01',
      differences: [
        {
          topic: 'severity-b-effort',
          from: 'business-hours',
          to: 'continuous',
          effect: 'gain',
          sections: { from: 'A' },
        },
        { topic: 'advisory-limit', from: null, to: 6, effect: 'loss', sections: {} },
        { topic: 'rapid-response-languages', from: ['en', 'ja'], to: ['en', 'ja', 'zh'], effect: 'gain', sections: {} },
        {
          topic: 'severity-submission',
          from: { '1': ['phone'], A: ['phone'] },
          to: { '1': ['phone', 'web'], A: null },
          effect: 'change',
          sections: {},
        },
        {
          topic: 'cancellation',
          from: [{ minDays: 14, feePercent: 0, upTo: false }],
          to: [{ minDays: 14, feePercent: 50, upTo: true }],
          effect: 'loss',
          sections: {},
        },
        { topic: 'own-work-order-countries', from: ['IN', 'KR'], to: ['IN'], effect: 'gain', sections: {} },
      ],
    },
    ['A'],
  ),
  clauses: answered(
    'knowledge.search',
    { question: 'unused services' },
    {
      workOrder: 'WO-7F21',
      clauses: [
        {
          edition,
          section: '2.7',
          title: 'Unused services',
          summary: 'What is not used by the end of the term is lost.',
          score: 12,
        },
        { edition, section: '2.2', title: 'Flex allowance', summary: 'What is not allotted in time lapses.', score: 8 },
      ],
    },
    ['2.7', '2.2'],
  ),
} as const satisfies Record<string, Decision>;
