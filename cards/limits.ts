/** The figures of a service: numbers that carry their unit in their name. */
import type { Row } from './sheet.ts';
import type { Voice } from './voice.ts';

/** A row for each figure, `onsiteDays: 2` as On-site days: 2. A figure without words keeps its name, in words. */
export const limitRows = (limits: Readonly<Record<string, number>>, voice: Voice): Row[] =>
  Object.entries(limits).map(([name, value]) => ({
    label: limitName(name, voice),
    value: limitValue(name, value, voice),
  }));

const limitName = (name: string, voice: Voice): string => voice.codeIfAny('limit', name) ?? spaced(name);

const limitValue = (name: string, value: number, voice: Voice): string =>
  name.endsWith('Usd') ? voice.quantity(value, 'USD') : voice.number(value);

/** `hoursPerIncident` as Hours per incident. */
function spaced(name: string): string {
  const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
