/** What can happen to an incident. The history is the incident: its state is the fold of these. */
import { z } from 'zod';
import { Queue } from '../../knowledge/schema/chart.ts';
import { Id, Severity } from '../../knowledge/vocabulary.ts';
import { ResponseFacts } from '../command/contract.ts';

/** What was promised when it was opened; kept as it was said, so that no later edit of the agreement rewrites it. */
export const PromisedResponse = ResponseFacts.omit({ proof: true });
export type PromisedResponse = z.infer<typeof PromisedResponse>;

const common = { at: z.iso.datetime({ offset: true }), by: z.string(), byName: z.string().optional() };

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

export const IncidentEvent = z.discriminatedUnion('type', [Opened]);
export type IncidentEvent = z.infer<typeof IncidentEvent>;

/** The stored form of an incident. */
export const StoredIncident = z.strictObject({
  format: z.literal('incident/1'),
  events: z.array(IncidentEvent).min(1),
});
export type StoredIncident = z.infer<typeof StoredIncident>;
