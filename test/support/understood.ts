import type { Understanding } from '../../bot/understanding/understand.ts';

type Found = Partial<Omit<Understanding, 'entities'>>;

/** An understanding in which nothing was found but what a test names; dialogs look at arguments, not at entities. */
export const understood = (found: Found): Understanding => ({
  language: 'en',
  readings: [],
  entities: {
    severities: [],
    letters: [],
    products: [],
    services: [],
    replaces: false,
    dateOfService: false,
    replacesDate: false,
    places: [],
    languages: [],
    when: {
      dates: [],
      datesAt: [],
      ranges: [],
      withinDays: undefined,
      months: [],
      bareMonths: [],
      opensMonth: false,
      quarter: undefined,
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
