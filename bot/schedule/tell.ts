/** From reminders to messages: to whom, in whose language, and where there is a conversation to say it in. */
import type { Logger } from 'pino';
import type { Presenter } from '../../cards/present.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { isInForce } from '../../src/agreement/standing.ts';
import type { Contact } from '../../src/agreement/work-order.ts';
import type { Scene } from '../../src/command/scene.ts';
import { teamOfIncident } from '../../src/routing/incident-team.ts';
import { wants } from '../../src/schedule/choices.ts';
import type { Notice } from '../../src/schedule/notice.ts';
import { noticesOf } from '../../src/schedule/notices.ts';
import type { Message, Store } from '../../src/store/port.ts';
import { languageOfPerson } from '../desk/people.ts';
import { choicesOf } from '../desk/reminder-handlers.ts';
import { supportTeamsOf } from '../desk/support-teams.ts';
import { workOrdersOf } from '../desk/work-orders.ts';
import { type ChannelMessage, channelTopic, type Recipient } from '../outbox/channel-message.ts';
import type { References } from '../teams/references.ts';
import { deskLanguageOf } from '../turn/language.ts';
import type { Tell } from './due-work.ts';
import type { Case } from './subjects.ts';

export interface TellOptions {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly presenter: Pick<Presenter, 'remind'>;
  readonly references: Pick<References, 'find'>;
  readonly log: Logger;
}

/** Where a notice goes: a person's own chat or the team's channel, and the language spoken there. */
interface Listener {
  readonly to: Exclude<Recipient, { address: unknown }>;
  readonly language: DeskLanguage;
}

/**
 * Says reminders to everybody whom they concern, each person at most once, in the person's language. Whoever has never
 * written to the desk cannot be written to: that is logged, and holds up nobody else.
 */
export function createTell(options: TellOptions): Tell {
  return async (found, reminders, now) => {
    const told = noticesOf(found, reminders, now).map((notice) => messagesOf(options, found, notice, now));
    return (await Promise.all(told)).flat();
  };
}

async function messagesOf(options: TellOptions, found: Case, notice: Notice, now: number): Promise<Message[]> {
  const listeners = await listenersOf(options, found, notice, now);
  const [{ key }] = notice.reminders;
  return listeners.map(({ to, language }) => ({
    key: `${key}/${'user' in to ? to.user : to.channel}`,
    topic: channelTopic,
    body: { to, language, ...rendered(options, found, notice, language, now) } satisfies ChannelMessage,
  }));
}

function rendered(
  { presenter }: TellOptions,
  { place }: Case,
  notice: Notice,
  language: DeskLanguage,
  now: number,
): Pick<ChannelMessage, 'text' | 'card'> {
  const { text, card } = presenter.remind(notice, {
    language,
    timeZone: place.location.timeZone,
    now: new Date(now).toISOString(),
    locations: place.workOrder.locations.map(({ id, country, timeZone }) => ({ id, country, timeZone })),
  });
  return { text, card: { ...card } };
}

async function listenersOf(options: TellOptions, found: Case, notice: Notice, now: number): Promise<Listener[]> {
  if (notice.audience === 'team') return teamOf(options, found);
  const people = (await contactsNow(options, found, now)).filter((contact) => isMeant(contact, found, notice));
  const listeners = await Promise.all(people.map((person) => personOf(options, found.tenant, person, notice)));
  return listeners.filter((listener) => listener !== undefined);
}

/** Those of the subject's own order; of an incident that outlives it, those of the order that is in force there now. */
async function contactsNow({ store }: TellOptions, found: Case, now: number): Promise<readonly Contact[]> {
  const { workOrder, location } = found.place;
  if (found.kind === 'work-order' || isInForce(workOrder, now)) return workOrder.contacts;
  const following = (await workOrdersOf(store, found.tenant)).find(
    (order) => isInForce(order, now) && order.locations.some(({ id }) => id === location.id),
  );
  return (following ?? workOrder).contacts;
}

const isMeant = ({ roles, locations }: Contact, { place }: Case, { audience }: Notice): boolean =>
  audience === 'administrators' ? roles.includes('administrator') : locations.includes(place.location.id);

/** The channel of the team that has the incident; nothing where no team has it or the team has no channel. */
async function teamOf({ store, knowledge, log }: TellOptions, found: Case): Promise<Listener[]> {
  if (found.kind !== 'incident') return [];
  const { tenant, incident } = found;
  const supportTeams: Scene['supportTeams'] = await supportTeamsOf(store, tenant);
  const team = teamOfIncident(incident, { supportTeams, knowledge });
  if (team?.channel === undefined) {
    log.info({ tenant, incident: incident.id, team: team?.id }, 'no channel of a team to remind');
    return [];
  }
  return [{ to: { channel: team.channel }, language: deskLanguageOf(team.languages?.[0]) }];
}

/** A person who wants to be reminded and can be written to: in the language chosen, else the contact's, else the client's. */
async function personOf(
  { store, references, log }: TellOptions,
  tenant: string,
  { userId: user, languages }: Contact,
  { incident }: Notice,
): Promise<Listener | undefined> {
  if (!wants(await choicesOf(store, tenant, user), incident?.id)) return undefined;
  const address = await references.find(tenant, { user });
  if (address === undefined) {
    log.info({ tenant, user }, 'a person to be reminded has never written to the desk');
    return undefined;
  }
  const spoken = languages.find((language) => DeskLanguage.safeParse(language).success);
  const language = (await languageOfPerson(store, tenant, user)) ?? deskLanguageOf(spoken ?? address.locale);
  return { to: { user }, language };
}
