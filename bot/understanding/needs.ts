/** What a text must hold for a command to be meant at all: the bound that keeps small talk out. */
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
      severity: entities.severities.length > 0 || unknown.severity !== undefined,
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
    (named.service || says('credits', 'hours', 'flex', 'event')) && says('left', 'how-many', 'show'),
  'ledger.show': ({ says }) => says('ledger'),
  'deadline.list': ({ says, view }) =>
    says('deadline') || (view.entities.when.withinDays !== undefined && says('list', 'contract')),
  'duty.list': ({ says }) => says('duty'),
  'knowledge.search': ({ says }) => says('clause', 'written'),
  'incident.open': ({ says, named }) =>
    says('open') && (named.incident || says('incident', 'trouble') || (named.severity && named.product)),
  'incident.list': ({ says, named }) => named.incident && says('list', 'show', 'mine', 'how-many'),
  'incident.show': ({ says, named }) => named.incident && (says('show', 'explain', 'incident') || named.incident),
  'incident.note': ({ says, named }) => says('note') && (named.incident || says('add')),
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
  'service.cancel': ({ says, named }) => says('cancel') && (named.service || named.date),
  'service.exchange': ({ says, named }) => says('transfer', 'redeem', 'change', 'instead') && named.service,
  'event.plan': ({ says, named, view }) =>
    (says('event') || view.entities.services.includes('azure-events')) &&
    (named.date || named.number || says('plan', 'book')),
  'hours.record': ({ says, named }) => says('hours') && (named.number || says('record')),
  'flex.check': ({ says }) => says('flex'),
  'contact.add': ({ says, view }) =>
    says('add') && (says('contact') || view.entities.emails.length > 0 || view.entities.people.length > 0),
  'contact.remove': ({ says, view }) =>
    says('remove') && (says('contact') || view.entities.emails.length > 0 || view.entities.people.length > 0),
  'language.set': ({ says, named }) => named.language || says('language'),
  help: ({ says }) => says('help', 'greeting'),
};
