/** Decisions as the core gives them, at least one of each kind, by name. */
import type { Decision } from '../../../src/command/answer.ts';
import { agreement } from './agreement.ts';
import { approvals } from './approvals.ts';
import { balanceAnswers } from './balances.ts';
import { contacts } from './contacts.ts';
import { conversation } from './conversation.ts';
import { incidentSteps } from './incident-steps.ts';
import { incidents } from './incidents.ts';
import { responses } from './responses.ts';
import { spending } from './spending.ts';

export const decisions = {
  ...responses,
  ...agreement,
  ...incidents,
  ...incidentSteps,
  ...balanceAnswers,
  ...spending,
  ...approvals,
  ...contacts,
  ...conversation,
} as const satisfies Record<string, Decision>;
