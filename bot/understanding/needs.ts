/** What a text must hold for a command to be meant at all: the bound that keeps small talk out. */
import { EARLY_START } from './incident-phrases.ts';
import type { View } from './view.ts';

type Need = (view: Clues) => boolean;

export interface Clues {
  /** One of these concepts is spoken of. */
  readonly says: (...concepts: readonly string[]) => boolean;
  readonly view: View;
  readonly named: {
    readonly severity: boolean;
    readonly product: boolean;
    readonly service: boolean;
    readonly place: boolean;
    readonly date: boolean;
    readonly incident: boolean;
    readonly edition: boolean;
    readonly number: boolean;
    readonly money: boolean;
    readonly language: boolean;
  };
}

export function cluesOf(view: View): Clues {
  const { entities, concepts, unknown } = view;
  return {
    view,
    says: (...names) => names.some((name) => concepts.has(name)),
    named: {
      severity: entities.severities.length > 0 || entities.letter !== undefined || unknown.severity !== undefined,
      product: entities.products.length > 0 || unknown.product !== undefined,
      service: entities.services.length > 0,
      place: entities.places.length > 0,
      date: entities.when.dates.length > 0 || entities.when.ranges.length > 0,
      incident: entities.incident !== undefined || entities.thatIncident || concepts.has('incident'),
      edition: entities.editions.length > 0,
      number: entities.amounts.length > 0,
      money: entities.amounts.some(({ unit }) => unit === 'money'),
      language: entities.languages.length > 0,
    },
  };
}

/** "What would severity A on Exchange be with Unified Enhanced Response?": a level of one product under a service. */
const asksWhatIf = ({ severity, product, service }: Clues['named']): boolean => severity && product && service;

/** Whether the text holds what the command needs. Who asks where something is written wants the clause, not the thing. */
export const mayMean = (command: string, clues: Clues): boolean =>
  needs[command]?.(clues) === true && (command === 'knowledge.search' || !clues.says('written') || clues.named.edition);

/** By command; what is missing here makes the command unlikely, whatever the words. */
export const needs: Readonly<Record<string, Need>> = {
  'response.expect': ({ says, named }) =>
    asksWhatIf(named) ||
    (says('how-fast', 'respond') &&
      (named.severity ||
        named.product ||
        named.incident ||
        (says('how-fast') && says('respond')) ||
        says('severity', 'trouble'))),
  'severity.explain': ({ says, named }) => !asksWhatIf(named) && (named.severity || says('severity', 'chart')),
  'coverage.check': ({ says, named }) =>
    named.service || (named.product && says('included', 'buy', 'contract')) || (says('included') && says('contract')),
  'service.explain': ({ named, says }) => named.service || (named.product && says('works', 'limits')),
  'contract.show': ({ says, named }) =>
    (says('contract') && (says('show') || !says('clause'))) || (named.edition && says('show')),
  'contract.compare': ({ says, named, view }) =>
    view.entities.editions.length > 1 || ((named.edition || says('edition', 'contract')) && says('differ')),
  'balance.show': ({ says, named }) =>
    (named.service || says('credits', 'hours', 'flex', 'event')) &&
    says('left', 'how-many', 'show') &&
    !(says('cancel') && named.date),
  'ledger.show': ({ says }) => says('ledger'),
  'deadline.list': ({ says, view }) =>
    says('deadline') || (view.entities.when.withinDays !== undefined && says('list', 'contract')),
  'duty.list': ({ says }) => says('duty'),
  'knowledge.search': ({ says }) => says('clause', 'written'),
  'incident.open': (clues) => {
    const { says, named } = clues;
    const isAsked =
      says('open') && (named.incident || says('incident', 'trouble') || (named.severity && named.product));
    return isAsked || tellsOutage(clues);
  },
  'incident.list': ({ says, named }) => named.incident && says('list', 'show', 'mine', 'how-many'),
  'incident.show': ({ says, named }) => named.incident && (says('show', 'explain', 'incident') || named.incident),
  'incident.note': (clues) =>
    (clues.says('note') && (clues.named.incident || clues.says('add'))) || agreesToStart(clues),
  'incident.acknowledge': ({ says }) => says('acknowledge'),
  'incident.escalate': ({ says }) => says('escalate'),
  'incident.mitigate': ({ says }) => says('mitigate'),
  'incident.resolve': ({ says }) => says('resolve'),
  'incident.close': ({ says }) => says('close'),
  'incident.reopen': ({ says }) => says('reopen'),
  'severity.request': ({ says, named }) => (named.severity || says('severity')) && says('change', 'set', 'escalate'),
  'severity.set': ({ says, named }) => named.severity && says('set', 'change'),
  'rca.request': ({ says, view }) => says('cause') || view.entities.services.includes('root-cause-analysis'),
  'survey.answer': ({ says, named }) => says('survey') && (named.number || named.incident || says('respond')),
  'credits.exchange': ({ says, named }) =>
    says('transfer') && (says('credits') || named.place) && (named.number || says('credits')),
  'credits.redeem': ({ says, named }) => says('redeem') && (says('credits') || named.number),
  'service.book': ({ says, named, view }) =>
    says('book', 'open') && (named.service || says('event')) && !(says('instead') && view.entities.services.length > 1),
  'service.cancel': ({ says, named, view }) =>
    says('cancel') && (named.service || named.date || view.entities.booking !== undefined),
  'service.exchange': ({ says, named }) => says('transfer', 'redeem', 'change', 'instead') && named.service,
  'event.plan': ({ says, named, view }) =>
    (says('event') || view.entities.services.includes('azure-events')) &&
    (named.date || named.number || says('plan', 'book')),
  'hours.record': ({ says, named, view }) =>
    (says('hours') && (named.number || says('record'))) || view.entities.amounts.some(({ unit }) => unit === 'hours'),
  'flex.check': ({ says }) => says('flex'),
  'contact.add': ({ says, view }) =>
    says('add') && (says('contact') || view.entities.emails.length > 0 || view.entities.people.length > 0),
  'contact.remove': ({ says, view }) =>
    says('remove') && (says('contact') || view.entities.emails.length > 0 || view.entities.people.length > 0),
  'incident.call': ({ says }) => says('called'),
  'incident.update': ({ says, named, view }) =>
    says('status') || (named.incident && view.entities.incident !== undefined),
  'incident.review': ({ says }) => says('aftermath'),
  'service.move': ({ says, named, view }) =>
    named.date && (named.service || says('book', 'postpone') || view.entities.booking !== undefined),
  'approval.list': ({ says }) => says('approve'),
  'approval.decide': ({ says, named, view }) =>
    (says('approve', 'refuse') || view.entities.approval !== undefined) && !(named.severity && named.incident),
  'balance.forecast': ({ says, named }) =>
    says('forecast') && (says('credits', 'hours', 'flex', 'left') || named.service),
  'reminder.set': ({ says }) => says('remind'),
  'language.set': ({ says, named }) => named.language || says('language'),
  help: (clues) => clues.says('help', 'greeting') && !tellsOutage(clues),
};

/** Concepts that say what is meant by a word, and not what is wanted. */
const naming = new Set(['severity', 'base', 'solution', 'mine', 'instead', 'chart']);
const LONGEST_FRAGMENT = 7;

/** "And for severity B?", "Azure SQL": an answer or an addition to what was said before, and no question of its own. */
export const isFragment = ({ view, named }: Clues): boolean =>
  view.tokens.length <= LONGEST_FRAGMENT &&
  view.entities.incident === undefined &&
  view.entities.editions.length < 2 &&
  (named.severity || named.product || named.service || named.place || named.date || named.number) &&
  !named.language &&
  [...view.concepts].every((concept) => naming.has(concept));

/** Words of a text that can hardly say more than one thing. */
const SHORT = 4;

/** By command; who says all of this hardly means anything else, however new the other words are. */
const signs: Readonly<Record<string, Need>> = {
  'response.expect': ({ says }) => says('how-fast') && says('respond') && !says('written', 'duty', 'survey', 'open'),
  'contract.compare': ({ view }) => view.entities.editions.length > 1,
  'balance.show': ({ says }) =>
    says('how-many', 'show') && says('left') && says('credits', 'hours', 'flex') && !says('transfer', 'forecast'),
  'deadline.list': ({ says, view }) =>
    says('deadline') && view.entities.when.withinDays !== undefined && !says('cancel'),
  'knowledge.search': ({ says }) => says('written') && says('clause'),
  'incident.open': (clues) => {
    const { says, named } = clues;
    const isWhole = says('open') && says('incident') && named.severity && named.product && !says('how-fast', 'list');
    return isWhole || tellsOutage(clues);
  },
  'severity.request': ({ says, named }) =>
    named.severity && says('change') && says('incident', 'severity') && !says('how-fast', 'means', 'set', 'duty'),
  'incident.note': (clues) => agreesToStart(clues),
  'credits.exchange': ({ says, view }) => says('transfer') && says('credits') && view.entities.places.length > 1,
  'service.cancel': ({ says, named, view }) =>
    says('cancel') &&
    ((named.service && named.date) || view.entities.booking !== undefined) &&
    !says('event', 'written'),
  'service.move': ({ says, named, view }) => view.entities.booking !== undefined && named.date && !says('cancel'),
  'event.plan': ({ says, view }) => says('event') && view.entities.when.ranges.length > 0 && !says('cancel', 'ledger'),
  'flex.check': ({ says, named }) => says('flex') && named.money && says('allocate'),
  'incident.mitigate': ({ says, named }) =>
    says('mitigate') && named.incident && !named.severity && !says('close', 'cause', 'note'),
  'survey.answer': ({ says, named, view }) => (says('survey') || named.incident) && isRating(view),
  'reminder.set': ({ says }) => says('remind') && says('fewer'),
  'contact.add': ({ says, view }) => says('add') && says('contact') && isSomeone(view) && !says('remove'),
  'contact.remove': ({ says, view }) =>
    says('remove') && (says('contact') || view.tokens.length <= SHORT) && isSomeone(view) && !says('add'),
};

/** Whether the text asks for an incident to be opened, and does not merely tell what is wrong. */
export const asksToOpen = ({ says, named }: Clues): boolean => says('open') && (says('incident') || named.severity);

/** "Everything is down": what is wrong and nothing else; no question, and no word on an incident that is there. */
const tellsOutage = ({ view, named }: Clues): boolean =>
  view.entities.impact === 'system-down' &&
  view.entities.incident === undefined &&
  !named.severity &&
  !named.service &&
  !view.text.includes('?') &&
  besideImpact(view).every((concept) => outage.has(concept));

const outage: ReadonlySet<string> = new Set([
  'trouble',
  'help',
  'open',
  'list',
  'mine',
  'works',
  'incident',
  'solution',
  'respond',
]);

/** The concepts that do not stand within the words for the impact: in "nothing is left standing" nothing is left. */
function besideImpact({ marks, concepts }: View): string[] {
  const impacts = marks.of('impact');
  const isWithin = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    impacts.some((impact) => from >= impact.from && to <= impact.to);
  const beside = new Set(marks.of('concept').flatMap((mark) => (isWithin(mark) ? [] : [mark.value.value])));
  return [...concepts].filter((concept) => beside.has(concept));
}

/** "We agree to an early start": a consent that is noted on the incident. */
const agreesToStart = ({ view, says }: Clues): boolean =>
  EARLY_START.test(view.text) && !says('how-fast') && !view.text.includes('?');

/** "4 out of 5": two numbers of which the greater ends a usual scale. */
const isRating = ({ entities, tokens }: View): boolean => {
  const numbers = entities.amounts.filter(({ digits, unit }) => digits && unit === undefined).map(({ value }) => value);
  return tokens.length <= 14 && numbers.length === 2 && [5, 10].includes(Math.max(...numbers));
};

const isSomeone = ({ entities }: View): boolean => entities.emails.length > 0 || entities.people.length > 0;

/** Whether the text holds all the signs of a command. */
export const bearsSigns = (command: string, clues: Clues): boolean => signs[command]?.(clues) === true;
