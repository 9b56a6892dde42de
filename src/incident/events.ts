/** What can happen to an incident. The history is the incident: its state is the fold of these. */
import { z } from 'zod';
import { Queue } from '../../knowledge/schema/chart.ts';
import { Id, IsoDate, Severity } from '../../knowledge/vocabulary.ts';
import { ResponseFacts } from '../command/contract.ts';
import { DirectoryId } from '../directory-id.ts';
import { AttackCover } from '../routing/cyber-incident.ts';

/** What an incident turned out to be, where that decides who pays for the work. */
export const Cause = z.enum(['product-defect']);
export type Cause = z.infer<typeof Cause>;

/** What was promised when it was opened; kept as it was said, so that no later edit of the agreement rewrites it. */
export const PromisedResponse = ResponseFacts.omit({ proof: true });
export type PromisedResponse = z.infer<typeof PromisedResponse>;

const Instant = z.iso.datetime({ offset: true });
/** Whose act an event is; absent in histories that are older than the distinction. */
export const Side = z.enum(['customer', 'vendor']);
export type Side = z.infer<typeof Side>;

const common = {
  at: Instant,
  by: DirectoryId,
  byName: z.string().optional(),
  side: Side.optional(),
  text: z.string().max(4000).optional(),
};

/** Who can be reached about an incident, by day and by night where its severity asks for that. */
export const ReachableContact = z.strictObject({ name: z.string().min(1), phone: z.string().min(1).optional() });
export type ReachableContact = z.infer<typeof ReachableContact>;

export const Opened = z.strictObject({
  type: z.literal('opened'),
  ...common,
  workOrder: z.string(),
  edition: z.string(),
  location: z.string(),
  product: Id,
  severity: Severity,
  impact: z.string().optional(),
  summary: z.string().min(1),
  environment: z.string().optional(),
  subscription: z.string().optional(),
  language: z.string().optional(),
  /** Set where an attack is reported: how the agreement covers the work on it. */
  attack: AttackCover.optional(),
  /** The language that the opening was answered in, for news of it. */
  toldIn: z.string().optional(),
  /** How the problem is brought about again. */
  reproduction: z.string().optional(),
  contact: ReachableContact.optional(),
  /** Who may allow a change to the customer's systems. */
  changeAuthority: z.string().optional(),
  /** The customer lets the vendor begin before the contract is signed, and bears what that costs (F-MSCIR-04). */
  earlyStart: z.literal(true).optional(),
  queue: Queue,
  plan: PromisedResponse,
  /** The edition wants the phone: the incident counts from the call, which the desk can only record. */
  awaitsCall: z.boolean(),
});
export type Opened = z.infer<typeof Opened>;

/** Steps of which most carry no more than who, when and a text. */
export const StepType = z.enum(['acknowledged', 'noted', 'escalated', 'mitigated', 'resolved', 'closed', 'reopened']);
export type StepType = z.infer<typeof StepType>;
const Step = z.strictObject({
  type: StepType,
  ...common,
  /** With `noted`: who can be reached, who may allow a change, and the consent to an early start. */
  contact: ReachableContact.optional(),
  changeAuthority: z.string().optional(),
  earlyStart: z.literal(true).optional(),
  /** With `escalated`: from when somebody looks after it, by the edition's word. */
  effective: Instant.optional(),
  /** With `resolved`: what it turned out to be. */
  cause: Cause.optional(),
  /** With `reopened`, before any first response: the promise starts anew. */
  promise: PromisedResponse.optional(),
});
export type Step = z.infer<typeof Step>;

/** The customer has called: the incident is open from the call on, and the vendor knows it by its own number. */
const Called = z.strictObject({
  type: z.literal('called'),
  ...common,
  calledAt: Instant,
  caseNumber: z.string().min(1).optional(),
  plan: PromisedResponse,
});

/** An engineer's word on how it stands; with the instant of the next one, and whether the customer is to answer. */
const Updated = z.strictObject({
  type: z.literal('updated'),
  ...common,
  text: z.string().min(1).max(4000),
  nextUpdate: Instant.optional(),
  asksCustomer: z.literal(true).optional(),
});

const SeverityRequested = z.strictObject({
  type: z.literal('severity-requested'),
  ...common,
  severity: Severity,
  impact: z.string().optional(),
});

/** The vendor's decision on a severity, with the promise that holds from then on. */
const SeveritySet = z.strictObject({
  type: z.literal('severity-set'),
  ...common,
  severity: Severity,
  plan: PromisedResponse,
  /** Why it was lowered, where it was for want of the customer's resources. */
  reason: z.enum(['no-resources']).optional(),
  /** The first response had been given and is owed again, by the work order's `severityClock`. */
  anew: z.literal(true).optional(),
});

const CauseAnalysisRequested = z.strictObject({
  type: z.literal('root-cause-analysis-requested'),
  ...common,
  route: z.string(),
  due: IsoDate.optional(),
});

/** What the vendor gives after the work: the review of a severity 1, the summary of an event, the root cause found. */
export const Followup = z.enum(['incident-review', 'event-summary', 'root-cause-analysis']);
export type Followup = z.infer<typeof Followup>;
const FollowupPlanned = z.strictObject({
  type: z.literal('followup-planned'),
  ...common,
  what: Followup,
  due: IsoDate,
});
const FollowupGiven = z.strictObject({ type: z.literal('followup-given'), ...common, what: Followup });

/** Hours that were recorded for work on it; the balance itself is the ledger's. */
const HoursRecorded = z.strictObject({
  type: z.literal('hours-recorded'),
  ...common,
  service: Id,
  hours: z.number().positive(),
  charged: z.number(),
  /** Hours that had been charged and were given back. */
  returned: z.number().positive().optional(),
  /** The command that posted them: each is noted once. */
  posting: z.string(),
});

/** The case has been opened in the vendor's portal, on the customer's behalf. */
const Filed = z.strictObject({
  type: z.literal('filed'),
  ...common,
  case: z.string().min(1),
  where: z.enum(['azure-portal']),
});

const SurveyAnswered = z.strictObject({
  type: z.literal('survey-answered'),
  ...common,
  score: z.number().int().min(1).max(5),
});

export const IncidentEvent = z.discriminatedUnion('type', [
  Opened,
  Step,
  SeverityRequested,
  SeveritySet,
  Called,
  Updated,
  CauseAnalysisRequested,
  FollowupPlanned,
  FollowupGiven,
  HoursRecorded,
  Filed,
  SurveyAnswered,
]);
export type IncidentEvent = z.infer<typeof IncidentEvent>;

/** The stored form of an incident. */
export const StoredIncident = z.strictObject({
  format: z.literal('incident/1'),
  events: z.array(IncidentEvent).min(1),
});
export type StoredIncident = z.infer<typeof StoredIncident>;
