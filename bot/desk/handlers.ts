/** One handler a command: gathers what the decision needs, lets the core decide, keeps what it decided. */
import { type ArgsOf, type CommandName, commandNames, contracts } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import { accountHandlers } from './account-handlers.ts';
import { agreementHandlers } from './agreement-handlers.ts';
import { approvalHandlers } from './approval-handlers.ts';
import { contactHandlers } from './contact-handlers.ts';
import { incidentHandlers } from './incident-handlers.ts';
import { incidentLifeHandlers } from './incident-life-handlers.ts';
import { onNamedIncident } from './incident-wall.ts';
import { DoneByAnother, IncidentConflict } from './incidents.ts';
import { LedgerConflict } from './ledgers.ts';
import { answered, type Handler, type Handlers, type Outcome, refused, type Shell } from './outcome.ts';
import { personHandlers } from './person-handlers.ts';
import { reminderHandlers } from './reminder-handlers.ts';
import { doneByAnother, withWhoDid } from './who-did.ts';

export const handlers: Handlers<CommandName> = {
  ...agreementHandlers,
  ...incidentHandlers,
  ...incidentLifeHandlers,
  ...accountHandlers,
  ...approvalHandlers,
  ...contactHandlers,
  ...personHandlers,
  ...reminderHandlers,
  help: (_args, scene) =>
    answered({ facts: { commands: commandNames.filter((name) => mayGive(name, scene)) }, citations: [] }),
};

/** Whether one of the asker's roles is among those that may give the command. */
export const mayGive = (command: CommandName, { asker }: Scene): boolean =>
  contracts[command].roles.some((role) => asker.roles.includes(role));

/** How often a command is decided anew when somebody else changes its aggregate in between. */
const ATTEMPTS = 20;

/** Runs a command whose arguments have been checked; decides anew on what stands when somebody came first. */
export async function run<Name extends CommandName>(
  command: Name,
  args: ArgsOf<Name>,
  scene: Scene,
  shell: Shell,
): Promise<Outcome> {
  const handler: Handler<Name> = handlers[command];
  for (let attempt = 1; ; attempt += 1) {
    try {
      const own = await onNamedIncident(args, scene, shell.store);
      if (!own.ok) return refused(own.failure);
      return await withWhoDid(await handler(args, own.value, shell), command, args, scene, shell.store);
    } catch (error) {
      if (error instanceof DoneByAnother) return doneByAnother(error);
      if (!isConflict(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

const isConflict = (error: unknown): boolean => error instanceof IncidentConflict || error instanceof LedgerConflict;
