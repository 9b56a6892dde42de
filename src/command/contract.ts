/**
 * The commands of the desk: each name with the arguments it takes, who may give it and the facts of its answer.
 * Chat, card button, console, HTTP and tab all go through this one table. Names and shapes are a contract.
 */
import { z } from 'zod';
import { Queue, Situation } from '../../knowledge/schema/chart.ts';
import {
  Channel,
  Chart,
  Clock,
  CoverageDecision,
  DeskLanguage,
  Effort,
  Escalation,
  Id,
  IsoDate,
  LocationRole,
  Obligation,
  PersonRole,
  ProductFamily,
  Programme,
  Rejection,
  ResponseCondition,
  Severity,
  Structure,
  Unit,
  VendorRole,
} from '../../knowledge/vocabulary.ts';

import {
  Allowed,
  ApprovalDecideArgs,
  ApprovalDecideFacts,
  ApprovalListArgs,
  ApprovalListFacts,
  Balance,
  BalanceArgs,
  BookArgs,
  BookFacts,
  CancelArgs,
  CancelFacts,
  EventArgs,
  EventFacts,
  ExchangeArgs,
  ExchangeFacts,
  FlexArgs,
  FlexFacts,
  ForecastFacts,
  HoursArgs,
  HoursFacts,
  MoveArgs,
  MoveFacts,
  RedeemArgs,
  RedeemFacts,
  StatementArgs,
  StatementFacts,
  SubstituteArgs,
  SubstituteFacts,
} from './account-contract.ts';

import { ContactAddArgs, ContactFacts, ContactRemoveArgs } from './contact-contract.ts';

export { Allowed, Balance };

const Minutes = z.number().int().positive();
/** An instant with its offset, as it reads on the clock of the location that it belongs to. */
const Instant = z.iso.datetime({ offset: true });
const Codes = z.array(z.string());

/** What stands in the answer when no chart governs, because the agreement has ended or not begun. */
export const NoChartFacts = z.object({
  workOrder: z.string(),
  edition: z.string(),
  severity: Severity,
  product: Id.optional(),
  location: z.string(),
  term: z.object({ start: IsoDate, end: IsoDate }),
  because: Codes,
  rejected: z.array(z.object({ chart: Chart, because: Rejection, also: z.array(Rejection).optional() })),
});
export type NoChartFacts = z.infer<typeof NoChartFacts>;

/** One run of working time that was counted towards a due instant, or a stretch that was not, and why. */
export const ProofSegment = z.object({
  from: Instant,
  to: Instant,
  counted: z.boolean(),
  minutes: z.number(),
  because: z.enum(['working-time', 'elapsed-time', 'outside-hours', 'weekend', 'holiday', 'clock-change']),
});
export type ProofSegment = z.infer<typeof ProofSegment>;

/** The answer assumes services that are not held; beside it what holds today. */
export const WhatIf = z.object({
  assuming: z.array(Id),
  /** Services that were named and that the edition does not have. */
  notOffered: z.array(Id),
  today: z.object({ chart: Chart, firstResponseMinutes: Minutes, due: Instant }),
  prerequisites: Codes,
});
export type WhatIf = z.infer<typeof WhatIf>;

export const ResponseFacts = z.object({
  workOrder: z.string(),
  edition: z.string(),
  chart: Chart,
  severity: Severity,
  product: Id.optional(),
  location: z.string(),
  timeZone: z.string(),
  firstResponseMinutes: Minutes,
  /** Other lines of the answer when no product was named. */
  byProduct: z.array(z.object({ family: ProductFamily, firstResponseMinutes: Minutes, chart: Chart })).optional(),
  clock: Clock,
  from: Instant,
  due: Instant,
  proof: z.object({
    segments: z.array(ProofSegment),
    timeZoneData: z.string(),
    holidays: z.enum(['listed', 'proposed', 'none']),
  }),
  effort: Effort,
  submission: z.object({ via: z.array(Channel), mention: z.string().optional() }),
  roles: z.array(VendorRole),
  escalation: z.array(Escalation),
  obligations: z.array(Obligation),
  rejected: z.array(z.object({ chart: Chart, because: Rejection, also: z.array(Rejection).optional() })),
  conditions: z.array(ResponseCondition),
  queue: Queue,
  inferred: z.boolean().optional(),
  uncertain: z.boolean().optional(),
  /** True when the clock is asked from an instant that has gone by. */
  past: z.boolean().optional(),
  whatIf: WhatIf.optional(),
});
export type ResponseFacts = z.infer<typeof ResponseFacts>;

export const SeverityRow = z.object({
  severity: Severity,
  situation: z.array(Situation),
  firstResponseMinutes: Minutes,
  azureFirstResponseMinutes: Minutes.optional(),
  attention: z.union([z.literal('immediate'), z.object({ minutes: Minutes, clock: Clock })]).optional(),
  effort: Effort,
  obligations: z.array(Obligation),
  submission: z.object({ via: z.array(Channel), mention: z.string().optional() }),
});

export const Coverage = z.object({
  workOrder: z.string(),
  edition: z.string(),
  decision: CoverageDecision,
  because: Codes,
  conditions: Codes,
  service: Id.optional(),
  product: Id.optional(),
  location: z.string().optional(),
  date: IsoDate,
  chart: Chart.optional(),
  unit: Unit.optional(),
  limits: z.record(z.string(), z.number()).optional(),
  prerequisites: Codes.optional(),
  languages: z.array(z.string()).optional(),
  uncertain: z.boolean().optional(),
  /** The decision assumes services that are not held; today's stands beside it. */
  whatIf: z
    .object({
      assuming: z.array(Id),
      notOffered: z.array(Id),
      today: z.object({ decision: CoverageDecision, because: Codes }),
      prerequisites: Codes,
    })
    .optional(),
});
export type Coverage = z.infer<typeof Coverage>;

export const IncidentState = z.enum(['awaiting-call', 'open', 'acknowledged', 'mitigated', 'resolved', 'closed']);
export type IncidentState = z.infer<typeof IncidentState>;

/** `system-down` is severity 1, `significant-degradation` A, `moderate` B, `minor` C. */
export const Impact = z.enum(['system-down', 'significant-degradation', 'moderate', 'minor']);
export type Impact = z.infer<typeof Impact>;

export const IncidentFacts = z.object({
  id: z.string(),
  severity: Severity,
  state: IncidentState,
  product: Id,
  location: z.string(),
  summary: z.string(),
  environment: z.string().optional(),
  opened: Instant,
  openedBy: z.string(),
  queue: Queue,
  due: Instant.optional(),
  filed: z.boolean().optional(),
  /** The vendor's number of the case. */
  caseNumber: z.string().optional(),
  /** Who can be reached about it, and who may allow a change, where they were named. */
  contact: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
  changeAuthority: z.string().optional(),
  reproduction: z.string().optional(),
  /** Set once it is known to be a product defect. */
  cause: z.string().optional(),
});
export type IncidentFacts = z.infer<typeof IncidentFacts>;

export const HistoryEntry = z.object({
  at: Instant,
  event: z.string(),
  by: z.string(),
  note: z.string().optional(),
  /** With an event that is about one: the severity opened with, asked for or set. */
  severity: Severity.optional(),
});

export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const Deadline = z.object({
  what: z.string(),
  due: z.string(),
  because: Codes,
  incident: z.string().optional(),
});
export type Deadline = z.infer<typeof Deadline>;

/** A clock that runs, or was missed and is still owed, by an instant; with the time that counts on it, where that is known. */
export const RunningClock = z.object({
  what: z.string(),
  side: z.enum(['vendor', 'customer']),
  state: z.enum(['running', 'missed']),
  from: Instant,
  due: Instant,
  segments: z.array(ProofSegment),
});
export type RunningClock = z.infer<typeof RunningClock>;

/** A duty of the customer's, by the id of an obligation or a responsibility; its words come with the answer's language. */
export const Duty = z.object({ id: z.string(), text: z.string().optional(), section: z.string() });
export type Duty = z.infer<typeof Duty>;

/** What one edition says of a subject and another says otherwise; null where an edition does not have it. */
export const Difference = z.object({
  topic: z.string(),
  from: z.json(),
  to: z.json(),
  /** For the customer, seen from `from` to `to`. */
  effect: z.enum(['gain', 'loss', 'change']),
  sections: z.object({ from: z.string().optional(), to: z.string().optional() }),
});
export type Difference = z.infer<typeof Difference>;

export const FoundClause = z.object({
  edition: z.string(),
  section: z.string(),
  title: z.string(),
  summary: z.string(),
  score: z.number(),
  /** The printed clause from the customer's own copy of the description, where one was indexed. */
  printed: z.string().optional(),
});
export type FoundClause = z.infer<typeof FoundClause>;

/** Words of courtesy, of anger and of need that ask nothing of the desk. */
export const SmallTalk = z.enum(['greeting', 'thanks', 'goodbye', 'who', 'insult', 'person', 'off-topic', 'emergency']);
export type SmallTalk = z.infer<typeof SmallTalk>;

const contract = <Args extends z.ZodObject, Facts extends z.ZodType>(
  roles: readonly PersonRole[],
  args: Args,
  facts: Facts,
  /** Arguments without which there is no answer, in the order in which they are asked for. */
  required: readonly (keyof z.infer<Args> & string)[] = [],
) => ({ roles, args, facts, required });

const everyone = ['customer', 'contact', 'administrator'] as const;
const contacts = ['contact', 'administrator', 'engineer'] as const;
const administrators = ['administrator'] as const;

/** What to say on the phone where the edition wants the call; without a number the work order's file holds none. */
export const CallScript = z.object({
  phone: z.string().optional(),
  /** The incident's own number, to be named as the customer's reference. */
  reference: z.string(),
  product: Id,
  severity: Severity,
  impact: z.string().optional(),
  summary: z.string(),
  location: z.string(),
  callBack: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
});
export type CallScript = z.infer<typeof CallScript>;

/** What the severities mean for an incident that is about to be opened, while something of it is still asked for. */
export const Triage = z.object({
  rows: z.array(
    z.object({
      severity: Severity,
      chart: Chart,
      situation: z.array(Situation),
      firstResponseMinutes: Minutes,
      clock: Clock,
      obligations: z.array(Obligation),
      via: z.array(Channel),
      /** The vendor may lower it, where the customer cannot provide what the work needs. */
      mayBeLowered: z.boolean(),
    }),
  ),
  setBy: z.enum(['vendor', 'vendor-with-customer']),
  /** Further arguments that the proposed severity calls for. */
  asks: Codes,
});
export type Triage = z.infer<typeof Triage>;

/** Who looks after an incident beside its engineers, and from when: by the edition's word on its severity. */
export const EscalationFacts = z.object({
  how: z.enum(['automatic', 'on-request', 'unprinted']),
  effective: Instant,
});
export type EscalationFacts = z.infer<typeof EscalationFacts>;

/** What a person who names the people on the customer's side says of them. */
const People = {
  contact: z.string().trim().min(1).max(200).optional(),
  contactPhone: z.string().trim().min(1).max(60).optional(),
  changeAuthority: z.string().trim().min(1).max(200).optional(),
  /** The customer lets the vendor begin before the contract is signed (F-MSCIR-04). */
  earlyStart: z.boolean().optional(),
};

const OnIncident = z.object({ incident: z.string(), text: z.string().trim().max(4000).optional() });
/** How an incident stands after a step, as `incident.show` tells it. */
const Story = {
  plan: ResponseFacts.optional(),
  history: z.array(HistoryEntry).optional(),
  deadlines: z.array(Deadline).optional(),
  clocks: z.array(RunningClock).optional(),
};
const IncidentStep = z.object({
  incident: IncidentFacts,
  event: z.string().optional(),
  because: Codes.optional(),
  conditions: Codes.optional(),
  escalation: EscalationFacts.optional(),
  uncertain: z.boolean().optional(),
  /** Commands that the reader may give on it now. */
  steps: z.array(z.string()).optional(),
  ...Story,
});
const OnSeverity = z.object({
  incident: z.string(),
  severity: Severity,
  impact: z.string().optional(),
  text: z.string().trim().max(4000).optional(),
  /** Why it is lowered: the customer cannot provide what the work needs. Engineers alone say so. */
  reason: z.enum(['no-resources']).optional(),
});
const SeverityDecision = z.object({
  incident: IncidentFacts,
  requested: Severity,
  /** `pending` until an engineer has decided. */
  accepted: z.enum(['pending', 'yes']),
  plan: ResponseFacts,
  because: Codes,
  uncertain: z.boolean().optional(),
  /** First responses that were missed before: another severity does not take that back. */
  missed: z.array(z.object({ due: Instant, responded: Instant.optional() })).optional(),
});

export const contracts = {
  'response.expect': contract(
    everyone,
    z.object({
      severity: Severity,
      product: Id.optional(),
      location: z.string().optional(),
      language: z.string().optional(),
      at: Instant.optional(),
      subscription: z.string().optional(),
      assuming: z.array(Id).optional(),
    }),
    z.union([ResponseFacts, NoChartFacts]),
    ['severity'],
  ),
  'severity.explain': contract(
    everyone,
    z.object({ severity: Severity.optional(), chart: Chart.optional() }),
    z.object({ workOrder: z.string(), edition: z.string(), chart: Chart, rows: z.array(SeverityRow) }),
  ),
  'coverage.check': contract(
    everyone,
    z.object({
      service: Id.optional(),
      product: Id.optional(),
      location: z.string().optional(),
      date: IsoDate.optional(),
      assuming: z.array(Id).optional(),
    }),
    Coverage,
    ['service'],
  ),
  'contract.show': contract(
    everyone,
    z.object({ location: z.string().optional() }),
    z.object({
      workOrder: z.string(),
      edition: z.string(),
      programme: Programme,
      customer: z.object({ name: z.string() }),
      term: z.object({ start: IsoDate, end: IsoDate }),
      structure: Structure,
      locations: z.array(z.object({ id: z.string(), role: LocationRole, country: z.string(), timeZone: z.string() })),
      services: z.array(
        z.object({ service: Id, location: z.string(), quantity: z.number().optional(), unit: z.string().optional() }),
      ),
      contacts: z
        .array(z.object({ name: z.string(), roles: z.array(PersonRole), locations: z.array(z.string()) }))
        .optional(),
    }),
  ),
  'balance.show': contract(
    administrators,
    BalanceArgs,
    z.object({
      workOrder: z.string(),
      edition: z.string(),
      balances: z.array(Balance),
      /** Why there can be none of what was asked for. */
      because: Codes.optional(),
    }),
  ),
  'balance.forecast': contract(administrators, BalanceArgs, ForecastFacts),
  'service.explain': contract(
    everyone,
    z.object({ service: Id, location: z.string().optional(), date: IsoDate.optional() }),
    Coverage,
    ['service'],
  ),
  'duty.list': contract(
    everyone,
    z.object({
      severity: Severity.optional(),
      role: z.enum(['administrator', 'contact', 'customer']).optional(),
      chart: Chart.optional(),
      location: z.string().optional(),
    }),
    z.object({ workOrder: z.string(), edition: z.string(), severity: Severity.optional(), duties: z.array(Duty) }),
  ),
  'deadline.list': contract(
    ['contact', 'administrator'],
    z.object({ within: z.number().int().positive().max(3660).optional(), location: z.string().optional() }),
    z.object({ workOrder: z.string(), edition: z.string(), until: IsoDate, deadlines: z.array(Deadline) }),
  ),
  'reminder.set': contract(
    ['contact', 'administrator'],
    z.object({
      reminders: z.enum(['on', 'off']),
      about: z.enum(['all', 'account', 'incidents']).optional(),
      incident: z.string().optional(),
    }),
    z.object({
      reminders: z.enum(['on', 'off']),
      about: z.enum(['all', 'account', 'incidents', 'incident']),
      incident: z.string().optional(),
    }),
    ['reminders'],
  ),
  'contract.compare': contract(
    everyone,
    z.object({ from: z.string().optional(), to: z.string() }),
    z.object({ workOrder: z.string(), from: z.string(), to: z.string(), differences: z.array(Difference) }),
    ['to'],
  ),
  'knowledge.search': contract(
    everyone,
    z.object({ question: z.string().trim().min(1).max(2000) }),
    z.object({ workOrder: z.string(), clauses: z.array(FoundClause) }),
    ['question'],
  ),
  'incident.open': contract(
    contacts,
    z.object({
      product: Id,
      impact: Impact.optional(),
      severity: Severity.optional(),
      summary: z.string().trim().min(1).max(4000),
      location: z.string().optional(),
      environment: z.string().optional(),
      language: z.string().optional(),
      subscription: z.string().optional(),
      reproduction: z.string().trim().min(1).max(4000).optional(),
      /** The customer reports an attack on its systems. */
      attack: z.boolean().optional(),
      /** Nobody asked to open it: a breakdown was described. It is asked about first, with the severity proposed. */
      proposed: z.boolean().optional(),
      ...People,
    }),
    z.object({
      incident: IncidentFacts,
      plan: ResponseFacts,
      queue: Queue,
      /** The vendor's team that is told, by its name; absent where none takes the queue. */
      team: z.string().optional(),
      nextSteps: Codes,
      call: CallScript.optional(),
      escalation: EscalationFacts.optional(),
      steps: z.array(z.string()).optional(),
    }),
    ['product', 'severity', 'summary'],
  ),
  'incident.show': contract(
    contacts,
    z.object({ incident: z.string() }),
    z.object({
      incident: IncidentFacts,
      plan: ResponseFacts,
      history: z.array(HistoryEntry),
      deadlines: z.array(Deadline),
      clocks: z.array(RunningClock).optional(),
      call: CallScript.optional(),
      /** Commands that the reader may give on it now. */
      steps: z.array(z.string()).optional(),
    }),
    ['incident'],
  ),
  'incident.list': contract(
    contacts,
    z.object({
      filter: z.enum(['open', 'closed', 'all']).optional(),
      location: z.string().optional(),
      severity: Severity.optional(),
      product: Id.optional(),
      /** Those that the asker opened or has acknowledged. */
      mine: z.boolean().optional(),
      /** Words that stand in the number, the summary or the case number. */
      search: z.string().trim().max(200).optional(),
      /** Of the card, from 1; the facts hold all. */
      page: z.number().int().min(1).max(100).optional(),
    }),
    z.object({ incidents: z.array(IncidentFacts) }),
  ),
  'incident.note': contract(contacts, OnIncident.extend(People), IncidentStep, ['incident', 'text']),
  'incident.call': contract(
    contacts,
    OnIncident.extend({
      /** When the customer called; now without it. */
      calledAt: Instant.optional(),
      caseNumber: z.string().trim().min(1).max(60).optional(),
    }),
    IncidentStep,
    ['incident'],
  ),
  'incident.update': contract(
    ['engineer'],
    OnIncident.extend({ nextUpdate: Instant.optional(), asksCustomer: z.boolean().optional() }),
    IncidentStep,
    ['incident', 'text'],
  ),
  'incident.review': contract(
    ['engineer'],
    OnIncident.extend({
      /** The review without it, or what of the three is due. */
      what: z.enum(['incident-review', 'event-summary', 'root-cause-analysis']).optional(),
      /** The day by which it will be given; without a day it is given now. */
      date: IsoDate.optional(),
    }),
    IncidentStep.extend({ what: z.string() }),
    ['incident'],
  ),
  'incident.acknowledge': contract(['engineer'], OnIncident, IncidentStep, ['incident']),
  'incident.escalate': contract(contacts, OnIncident, IncidentStep, ['incident']),
  'incident.mitigate': contract(['engineer'], OnIncident, IncidentStep, ['incident']),
  'incident.resolve': contract(
    contacts,
    OnIncident.extend({ cause: z.enum(['product-defect']).optional() }),
    IncidentStep,
    ['incident'],
  ),
  'incident.close': contract(contacts, OnIncident, IncidentStep, ['incident']),
  'incident.reopen': contract(contacts, OnIncident, IncidentStep, ['incident']),
  'severity.request': contract(contacts, OnSeverity, SeverityDecision, ['incident', 'severity']),
  'severity.set': contract(['engineer'], OnSeverity, SeverityDecision, ['incident', 'severity']),
  'rca.request': contract(
    contacts,
    OnIncident,
    z.object({
      incident: z.string(),
      allowed: Allowed,
      because: Codes,
      due: IsoDate.optional(),
      route: z.enum(['extended', 'base']),
      fee: z.enum(['included', 'possible']),
      conditions: Codes.optional(),
      /** Who takes the request under enhanced response. */
      ask: Codes.optional(),
      uncertain: z.boolean().optional(),
    }),
    ['incident'],
  ),
  'survey.answer': contract(
    contacts,
    z.object({ incident: z.string(), score: z.number().int().min(1).max(5), comment: z.string().max(4000).optional() }),
    z.object({ incident: IncidentFacts }),
    ['incident', 'score'],
  ),
  'ledger.show': contract(administrators, StatementArgs, StatementFacts),
  'credits.exchange': contract(administrators, ExchangeArgs, ExchangeFacts, ['credits', 'from', 'to']),
  'credits.redeem': contract(administrators, RedeemArgs, RedeemFacts, ['service']),
  'service.book': contract(administrators, BookArgs, BookFacts, ['service', 'date']),
  'service.cancel': contract(administrators, CancelArgs, CancelFacts, ['deliveryDate']),
  'service.move': contract(administrators, MoveArgs, MoveFacts, ['deliveryDate', 'date']),
  'service.exchange': contract(administrators, SubstituteArgs, SubstituteFacts, ['from', 'to']),
  'event.plan': contract(administrators, EventArgs, EventFacts, ['start', 'end']),
  'flex.check': contract(administrators, FlexArgs, FlexFacts, ['amount', 'for']),
  'hours.record': contract(['administrator', 'engineer'], HoursArgs, HoursFacts, ['service', 'hours']),
  'approval.list': contract(administrators, ApprovalListArgs, ApprovalListFacts),
  'approval.decide': contract(administrators, ApprovalDecideArgs, ApprovalDecideFacts, ['approval', 'decision']),
  'contact.add': contract(administrators, ContactAddArgs, ContactFacts, ['name', 'userId']),
  'contact.remove': contract(administrators, ContactRemoveArgs, ContactFacts, ['name']),
  'language.set': contract(
    [...everyone, 'engineer'],
    z.object({ language: DeskLanguage }),
    z.object({ language: DeskLanguage }),
    ['language'],
  ),
  help: contract(
    everyone,
    z.object({}),
    z.object({
      commands: z.array(z.string()),
      /** What was said that is no question to the desk: the answer is a short word, and not the list of commands. */
      smallTalk: SmallTalk.optional(),
      /** With an emergency that is not the vendor's: what to dial, the asker's own country first. */
      dial: z.array(z.object({ country: z.string(), numbers: z.array(z.string()) })).optional(),
    }),
  ),
} as const;

export type Contracts = typeof contracts;
export type CommandName = keyof Contracts;

/** Commands that spend, close or reopen: what they do is done after a yes, what they only answer is answered at once. */
export const confirmed: ReadonlySet<CommandName> = new Set<CommandName>([
  'incident.close',
  'incident.reopen',
  'credits.exchange',
  'credits.redeem',
  'service.book',
  'service.cancel',
  'service.move',
  'event.plan',
  'hours.record',
  'approval.decide',
  'contact.add',
  'contact.remove',
]);
export type ArgsOf<Name extends CommandName> = z.infer<Contracts[Name]['args']>;
export type FactsOf<Name extends CommandName> = z.infer<Contracts[Name]['facts']>;
export const commandNames = Object.keys(contracts) as CommandName[];
