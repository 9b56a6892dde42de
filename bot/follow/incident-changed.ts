/**
 * The message that every saved change of an incident carries in the same save: what follows elsewhere (cards in
 * channels, news, webhooks, filing) is worked out from it afterwards, and a kill in between loses nothing.
 */
import { z } from 'zod';
import type { Message } from '../../src/store/port.ts';

export const incidentChangedTopic = 'incident-changed';

/** `revision` counts the incident's events, the one of this change included. */
export const IncidentChanged = z.strictObject({ incident: z.string().min(1), revision: z.number().int().positive() });
export type IncidentChanged = z.infer<typeof IncidentChanged>;

export const incidentChanged = (incident: string, revision: number): Message => ({
  key: `${incidentChangedTopic}/${incident}/${revision}`,
  topic: incidentChangedTopic,
  body: { incident, revision } satisfies IncidentChanged,
});
