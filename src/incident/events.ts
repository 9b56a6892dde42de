/** What can happen to an incident. The history is the incident: its state is the fold of these. */
import { z } from 'zod';
import { Queue } from '../../knowledge/schema/chart.ts';
import { Id, IsoDate, Severity } from '../../knowledge/vocabulary.ts';
import { ResponseFacts } from '../command/contract.ts';

/** What was promised when it was opened; kept as it was said, so that no later edit of the agreement rewrites it. */
export const PromisedResponse = ResponseFacts.omit({ proof: true });
export type PromisedResponse = z.infer<typeof PromisedResponse>;

const Instant = z.iso.datetime({ offset: true });
const common = { at: Instant, by: z.string(), byName: z.string().optional(), text: z.string().max(4000).optional() };

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
  queue: Queue,
  plan: PromisedResponse,
  /** The edition wants the phone: the incident counts from the call, which the desk can only record. */
  awaitsCall: z.boolean(),
});
export type Opened = z.infer<typeof Opened>;

/** Steps that carry no more than who, when and a text. */
export const StepType = z.enum(['acknowledged', 'noted', 'escalated', 'mitigated', 'resolved', 'closed', 'reopened']);
export type StepType = z.infer<typeof StepType>;
const Step = z.strictObject({ type: StepType, ...common });

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
});

const CauseAnalysisRequested = z.strictObject({
  type: z.literal('root-cause-analysis-requested'),
  ...common,
  route: z.string(),
  due: IsoDate.optional(),
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
  CauseAnalysisRequested,
  SurveyAnswered,
]);
export type IncidentEvent = z.infer<typeof IncidentEvent>;

/** The stored form of an incident. */
export const StoredIncident = z.strictObject({
  format: z.literal('incident/1'),
  events: z.array(IncidentEvent).min(1),
});
export type StoredIncident = z.infer<typeof StoredIncident>;
