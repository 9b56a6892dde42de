/** Decisions as the core gives them, one of each kind, for looking at their cards. */
import type { Audience } from '../../cards/audience.ts';
import type { Products, ServiceNames } from '../../knowledge/schema/catalogue.ts';
import type { Decision } from '../../src/command/answer.ts';
import type { Balance, Coverage, IncidentFacts, ResponseFacts } from '../../src/command/contract.ts';
import { commandNames } from '../../src/command/contract.ts';

const names = (en: string, others: Partial<Record<'fr' | 'da' | 'sq' | 'kk' | 'zh-Hant', string>> = {}) => ({
  en,
  ...others,
});

export const products: Products = {
  'azure-sql-database': {
    family: 'azure',
    names: names('Azure SQL Database', { fr: 'Azure SQL Database' }),
    online: true,
  },
  'exchange-online': { family: 'microsoft-365', names: names('Exchange Online'), online: true },
  'sharepoint-online': { family: 'microsoft-365', names: names('SharePoint Online'), online: true },
  'windows-server': { family: 'server-and-client', names: names('Windows Server'), online: false },
  'sql-server': { family: 'server-and-client', names: names('SQL Server'), online: false },
  'microsoft-teams': { family: 'microsoft-365', names: names('Microsoft Teams'), online: true },
  'defender-for-endpoint': { family: 'security', names: names('Defender for Endpoint'), online: true },
};

const service = (en: string) => ({ names: names(en), summary: names(en) });

export const services: ServiceNames = {
  'azure-rapid-response': service('Azure Rapid Response'),
  'proactive-credits': service('Proactive credits'),
  'enhanced-designated-engineering': service('Enhanced Designated Engineering'),
  'unified-enhanced-response': service('Unified Enhanced Response'),
  'mcs-azure-platform': service('Mission Critical Services for Azure Platform'),
  'problem-resolution-support': service('Problem resolution support'),
  'flex-allowance': service('Flex allowance'),
  workshops: service('Workshops'),
  'advisory-support': service('Advisory support'),
};

export const audience: Audience = {
  language: 'en',
  timeZone: 'Europe/Copenhagen',
  now: '2026-03-02T10:00:00+01:00',
  user: '22222222-2222-4222-8222-222222222222',
  locations: [
    { id: 'dk', country: 'DK', timeZone: 'Europe/Copenhagen' },
    { id: 'fr', country: 'FR', timeZone: 'Europe/Paris' },
    { id: 'us', country: 'US', timeZone: 'America/New_York' },
  ],
};

const edition = 'unified-2025-01';
const head = { workOrder: 'WO-7F21', edition };

export const rapid: ResponseFacts = {
  ...head,
  chart: 'azure-rapid-response',
  severity: '1',
  product: 'azure-sql-database',
  location: 'dk',
  timeZone: 'Europe/Copenhagen',
  firstResponseMinutes: 15,
  clock: 'elapsed',
  from: '2026-03-02T10:00:00+01:00',
  due: '2026-03-02T10:15:00+01:00',
  proof: {
    segments: [
      {
        from: '2026-03-02T10:00:00+01:00',
        to: '2026-03-02T10:15:00+01:00',
        counted: true,
        minutes: 15,
        because: 'elapsed-time',
      },
    ],
    timeZoneData: '2026c',
    holidays: 'none',
  },
  effort: 'continuous',
  submission: { via: ['portal'] },
  roles: ['experienced-specialist'],
  escalation: ['cloud-operations-teams'],
  obligations: ['notify-executives', 'resources-continuous', 'rapid-access'],
  rejected: [{ chart: 'mcs-azure-platform', because: 'not-purchased' }],
  conditions: ['language-en-ja', 'downgrade-without-resources'],
  queue: 'rapid-response',
};

/** The instant a week earlier; for instants between which no clock changes. */
const weekEarlier = (instant: string): string =>
  `${new Date(Date.parse(`${instant.slice(0, 19)}Z`) - 7 * 86_400_000).toISOString().slice(0, 19)}-05:00`;

/** Severity B on a Friday afternoon in New York: the clock stops for the night and the weekend. */
export const business: ResponseFacts = {
  ...head,
  chart: 'base',
  severity: 'B',
  location: 'us',
  timeZone: 'America/New_York',
  firstResponseMinutes: 120,
  clock: 'business',
  from: '2026-03-06T16:45:00-05:00',
  due: '2026-03-09T10:15:00-04:00',
  proof: {
    segments: [
      {
        from: '2026-03-06T16:45:00-05:00',
        to: '2026-03-06T17:30:00-05:00',
        counted: true,
        minutes: 45,
        because: 'working-time',
      },
      {
        from: '2026-03-06T17:30:00-05:00',
        to: '2026-03-07T00:00:00-05:00',
        counted: false,
        minutes: 390,
        because: 'outside-hours',
      },
      {
        from: '2026-03-07T00:00:00-05:00',
        to: '2026-03-09T00:00:00-04:00',
        counted: false,
        minutes: 2820,
        because: 'weekend',
      },
      {
        from: '2026-03-09T00:00:00-04:00',
        to: '2026-03-09T09:00:00-04:00',
        counted: false,
        minutes: 540,
        because: 'outside-hours',
      },
      {
        from: '2026-03-09T09:00:00-04:00',
        to: '2026-03-09T10:15:00-04:00',
        counted: true,
        minutes: 75,
        because: 'working-time',
      },
    ],
    timeZoneData: '2026c',
    holidays: 'proposed',
  },
  effort: 'continuous',
  submission: { via: ['phone', 'web'] },
  roles: [],
  escalation: [],
  obligations: ['resources-aligned', 'change-authority-4-business-hours'],
  rejected: [
    { chart: 'mcs-security', because: 'not-purchased' },
    { chart: 'mcs-azure-platform', because: 'not-purchased' },
    { chart: 'azure-rapid-response', because: 'location-not-covered', also: ['severity-not-covered'] },
    { chart: 'unified-enhanced-response', because: 'not-purchased' },
  ],
  conditions: ['downgrade-without-resources', 'business-hours-may-vary'],
  queue: 'problem-resolution',
};

/** The same a week earlier: at the samples' now, early on Monday in New York, it waits for the morning. */
export const waiting: ResponseFacts = {
  ...business,
  from: weekEarlier(business.from),
  due: weekEarlier(business.due),
  product: 'azure-sql-database',
  proof: {
    ...business.proof,
    segments: business.proof.segments.map(({ from, to, ...segment }) => ({
      ...segment,
      from: weekEarlier(from),
      to: weekEarlier(to),
    })),
  },
};

export const incident: IncidentFacts = {
  id: 'INC-482913',
  severity: '1',
  state: 'open',
  product: 'azure-sql-database',
  location: 'dk',
  summary: 'The order database is down and nobody can place orders. It began with the failover at 9:40.',
  environment: 'production',
  opened: '2026-03-02T10:00:00+01:00',
  openedBy: 'Maja Holm',
  queue: 'rapid-response',
  due: '2026-03-02T10:15:00+01:00',
  filed: false,
};

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

export const balances: Balance[] = [
  {
    service: 'proactive-credits',
    location: 'dk',
    unit: 'credits',
    purchased: 200,
    used: 60,
    reserved: 15,
    remaining: 125,
    expires: '2026-12-31',
  },
  {
    service: 'proactive-credits',
    location: 'fr',
    unit: 'credits',
    purchased: 40,
    used: 40,
    reserved: 0,
    remaining: 0,
    expires: '2026-12-31',
  },
  {
    service: 'enhanced-designated-engineering',
    location: 'dk',
    unit: 'hours',
    purchased: 160,
    used: 12.5,
    reserved: 0,
    remaining: 147.5,
    expires: '2026-12-31',
  },
  {
    service: 'workshops',
    location: 'dk',
    unit: 'events',
    purchased: 3,
    used: 1,
    reserved: 0,
    remaining: 2,
    expires: '2026-12-31',
  },
  {
    service: 'flex-allowance',
    unit: 'USD',
    purchased: 120000,
    used: 84000,
    reserved: 0,
    lapsed: 36000,
    remaining: 0,
    expires: '2026-12-31',
  },
];

const answered = (
  command: Decision['command'],
  args: object,
  facts: object,
  sections: readonly string[],
): Decision => ({
  command,
  args: { ...args },
  status: 'answered',
  facts: { ...facts },
  citations: sections.map((section) => ({ edition, section })),
});

export const decisions = {
  rapid: answered('response.expect', { severity: '1', product: 'azure-sql-database' }, rapid, ['A', '2.5']),
  business: answered('response.expect', { severity: 'B' }, business, ['A']),
  families: answered(
    'response.expect',
    { severity: '1' },
    {
      ...rapid,
      product: undefined,
      chart: 'base',
      firstResponseMinutes: 60,
      uncertain: true,
      byProduct: [{ family: 'azure', firstResponseMinutes: 15, chart: 'azure-rapid-response' }],
      submission: { via: ['phone', 'web'], mention: 'AEM' },
    },
    ['A'],
  ),
  expired: answered(
    'response.expect',
    { severity: '1', at: '2027-01-04T10:00:00+01:00' },
    {
      ...head,
      severity: '1',
      location: 'dk',
      term: { start: '2026-01-01', end: '2026-12-31' },
      because: ['agreement-expired'],
      rejected: [{ chart: 'base', because: 'agreement-expired' }],
    },
    ['2.7'],
  ),
  chart: answered(
    'severity.explain',
    {},
    {
      ...head,
      chart: 'base',
      rows: [
        {
          severity: '1',
          situation: ['system-down', 'business-at-risk', 'complete-loss'],
          firstResponseMinutes: 60,
          azureFirstResponseMinutes: 15,
          attention: 'immediate',
          effort: 'continuous',
          obligations: ['notify-executives', 'resources-continuous', 'rapid-access'],
          submission: { via: ['phone', 'web'] },
        },
        {
          severity: 'A',
          situation: ['system-degraded', 'significant-loss'],
          firstResponseMinutes: 60,
          attention: { minutes: 60, clock: 'elapsed' },
          effort: 'continuous',
          obligations: ['resources-continuous', 'rapid-access'],
          submission: { via: ['phone', 'web'] },
        },
        {
          severity: 'B',
          situation: ['moderate-impact', 'moderate-loss', 'work-continues-impaired'],
          firstResponseMinutes: 120,
          attention: { minutes: 120, clock: 'business' },
          effort: 'continuous',
          obligations: ['resources-aligned', 'change-authority-4-business-hours'],
          submission: { via: ['phone', 'web'] },
        },
        {
          severity: 'C',
          situation: ['minimal-impact', 'substantially-functioning'],
          firstResponseMinutes: 240,
          attention: { minutes: 240, clock: 'business' },
          effort: 'business-hours',
          obligations: ['accurate-contact', 'respond-24-hours'],
          submission: { via: ['phone', 'web'] },
        },
      ],
    },
    ['A'],
  ),
  covered: answered('coverage.check', { service: 'azure-rapid-response' }, coverage, ['2.5']),
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
  balance: answered('balance.show', {}, { ...head, balances }, ['2.2', '2.7']),
  opened: {
    ...answered(
      'incident.open',
      {},
      {
        incident,
        plan: rapid,
        queue: 'rapid-response',
        nextSteps: ['file-in-portal', 'await-first-response', ...rapid.obligations],
      },
      ['A', '2.5'],
    ),
    status: 'done',
  },
  call: {
    ...answered(
      'incident.open',
      {},
      {
        incident: { ...incident, state: 'awaiting-call' },
        plan: { ...rapid, submission: { via: ['phone'] } },
        queue: 'problem-resolution',
        nextSteps: ['call-by-phone', 'await-first-response'],
        call: {
          phone: '+45 00 00 00 09',
          reference: incident.id,
          product: incident.product,
          severity: incident.severity,
          summary: incident.summary,
          location: incident.location,
          callBack: { name: 'Maja Holm', phone: '+45 00 00 00 01' },
        },
        steps: ['incident.call', 'severity.request', 'incident.note'],
      },
      ['A'],
    ),
    status: 'done',
  },
  incident: answered(
    'incident.show',
    { incident: incident.id },
    {
      incident: { ...incident, state: 'acknowledged' },
      plan: rapid,
      history: [
        { at: '2026-03-02T10:00:00+01:00', event: 'opened', by: 'Maja Holm' },
        {
          at: '2026-03-02T10:09:00+01:00',
          event: 'acknowledged',
          by: 'Alex Berg',
          note: 'Looking at the failover group.',
        },
      ],
      steps: ['incident.acknowledge', 'incident.note', 'incident.escalate', 'severity.request'],
      deadlines: [
        { what: 'first-response', due: rapid.due, because: ['azure-rapid-response', 'elapsed'], incident: incident.id },
      ],
    },
    ['A'],
  ),
  incidents: answered(
    'incident.list',
    {},
    {
      incidents: [
        incident,
        {
          ...incident,
          id: 'INC-193344',
          severity: 'B',
          state: 'acknowledged',
          product: 'exchange-online',
          location: 'fr',
          summary: 'Shared calendars do not synchronise',
          filed: undefined,
        },
        {
          ...incident,
          id: 'INC-771200',
          severity: 'C',
          state: 'resolved',
          product: 'sharepoint-online',
          location: 'us',
          summary: 'The logo on the front page is wrong',
        },
      ],
    },
    [],
  ),
  noIncidents: answered('incident.list', {}, { incidents: [] }, []),
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
  help: answered('help', {}, { commands: [...commandNames] }, []),
  form: {
    ...answered('incident.open', { product: 'azure-sql-database' }, {}, []),
    status: 'needs-input',
    missing: ['severity', 'summary'],
  },
  askSeverity: {
    ...answered('response.expect', { product: 'exchange-online' }, {}, []),
    status: 'needs-input',
    missing: ['severity'],
    because: ['unknown-severity'],
  },
  confirm: {
    ...answered(
      'incident.open',
      { product: 'azure-sql-database', severity: '1', location: 'dk', summary: 'The order database is down' },
      {},
      ['2.5'],
    ),
    status: 'needs-confirmation',
  },
  refused: { ...answered('balance.show', {}, {}, []), status: 'refused', because: ['role'] },
  busy: { ...answered('incident.show', {}, {}, []), status: 'refused', because: ['busy'] },
  notUnderstood: {
    ...answered('', {}, {}, []),
    status: 'not-understood',
    suggestions: [
      { command: 'response.expect', args: { severity: 'A', product: 'azure-sql-database' } },
      { command: 'balance.show', args: {} },
      { command: 'coverage.check', args: { service: 'azure-rapid-response', location: 'dk' } },
    ],
  },
  lost: { ...answered('', {}, {}, []), status: 'not-understood' },
  empty: { ...answered('', {}, {}, []), status: 'not-understood', because: ['empty-text'] },
  noted: { ...answered('incident.note', {}, { incident, event: 'noted' }, []), status: 'done' },
  severity: {
    ...answered(
      'severity.request',
      {},
      {
        incident: { ...incident, severity: 'B' },
        requested: '1',
        accepted: 'pending',
        plan: rapid,
        because: [],
        uncertain: true,
      },
      ['A'],
    ),
    status: 'done',
  },
  rootCause: answered(
    'rca.request',
    { incident: incident.id },
    {
      incident: incident.id,
      allowed: 'ask',
      because: ['technology'],
      due: '2026-03-12',
      route: 'base',
      fee: 'possible',
    },
    ['2.3'],
  ),
  survey: { ...answered('survey.answer', {}, { incident: { ...incident, state: 'closed' } }, []), status: 'done' },
  close: {
    ...answered('incident.close', { incident: incident.id, text: 'Solved by the failover.' }, {}, []),
    status: 'needs-confirmation',
  },
  askNote: {
    ...answered('incident.note', { incident: incident.id }, {}, []),
    status: 'needs-input',
    missing: ['text'],
  },
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
  rapidChart: answered(
    'severity.explain',
    { severity: '1', chart: 'azure-rapid-response' },
    {
      ...head,
      chart: 'azure-rapid-response',
      rows: [
        {
          severity: '1',
          situation: ['core-process-lost'],
          firstResponseMinutes: 15,
          effort: 'continuous',
          obligations: [],
          submission: { via: ['portal'], mention: 'AEM' },
        },
      ],
    },
    ['A'],
  ),
  free: answered(
    'coverage.check',
    { product: 'sql-server' },
    { ...head, decision: 'included', because: [], conditions: [], product: 'sql-server', date: '2026-03-02' },
    ['2.3'],
  ),
  resolved: answered(
    'incident.show',
    { incident: incident.id },
    {
      incident: { ...incident, state: 'resolved' },
      plan: { ...rapid, proof: { ...rapid.proof, segments: [] } },
      history: [{ at: '2026-03-02T10:00:00+01:00', event: 'opened', by: audience.user }],
      steps: ['closed', 'reopened', 'rca.request'],
      deadlines: [{ what: 'rca-request', due: '2026-03-16', because: [] }],
    },
    ['A'],
  ),
  engineer: answered(
    'incident.show',
    { incident: incident.id },
    {
      incident: { ...incident, due: '2026-03-02T09:15:00+01:00' },
      plan: rapid,
      history: [{ at: '2026-03-02T10:00:00+01:00', event: 'opened', by: 'Maja Holm' }],
      steps: ['incident.mitigate', 'incident.resolve', 'severity.set'],
      deadlines: [],
    },
    ['A'],
  ),
  waiting: answered(
    'incident.show',
    { incident: 'INC-193344' },
    {
      incident: {
        ...incident,
        id: 'INC-193344',
        severity: 'B',
        location: 'us',
        opened: waiting.from,
        due: waiting.due,
        queue: 'problem-resolution',
        filed: undefined,
      },
      plan: waiting,
      history: [
        { at: waiting.from, event: 'opened', by: 'Maja Holm', severity: 'C' },
        { at: '2026-02-27T16:50:00-05:00', event: 'severity-requested', by: 'Maja Holm', severity: 'B' },
        { at: '2026-02-27T16:55:00-05:00', event: 'severity-set', by: 'Alex Berg', severity: 'B' },
        {
          at: '2026-02-27T17:00:00-05:00',
          event: 'noted',
          by: 'Maja Holm',
          note: 'We restarted the listener twice. It helps for ten minutes, then the queue grows again until nobody can send anything. The log of the failover group is attached to the case.',
        },
        { at: '2026-02-27T17:05:00-05:00', event: 'noted', by: 'Paul Renard', note: 'France sees the same.' },
        { at: '2026-02-27T17:10:00-05:00', event: 'escalated', by: 'Maja Holm' },
      ],
      steps: ['severity.request', 'incident.note', 'incident.close'],
      deadlines: [
        { what: 'first-response', due: waiting.due, because: ['base', 'business'], incident: 'INC-193344' },
        { what: 'next-duty', due: '2026-03-02T13:00:00-05:00', because: [], incident: 'INC-193344' },
        { what: 'root-cause', due: '2026-03-20', because: [], incident: 'INC-193344' },
      ],
    },
    ['A'],
  ),
  exchange: {
    ...answered(
      'credits.exchange',
      { credits: 25, from: 'dk', to: 'fr', quoted: 32 },
      {
        ...head,
        allowed: 'yes',
        because: [],
        conditions: ['excluded-countries-unlisted'],
        from: 'dk',
        to: 'fr',
        debited: 25,
        credited: 32,
        rounding: 'up',
        readings: [
          { rounding: 'up', amount: 32 },
          { rounding: 'nearest', amount: 31 },
        ],
        rates: { from: { currency: 'EUR', perCredit: 100 }, to: { currency: 'EUR', perCredit: 80 } },
        available: 200,
        remaining: { from: 175, to: 72 },
      },
      ['2.6'],
    ),
    status: 'needs-confirmation',
  },
  exchangeNo: answered(
    'credits.exchange',
    {},
    {
      ...head,
      allowed: 'no',
      because: ['other-work-order'],
      conditions: [],
      from: 'dk',
      to: 'jp',
      debited: 20,
      rates: {},
      available: 200,
    },
    ['2.6'],
  ),
  cancel: {
    ...answered(
      'service.cancel',
      {},
      {
        ...head,
        allowed: 'yes',
        because: ['at-vendor-discretion'],
        conditions: [],
        service: 'workshops',
        location: 'dk',
        deliveryDate: '2026-03-10',
        requested: '2026-03-02',
        daysAhead: 8,
        feePercent: 50,
        fee: { service: 'proactive-credits', location: 'dk', unit: 'credits', amount: 10 },
        refund: { service: 'proactive-credits', location: 'dk', unit: 'credits', amount: 10 },
        booking: { id: 'B-7F3', service: 'workshops', location: 'dk', date: '2026-03-10', state: 'cancelled' },
        calendar: 'BEGIN:VCALENDAR',
      },
      ['2.7'],
    ),
    status: 'done',
  },
  move: {
    ...answered(
      'service.move',
      {},
      {
        ...head,
        allowed: 'yes',
        because: ['rescheduling-unprinted'],
        conditions: ['subject-to-resources', 'minimum-registration'],
        uncertain: true,
        service: 'workshops',
        location: 'dk',
        deliveryDate: '2026-03-10',
        date: '2026-04-14',
        requested: '2026-03-02',
        daysAhead: 8,
        feePercent: 50,
        feePercents: [50, 0],
        requestBy: '2026-11-01',
        fee: { service: 'workshops', location: 'dk', unit: 'events', amount: 1 },
        booking: {
          id: 'BK-204511',
          service: 'workshops',
          location: 'dk',
          date: '2026-03-10',
          state: 'requested',
          holds: { service: 'workshops', location: 'dk', unit: 'events', amount: 1 },
        },
      },
      ['2.7', '2.8'],
    ),
    status: 'needs-confirmation',
  },
  flex: answered(
    'flex.check',
    {},
    {
      ...head,
      allowed: 'ask',
      because: ['over-cap', 'edition-ambiguous'],
      conditions: ['use-within-annual-term'],
      for: 'workshops',
      amount: 60000,
      currency: 'USD',
      caps: [24000, 50000],
      uncertain: true,
      allocateBy: '2026-01-01',
    },
    ['2.2'],
  ),
  ledger: answered(
    'ledger.show',
    {},
    {
      ...head,
      opening: [],
      closing: [{ service: 'proactive-credits', location: 'dk', unit: 'credits', amount: 175 }],
      entries: [
        {
          at: '2026-02-02T10:00:00+01:00',
          by: 'u',
          byName: 'Maja Holm',
          command: 'c',
          why: { reason: 'exchange', from: 'dk', to: 'fr' },
          lines: [
            { service: 'proactive-credits', location: 'dk', unit: 'credits', amount: -25, account: 'available' },
            { service: 'proactive-credits', location: 'dk', unit: 'credits', amount: 25, account: 'sent' },
            { service: 'proactive-credits', location: 'fr', unit: 'credits', amount: 32, account: 'available' },
          ],
        },
        {
          at: '2026-02-03T10:00:00+01:00',
          by: 'u',
          command: 'c',
          why: { reason: 'hours' },
          lines: [{ service: 'workshops', location: 'dk', unit: 'hours', amount: -1.5, account: 'available' }],
          text: 'On the failover',
        },
      ],
      more: 3,
      bookings: [],
    },
    ['2.2'],
  ),
  askExchange: {
    ...answered('credits.exchange', {}, {}, []),
    status: 'needs-input',
    missing: ['credits', 'from', 'to'],
  },
  askBooking: {
    ...answered('service.book', { location: 'dk' }, {}, []),
    status: 'needs-input',
    missing: ['service', 'date'],
    because: ['date-in-the-past'],
  },
  remindersOff: {
    ...answered('reminder.set', { reminders: 'off' }, { reminders: 'off', about: 'incidents' }, []),
    status: 'done',
  },
  remindersOn: {
    ...answered(
      'reminder.set',
      { reminders: 'on' },
      { reminders: 'on', about: 'incident', incident: 'INC-482913' },
      [],
    ),
    status: 'done',
  },
  dropped: answered('incident.close', {}, { dropped: true }, []),
} as const satisfies Record<string, Decision>;
