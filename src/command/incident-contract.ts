/** What the commands on incidents take and answer. */
import { z } from 'zod';
import { Queue, Situation } from '../../knowledge/schema/chart.ts';
import { Channel, Chart, Clock, Id, Obligation, Severity } from '../../knowledge/vocabulary.ts';
import { Deadline } from './agreement-contract.ts';
import { ProofSegment, ResponseFacts } from './response-contract.ts';
import { Codes, Instant, Minutes } from './shapes.ts';

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
export const People = {
  contact: z.string().trim().min(1).max(200).optional(),
  contactPhone: z.string().trim().min(1).max(60).optional(),
  changeAuthority: z.string().trim().min(1).max(200).optional(),
  /** The customer lets the vendor begin before the contract is signed (F-MSCIR-04). */
  earlyStart: z.boolean().optional(),
};

export const OnIncident = z.object({ incident: z.string(), text: z.string().trim().max(4000).optional() });
/** How an incident stands after a step, as `incident.show` tells it. */
export const Story = {
  plan: ResponseFacts.optional(),
  history: z.array(HistoryEntry).optional(),
  deadlines: z.array(Deadline).optional(),
  clocks: z.array(RunningClock).optional(),
};
export const IncidentStep = z.object({
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
export const OnSeverity = z.object({
  incident: z.string(),
  severity: Severity,
  impact: z.string().optional(),
  text: z.string().trim().max(4000).optional(),
  /** Why it is lowered: the customer cannot provide what the work needs. Engineers alone say so. */
  reason: z.enum(['no-resources']).optional(),
});
export const SeverityDecision = z.object({
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
