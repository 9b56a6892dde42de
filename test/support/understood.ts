import type { Understanding } from '../../bot/understanding/understand.ts';

type Found = Partial<Omit<Understanding, 'entities'>>;

/** An understanding in which nothing was found but what a test names; dialogs look at arguments, not at entities. */
export const understood = (found: Found): Understanding => ({
  language: 'en',
  readings: [],
  entities: {
    severities: [],
    products: [],
    services: [],
    replaces: false,
    places: [],
    languages: [],
    when: {
      dates: [],
      ranges: [],
      withinDays: undefined,
      months: [],
      bareMonths: [],
      bareDays: undefined,
      time: undefined,
      afterMinutes: undefined,
      past: undefined,
      taken: new Set(),
    },
    amounts: [],
    thatIncident: false,
    editions: [],
    emails: [],
    people: [],
  },
  args: {},
  correction: false,
  asksToOpen: false,
  unknown: {},
  ...found,
});
