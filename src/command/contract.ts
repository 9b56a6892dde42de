/**
 * The commands of the desk: each name with the arguments it takes, who may give it and the facts of its answer.
 * Chat, card button, console, HTTP and tab all go through this one table. Names and shapes are a contract.
 */
import { z } from 'zod';
import { Queue } from '../../knowledge/schema/chart.ts';
import {
  Chart,
  DeskLanguage,
  Id,
  IsoDate,
  LocationRole,
  PersonRole,
  Programme,
  Severity,
  Structure,
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
import { Deadline, Difference, Duty, FoundClause } from './agreement-contract.ts';
import { ContactAddArgs, ContactFacts, ContactRemoveArgs } from './contact-contract.ts';
import {
  CallScript,
  EscalationFacts,
  HistoryEntry,
  Impact,
  IncidentFacts,
  IncidentStep,
  OnIncident,
  OnSeverity,
  People,
  RunningClock,
  SeverityDecision,
} from './incident-contract.ts';
import { Coverage, NoChartFacts, ResponseFacts, SeverityRow } from './response-contract.ts';
import { Codes, Instant } from './shapes.ts';

export * from './agreement-contract.ts';
export * from './incident-contract.ts';
export * from './response-contract.ts';
export { Allowed, Balance };

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
