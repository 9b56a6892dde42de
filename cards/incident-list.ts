/** Incidents, the gravest and nearest first as the core gives them; each can be pressed. */
import { z } from 'zod';
import { type ArgsOf, contracts, type FactsOf, type IncidentFacts } from '../src/command/contract.ts';
import { button } from './button.ts';
import { cleanLine, cut } from './clean.ts';
import { Field, fieldFor } from './field.ts';
import { ended, sentences } from './sentences.ts';
import { Button, type Rendered, Sheet, Tone, toneOfSeverity } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/incident-list.json' with { type: 'json' };
import type { Voice } from './voice.ts';

const Shown = z.string().min(1);
const Entry = z.strictObject({
  tone: Tone,
  severity: Shown,
  title: Shown,
  summary: Shown,
  state: Shown,
  press: Button,
});
export const IncidentList = Sheet.extend({
  entries: z.array(Entry),
  more: z.array(Shown).max(1),
  /** Folded away: what the list can be narrowed to, and the button that does. */
  filters: z.strictObject({ title: Shown, fields: z.array(Field), actions: z.array(Button).length(1) }),
});
const fill = cardOf(template, IncidentList);

const PAGE = 8;
const MOST_SUMMARY = 140;
/** A summary that is read aloud names only the first ones. */
const MOST_SPOKEN = 5;

type Args = ArgsOf<'incident.list'>;

/** One page of the list under the number of all, with what it was narrowed to. */
export function incidentListCard({ incidents }: FactsOf<'incident.list'>, asked: unknown, voice: Voice): Rendered {
  const args = contracts['incident.list'].args.parse(asked);
  const pages = Math.max(1, Math.ceil(incidents.length / PAGE));
  const page = Math.min(args.page ?? 1, pages);
  const shown = incidents.slice((page - 1) * PAGE, page * PAGE);
  const title = voice.say('incidents.title', { count: incidents.length });
  const narrowed = narrowing(args, voice);
  const unspoken = incidents.length - Math.min(shown.length, MOST_SPOKEN);
  const text = sentences(
    ended(title),
    ...narrowed.map(ended),
    ...shown.slice(0, MOST_SPOKEN).map((incident) => textOf(incident, voice)),
    unspoken > 0 ? ended(voice.say('more', { count: unspoken })) : undefined,
  );
  const card = fill({
    speak: text,
    header: { kicker: voice.say('incidents.kicker'), headline: title, sublines: narrowed },
    entries: shown.map((incident) => entryOf(incident, voice)),
    more: pages > 1 ? [voice.say('incidents.page', { page, pages })] : [],
    filters: filtersOf(args, voice),
    actions: actionsOf(args, page, pages, voice),
  });
  return { text, card };
}

/** What the list was narrowed to, in one line. */
function narrowing({ filter = 'open', severity, location, product, mine, search }: Args, voice: Voice): string[] {
  const parts = [
    filter === 'open' ? '' : voice.say(`action.incidents-${filter}`),
    mine === true ? voice.say('action.incidents-mine') : '',
    severity === undefined ? '' : voice.say('severity.label', { severity }),
    location === undefined ? '' : voice.location(location),
    product === undefined ? '' : voice.product(product),
    cut(cleanLine(search ?? ''), 60),
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

const FIELDS = ['severity', 'location', 'search'] as const;

/** The inputs stand beside what is chosen by buttons; the first page of the result is shown. */
function filtersOf({ filter, mine, product, ...args }: Args, voice: Voice): z.input<typeof IncidentList>['filters'] {
  const kept = { filter, mine, product };
  return {
    title: voice.say('action.filter'),
    fields: FIELDS.map((name) => filterField(name, args[name], voice)),
    actions: [button(voice.say('action.filter-apply'), 'incident.list', kept, { inputs: 'auto', style: 'positive' })],
  };
}

/** A blank that a client can send back, which counts as nothing given: a list once chosen from cannot be left empty. */
const ANY = ' ';

function filterField(name: (typeof FIELDS)[number], value: string | undefined, voice: Voice): Field {
  const field = fieldFor({ command: 'incident.list', name, value, required: false }, voice);
  const label = voice.code('input', name);
  if (field.kind !== 'choice') return { ...field, label };
  const choices = [{ title: voice.say('action.incidents-all'), value: ANY }, ...field.choices];
  return { ...field, label, style: 'compact', placeholder: '', choices, value: field.value || ANY };
}

/** Back and on where there are pages, then the other states, then one's own or everybody's. */
function actionsOf({ page: _page, ...args }: Args, page: number, pages: number, voice: Voice): Button[] {
  const { filter = 'open', mine = false } = args;
  const to = (title: string, change: Partial<Args>): Button => button(title, 'incident.list', { ...args, ...change });
  return [
    ...(page > 1 ? [to(voice.say('action.previous'), { page: page - 1 })] : []),
    ...(page < pages ? [to(voice.say('action.next'), { page: page + 1 })] : []),
    ...(['open', 'closed', 'all'] as const)
      .filter((state) => state !== filter)
      .map((state) => to(voice.say(`action.incidents-${state}`), { filter: state })),
    to(voice.say(mine ? 'action.incidents-everybody' : 'action.incidents-mine'), { mine: !mine }),
  ];
}

const textOf = ({ id, severity, state, product }: IncidentFacts, voice: Voice): string =>
  voice.say('incidents.text-line', {
    id,
    severity: voice.say('severity.label', { severity }),
    state: voice.code('state', state),
    product: voice.product(product),
  });

function entryOf(incident: IncidentFacts, voice: Voice): z.input<typeof Entry> {
  const { id, severity, state, product, location, summary, due } = incident;
  const owed = due !== undefined && (state === 'open' || state === 'awaiting-call');
  const over = state === 'resolved' || state === 'closed';
  return {
    tone: over ? 'emphasis' : toneOfSeverity[severity],
    severity,
    title: voice.say('incidents.line', { id, product: voice.product(product), location: voice.location(location) }),
    summary: cut(cleanLine(summary), MOST_SUMMARY) || '?',
    state: owed
      ? voice.say('incidents.due', { state: voice.code('state', state), when: voice.when(due) })
      : voice.code('state', state),
    press: button(voice.say('incident.kicker', { id }), 'incident.show', { incident: id }),
  };
}
