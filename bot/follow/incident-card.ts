/** What a message of topic `incident-card` holds: a channel is to show how an incident stands, and perhaps to be told. */
import { z } from 'zod';
import type { Message } from '../../src/store/port.ts';

export const incidentCardTopic = 'incident-card';

export const IncidentCardMessage = z.strictObject({
  /** The id of the Teams channel. */
  channel: z.string().min(1),
  incident: z.string().min(1),
  /** The card is to show the incident at least as it was after that many events. */
  revision: z.number().int().positive(),
  /** Whether the newest of those events is also said below the card, for somebody to look. */
  told: z.boolean(),
});
export type IncidentCardMessage = z.infer<typeof IncidentCardMessage>;

export const incidentCardMessage = (body: IncidentCardMessage): Message => ({
  key: `card/${body.channel}`,
  topic: incidentCardTopic,
  body,
});

/** Words and a card for a channel, to be sent as they are. */
export interface Said {
  readonly text: string;
  readonly card: object;
  readonly language: string;
}

/** How an incident is told in a channel; undefined for an incident that is not there. */
export interface IncidentTeller {
  /** The card of the incident as it now stands, with how many events it has. */
  card(tenant: string, incident: string): Promise<(Said & { readonly revision: number }) | undefined>;
  /** What happened with the event that made the incident reach the revision. */
  event(tenant: string, incident: string, revision: number): Promise<Said | undefined>;
}
