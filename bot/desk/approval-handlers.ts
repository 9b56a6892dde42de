/** Approving what another administrator has asked for: the command is decided anew, and posted with who asked and who agreed. */
import { askerOf } from '../../src/agreement/standing.ts';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import { type ArgsOf, contracts } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import {
  type Approval,
  approvalFacts,
  approvalState,
  type Decided,
  deciders,
  withApproval,
} from '../../src/ledger/approvals.ts';
import { accountHandlers } from './account-handlers.ts';
import { approvalChanged, type SpendingCommand } from './approval-requests.ts';
import { type LoadedLedger, loadLedger, saveToldOnce, toldBefore } from './ledgers.ts';
import { answered, done, type Handler, type Handlers, type Outcome, refused, type Shell } from './outcome.ts';
import { administered } from './spend.ts';

export const approvalHandlers: Handlers<'approval.list' | 'approval.decide'> = {
  'approval.list': async ({ filter = 'pending' }, scene, { store }) => {
    const approvals = [];
    for (const workOrder of administered(scene)) {
      const { ledger } = await loadLedger(store, workOrder);
      approvals.push(...ledger.approvals.map((request) => approvalFacts(request, workOrder, scene.now)));
    }
    const wanted = approvals.filter(({ state }) => filter === 'all' || state === 'pending');
    return answered({ facts: { approvals: wanted }, citations: [] });
  },

  'approval.decide': async (args, scene, shell) => {
    const found = await requestNumbered(args.approval.toUpperCase(), scene, shell);
    if (found === undefined) return refused('unknown-approval');
    const { workOrder } = found;
    const before = shell.confirmed ? await toldBefore(shell.store, [workOrder], shell.commandId) : undefined;
    if (before !== undefined) return done({ ...before, facts: told(found, scene, resultIn(before.facts)) });
    return refusalOf(found, scene) ?? (args.decision === 'approve' ? approve : reject)(args, found, scene, shell);
  },
};

interface Found {
  readonly request: Approval;
  readonly workOrder: WorkOrder;
  readonly loaded: LoadedLedger;
}

type Decide = (args: ArgsOf<'approval.decide'>, found: Found, scene: Scene, shell: Shell) => Promise<Outcome>;

/** The request of a work order that the asker administers; those of others are not there. */
async function requestNumbered(id: string, scene: Scene, { store }: Shell): Promise<Found | undefined> {
  for (const workOrder of administered(scene)) {
    const loaded = await loadLedger(store, workOrder);
    const request = loaded.ledger.approvals.find((candidate) => candidate.id === id);
    if (request !== undefined) return { request, workOrder, loaded };
  }
  return undefined;
}

/** Nobody approves the own wish, nothing is decided twice, and what has lapsed is asked for anew. */
function refusalOf({ request, workOrder }: Found, { asker, now }: Scene): Outcome | undefined {
  if (request.decided !== undefined) {
    return { ...refused('decided-before'), facts: { approval: approvalFacts(request, workOrder, now) } };
  }
  if (approvalState(request, workOrder, now) === 'lapsed') return refused('approval-lapsed');
  return deciders(workOrder, request.by).some(({ userId }) => userId === asker.user)
    ? undefined
    : refused('own-request');
}

const reject: Decide = async (args, found, scene, shell) => {
  const { workOrder, request, loaded } = found;
  if (!shell.confirmed) return asking(args, found, scene);
  const decided = { ...request, decided: signature('rejected', args, found, scene) };
  const facts = told({ ...found, request: decided }, scene);
  const ledger = withApproval(loaded.ledger, decided, workOrder, scene.now);
  const change = { ...loaded, ledger };
  return done(
    await saveToldOnce(shell, workOrder, change, { facts, citations: [] }, [approvalChanged(workOrder, decided)]),
  );
};

/** Decides the command as its asker's, on the ledger that stands now; a figure that changed is shown and asked about. */
const approve: Decide = async (args, found, scene, shell) => {
  const { request, workOrder } = found;
  const decided = { ...request, decided: signature('approved', args, found, scene) };
  const given = { ...request.args, quoted: args.quoted ?? request.args.quoted };
  const outcome = await giveAgain(request, given, scene, { ...shell, approving: decided });
  const { facts, citations, status } = outcome;
  if (status === 'done') return done({ facts: told({ ...found, request: decided }, scene, facts), citations });
  if (status === 'needs-confirmation') return asking(args, found, scene, outcome);
  if (status === 'refused') return outcome.because?.includes('role') ? refused('asker-may-not') : outcome;
  return answered({ facts: told({ request, workOrder }, scene, facts), citations });
};

function giveAgain(request: Approval, args: object, scene: Scene, shell: Shell): Promise<Outcome> | Outcome {
  const asker = askerOf(request.by, request.byName, scene.workOrders, scene.supportTeams, scene.now);
  const command = request.command as SpendingCommand;
  const handler = accountHandlers[command] as Handler<SpendingCommand>;
  return handler(contracts[command].args.parse(args), { ...scene, asker }, shell);
}

/** Asks the approver, with the figure that holds now. */
function asking(
  { quoted: _quoted, ...args }: ArgsOf<'approval.decide'>,
  found: Pick<Found, 'request' | 'workOrder'>,
  scene: Scene,
  { facts, citations, args: now }: Partial<Outcome> = {},
): Outcome {
  const quoted = now?.quoted;
  return {
    status: 'needs-confirmation',
    args: { ...args, approval: found.request.id, ...(quoted === undefined ? {} : { quoted }) },
    facts: told(found, scene, facts),
    citations: citations ?? [],
  };
}

function signature(
  outcome: Decided['outcome'],
  { text }: ArgsOf<'approval.decide'>,
  { request, workOrder }: Found,
  { asker, now }: Scene,
): Decided {
  const zone = workOrder.locations.find(({ id }) => id === request.location)?.timeZone ?? 'UTC';
  const name = asker.name ?? workOrder.contacts.find(({ userId }) => userId === asker.user)?.name;
  return {
    outcome,
    at: toLocalIso(now, zone),
    by: asker.user,
    ...(name === undefined ? {} : { byName: name }),
    ...(text === undefined || text === '' ? {} : { text }),
  };
}

const told = (
  { request, workOrder }: Pick<Found, 'request' | 'workOrder'>,
  { now }: Scene,
  result: Readonly<Record<string, unknown>> = request.quote,
): Record<string, unknown> => ({ approval: approvalFacts(request, workOrder, now), result });

/** What a rejection has told holds no result of a command; what an approval has told is one. */
const resultIn = (facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined =>
  facts.approval === undefined ? facts : undefined;
