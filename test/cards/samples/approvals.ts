/** Spending that waits for a second administrator, and what became of it. */
import type { Decision } from '../../../src/command/answer.ts';
import { answered, head } from './setting.ts';

const exchanged = {
  ...head,
  allowed: 'yes',
  because: [],
  conditions: [],
  from: 'dk',
  to: 'fr',
  debited: 30,
  credited: 38,
  rounding: 'up',
  rates: { from: { currency: 'EUR', perCredit: 100 }, to: { currency: 'EUR', perCredit: 80 } },
  available: 200,
  remaining: { from: 170, to: 78 },
};

const request = {
  id: 'AP-482913',
  workOrder: 'WO-7F21',
  command: 'credits.exchange',
  args: { credits: 30, from: 'dk', to: 'fr', quoted: 38 },
  location: 'dk',
  state: 'pending',
  amount: 30,
  above: 20,
  unit: 'credits',
  by: 'u1',
  byName: 'Maja Holm',
  asked: '2026-03-02T10:00:00+01:00',
  lapses: '2026-03-07T10:00:00+01:00',
  needs: ['Bo Lund', 'Cy Roux'],
};

const decided = { at: '2026-03-02T11:00:00+01:00', by: 'u2', byName: 'Bo Lund', text: 'agreed in the meeting' };

export const approvals = {
  waits: answered('credits.exchange', {}, { ...exchanged, approval: request }, ['2.6']),
  askApprover: {
    ...answered('approval.decide', { approval: request.id, quoted: 38 }, { approval: request, result: exchanged }, []),
    status: 'needs-confirmation',
  },
  approved: {
    ...answered('approval.decide', {}, { approval: { ...request, state: 'approved', decided }, result: exchanged }, [
      '2.6',
    ]),
    status: 'done',
  },
  rejected: {
    ...answered('approval.decide', {}, { approval: { ...request, state: 'rejected', decided } }, []),
    status: 'done',
  },
  stuck: answered(
    'approval.decide',
    {},
    { approval: request, result: { ...exchanged, allowed: 'no', because: ['insufficient'] } },
    ['2.6'],
  ),
  decidedBefore: {
    ...answered('approval.decide', {}, { approval: { ...request, state: 'approved', decided } }, []),
    status: 'refused',
    because: ['decided-before'],
  },
  approvals: answered(
    'approval.list',
    {},
    { approvals: [request, { ...request, id: 'AP-204511', state: 'lapsed' }] },
    [],
  ),
} as const satisfies Record<string, Decision>;
