/** The agreement: who, which edition, until when, where, and what was bought. */
import type { Citation } from '../src/command/answer.ts';
import type { FactsOf } from '../src/command/contract.ts';
import { button } from './button.ts';
import { cleanLine, cut } from './clean.ts';
import { ended, sentences } from './sentences.ts';
import { page, type Rendered, type Section, Sheet, sectionOf } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/contract.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Contract = Sheet;
const fill = cardOf(template, Contract);

type Facts = FactsOf<'contract.show'>;

const MOST_LINES = 10;
const MOST_NAME = 80;

/** The contract card; contacts stand in it only where the facts hold them. */
export function contractCard(facts: Facts, citations: readonly Citation[], voice: Voice): Rendered {
  const { term, workOrder } = facts;
  const customer = nameOf(facts.customer.name);
  const edition = voice.edition(facts.edition);
  const start = voice.date(term.start);
  const end = voice.date(term.end);
  const basis = voice.basis(citations);
  const text = sentences(
    voice.say('contract.text', {
      customer,
      edition,
      workOrder,
      start,
      end,
      locations: voice.say('contract.location-count', { count: facts.locations.length }),
      services: voice.say('contract.service-count', { count: facts.services.length }),
    }),
    ended(basis),
  );
  const card = fill({
    speak: text,
    header: {
      tone: 'accent',
      kicker: voice.say('contract.kicker'),
      headline: customer,
      strong: [voice.say('contract.term-span', { start, end })],
    },
    sections: sectionsOf(facts, edition, voice),
    actions: [button(voice.say('action.balance'), 'balance.show', {})],
    basis: [basis ?? []].flat(),
  });
  return { text, card };
}

function sectionsOf(facts: Facts, edition: string, voice: Voice): Section[] {
  const rows = [
    { label: voice.say('contract.edition'), value: edition },
    { label: voice.say('contract.work-order'), value: facts.workOrder },
    { label: voice.say('contract.structure'), value: voice.code('structure', facts.structure) },
  ];
  return [
    { title: voice.say('action.details'), rows },
    ...listed(voice.say('contract.locations'), locationLines(facts, voice), voice),
    ...listed(voice.say('contract.services'), serviceLines(facts, voice), voice),
    ...listed(voice.say('contract.contacts'), contactLines(facts.contacts ?? [], voice), voice),
  ];
}

const nameOf = (name: string): string => cut(cleanLine(name), MOST_NAME) || '?';

/** The first lines and how many more there are. */
function listed(title: string, lines: readonly string[], voice: Voice): Section[] {
  const { shown, more } = page(lines, MOST_LINES);
  return sectionOf(title, [...shown, ...(more > 0 ? [voice.say('more', { count: more })] : [])]);
}

const locationLines = ({ locations }: Facts, voice: Voice): string[] =>
  locations.map(({ id, role, timeZone }) =>
    voice.say('contract.location-line', {
      location: voice.location(id, timeZone),
      role: voice.code('location', role),
      zone: timeZone.replaceAll('_', ' '),
    }),
  );

const serviceLines = ({ services, locations }: Facts, voice: Voice): string[] =>
  services.map(({ service, location, quantity, unit }) => {
    const zone = locations.find(({ id }) => id === location)?.timeZone;
    const line = { service: voice.service(service), location: voice.location(location, zone) };
    return quantity === undefined || unit === undefined
      ? voice.say('contract.service-line', line)
      : voice.say('contract.service-quantity', { ...line, quantity: voice.quantity(quantity, unit) });
  });

const contactLines = (people: NonNullable<Facts['contacts']>, voice: Voice): string[] =>
  people.map(({ name, roles, locations }) =>
    voice.say('contract.contact-line', {
      name: nameOf(name),
      roles: voice.list(roles.map((role) => voice.code('person', role))),
      locations: voice.list(locations.map((location) => voice.location(location))),
    }),
  );
