/** What the answers on response times, severities and coverage hold. */
import { z } from 'zod';
import { Queue, Situation } from '../../knowledge/schema/chart.ts';
import {
  Channel,
  Chart,
  Clock,
  CoverageDecision,
  Effort,
  Escalation,
  Id,
  IsoDate,
  Obligation,
  ProductFamily,
  Rejection,
  ResponseCondition,
  Severity,
  Unit,
  VendorRole,
} from '../../knowledge/vocabulary.ts';
import { Codes, Instant, Minutes } from './shapes.ts';

/** What stands in the answer when no chart governs, because the agreement has ended or not begun. */
/** A chart that was passed over; `starts` with a service that is bought for later, the day from which it brings it. */
const RejectedChart = z.object({
  chart: Chart,
  because: Rejection,
  also: z.array(Rejection).optional(),
  starts: IsoDate.optional(),
});

export const NoChartFacts = z.object({
  workOrder: z.string(),
  edition: z.string(),
  severity: Severity,
  product: Id.optional(),
  location: z.string(),
  term: z.object({ start: IsoDate, end: IsoDate }),
  because: Codes,
  rejected: z.array(RejectedChart),
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
  rejected: z.array(RejectedChart),
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
  /** With `service-not-started`: the first day of what is bought for later. */
  starts: IsoDate.optional(),
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
