/** What the understanding tests share: one understander, and a customer with locations on three continents. */
import {
  createUnderstander,
  type Understanding,
  type UnderstandingContext,
} from '../../../bot/understanding/understand.ts';
import { knowledge } from '../../support/world.ts';

export const understander = createUnderstander(knowledge);

const place = (id: string, country: string, timeZone: string) => ({ id, country, timeZone });

/** A Tuesday morning in Copenhagen. */
export const context: UnderstandingContext = {
  now: '2026-03-03T10:00:00+01:00',
  timeZone: 'Europe/Copenhagen',
  locations: [
    place('dk', 'DK', 'Europe/Copenhagen'),
    place('fr', 'FR', 'Europe/Paris'),
    place('us', 'US', 'America/New_York'),
    place('tirana', 'AL', 'Europe/Tirane'),
    place('almaty', 'KZ', 'Asia/Almaty'),
  ],
};

export const understood = (text: string, more: Partial<UnderstandingContext> = {}): Understanding =>
  understander.understand(text, { ...context, ...more });

/** The likeliest command with its arguments. */
export function best(text: string, more: Partial<UnderstandingContext> = {}): Record<string, unknown> {
  const [reading] = understood(text, more).readings;
  return { command: reading?.command, ...reading?.args };
}
