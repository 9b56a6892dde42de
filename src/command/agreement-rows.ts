/** Commands that tell of the agreement, of what is left of it, and of what it reminds of. */
import { z } from 'zod';
import {
  Chart,
  Id,
  IsoDate,
  LocationRole,
  PersonRole,
  Programme,
  Severity,
  Structure,
} from '../../knowledge/vocabulary.ts';
import { Deadline, Difference, Duty, FoundClause } from './agreement-contract.ts';
import { Balance, BalanceArgs, ForecastFacts } from './balance-contract.ts';
import { administrators, contract, everyone } from './contract-row.ts';
import { Coverage, NoChartFacts, ResponseFacts, SeverityRow } from './response-contract.ts';
import { Codes, Instant } from './shapes.ts';

export const agreementRows = {
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
} as const;
