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

/** Warnings and errors of the library: on parsing, and on validating what was parsed. */
export function complaintsOf(card: object): string[] {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const { validationEvents } = parsed.validateProperties();
  return [...events, ...validationEvents.map(({ message }) => message)];
}
