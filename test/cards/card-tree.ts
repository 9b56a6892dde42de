/** A card as its tests look at it: every object in it, and what the adaptivecards library has to say about it. */
import { AdaptiveCard, SerializationContext } from 'adaptivecards';

export type CardNode = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is CardNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object of the card, payloads of buttons left out. */
export function nodesOf(value: unknown): CardNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...Object.entries(value).flatMap(([key, inner]) => (key === 'data' ? [] : nodesOf(inner)))];
}

export const ofType = (card: object, pattern: RegExp): CardNode[] =>
  nodesOf(card).filter(({ type }) => typeof type === 'string' && pattern.test(type));

/** Every text that a reader can see, in the order of the card. */
export const shownTexts = (card: object): string[] =>
  ofType(card, /^(TextBlock|TextRun)$/).map(({ text }) => String(text));

/** Elements that Teams draws and the open library does not know; each needs a fallback for every other client. */
export const TEAMS_OWN = /^(ProgressBar|Chart\.HorizontalBar\.Stacked)$/;

const isOfTeams = (value: unknown): value is CardNode =>
  isNode(value) && typeof value.type === 'string' && TEAMS_OWN.test(value.type);

/** The card as a client shows it that knows the open schema alone: each element of Teams' own is its fallback. */
export function forEveryClient(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forEveryClient);
  if (!isNode(value)) return value;
  if (isOfTeams(value) && isNode(value.fallback)) return forEveryClient(value.fallback);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forEveryClient(inner)]));
}

/** Warnings and errors of the library, for the card as every client shows it: on parsing, and on validating. */
export function complaintsOf(card: object): string[] {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.parse(forEveryClient(card), context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const { validationEvents } = parsed.validateProperties();
  return [...events, ...validationEvents.map(({ message }) => message)];
}
