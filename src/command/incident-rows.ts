/** Commands on incidents: opening, looking, every step of their life. */
import { z } from 'zod';
import { Queue } from '../../knowledge/schema/chart.ts';
import { Id, IsoDate, Severity } from '../../knowledge/vocabulary.ts';
import { Allowed } from './account-contract.ts';
import { Deadline } from './agreement-contract.ts';
import { contacts, contract } from './contract-row.ts';
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
import { ResponseFacts } from './response-contract.ts';
import { Codes, Instant } from './shapes.ts';

export const incidentRows = {
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
} as const;
