/** The messages between an incident and the ledger: one command changes one of them, the other follows by message. */
import { z } from 'zod';
import type { HoursFacts } from '../../src/command/account-contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import { DirectoryId } from '../../src/directory-id.ts';
import type { Message } from '../../src/store/port.ts';

/** Hours were posted: they are to be noted in the history of the incident. */
export const hoursNotedTopic = 'incident-hours';
/** The incident was found to be a product defect: charged hours are to go back. */
export const hoursReturnTopic = 'return-hours';

const By = { at: z.iso.datetime({ offset: true }), by: DirectoryId, byName: z.string().optional() };

export const HoursNoted = z.strictObject({
  ...By,
  incident: z.string(),
  service: z.string(),
  hours: z.number().positive(),
  charged: z.number(),
  returned: z.number().positive().optional(),
  side: z.enum(['customer', 'vendor']),
  /** The command that posted them, and the service: each is noted once. */
  posting: z.string(),
});
export type HoursNoted = z.infer<typeof HoursNoted>;

export const HoursReturn = z.strictObject({ ...By, incident: z.string(), command: z.string() });
export type HoursReturn = z.infer<typeof HoursReturn>;

export const hoursNoted = (body: HoursNoted): Message => ({
  key: `${hoursNotedTopic}/${body.incident}/${body.posting}`,
  topic: hoursNotedTopic,
  body,
});

/** The message of recorded hours; none where they were not for an incident. */
export const notedHoursOf = (
  { incident, service, hours, charged }: HoursFacts,
  { asker }: Scene,
  at: string,
  posting: string,
): readonly Message[] =>
  incident === undefined
    ? []
    : [
        hoursNoted({
          at,
          by: asker.user,
          ...(asker.name === undefined ? {} : { byName: asker.name }),
          side: asker.roles.includes('engineer') ? 'vendor' : 'customer',
          incident,
          service,
          hours,
          charged,
          posting,
        }),
      ];
