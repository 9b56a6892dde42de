/** Whether something is covered: the decision, why, on what conditions, and its figures. */
import type { CoverageDecision } from '../knowledge/vocabulary.ts';
import type { Citation } from '../src/command/answer.ts';
import type { Coverage } from '../src/command/contract.ts';
import { button } from './button.ts';
import { limitRows } from './limits.ts';
import { ended, sentences } from './sentences.ts';
import { type Button, type Rendered, type Row, type Section, Sheet, sectionOf, type Tone } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/coverage.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Covered = Sheet;
const fill = cardOf(template, Covered);

const toneOf: Readonly<Record<CoverageDecision, Tone>> = {
  included: 'good',
  purchased: 'good',
  available: 'accent',
  'needs-prerequisite': 'warning',
  exhausted: 'warning',
  'not-at-location': 'warning',
  'not-offered': 'emphasis',
  expired: 'attention',
  excluded: 'attention',
};

/** The coverage card of a service, a product or both. */
export function coverageCard(facts: Coverage, citations: readonly Citation[], voice: Voice): Rendered {
  const { decision } = facts;
  const meaning = voice.code('decision', `${decision}.means`);
  const subject = subjectOf(facts, voice);
  const rows = [...limitRows(facts.limits ?? {}, voice), ...detailRows(facts, voice)];
  const basis = voice.basis(citations);
  const sections = sectionsOf(facts, rows, voice);
  const text = sentences(
    voice.say('coverage.text', { subject, decision: voice.code('decision', decision), meaning }),
    ...notesOf(facts, voice),
    ...sections.flatMap(({ items = [] }) => items.map(ended)),
    ...rows.map(({ label, value }) => ended(voice.say('reading', { title: label, details: value }))),
    ended(basis),
  );
  const card = fill({
    speak: text,
    header: {
      tone: facts.starts === undefined ? toneOf[decision] : 'warning',
      kicker: voice.say('coverage.kicker'),
      headline: voice.code('decision', decision),
      strong: [subject],
      sublines: [meaning],
    },
    notes: notesOf(facts, voice),
    sections,
    actions: actionsOf(facts, voice),
    basis: [basis ?? []].flat(),
  });
  return { text, card };
}

/** The service, the product where one was asked for, and the place. */
function subjectOf({ service, product, location }: Coverage, voice: Voice): string {
  const parts = [
    service === undefined ? undefined : voice.service(service),
    product === undefined ? undefined : voice.product(product),
    location === undefined ? undefined : voice.location(location),
  ];
  return parts.filter((part) => part !== undefined).join(' · ') || voice.say('coverage.kicker');
}

const notesOf = ({ uncertain, whatIf }: Coverage, voice: Voice): string[] => [
  ...(whatIf === undefined ? [] : whatIfNotes(whatIf, voice)),
  ...(uncertain ? [voice.say('coverage.uncertain')] : []),
];

/** What is assumed, and what holds today without it. */
function whatIfNotes({ assuming, notOffered, today }: NonNullable<Coverage['whatIf']>, voice: Voice): string[] {
  const services = (ids: readonly string[]): { services: string } => ({ services: voice.list(ids.map(voice.service)) });
  return [
    ...(assuming.length > 0
      ? [
          voice.say('response.assuming', services(assuming)),
          voice.say('coverage.today', { decision: voice.code('decision', today.decision) }),
        ]
      : []),
    ...(notOffered.length > 0 ? [voice.say('response.not-offered', services(notOffered))] : []),
  ];
}

function sectionsOf({ because, conditions, prerequisites = [] }: Coverage, rows: Row[], voice: Voice): Section[] {
  return [
    ...sectionOf(
      voice.say('coverage.because'),
      because.map((code) => reasonOf(code, voice)),
    ),
    ...sectionOf(
      voice.say('coverage.prerequisites'),
      prerequisites.map((code) => voice.code('prerequisite', code)),
    ),
    ...sectionOf(
      voice.say('coverage.conditions'),
      conditions.map((code) => voice.code('condition', code)),
    ),
    ...(rows.length > 0 ? [{ title: voice.say('action.details'), rows }] : []),
  ];
}

/** A reason may itself be what is missing first. */
const reasonOf = (code: string, voice: Voice): string =>
  voice.codeIfAny('because', code) ?? voice.codeIfAny('prerequisite', code) ?? voice.code('rejection', code);

function detailRows({ unit, languages, chart, date, starts }: Coverage, voice: Voice): Row[] {
  return [
    ...(unit === undefined ? [] : [{ label: voice.say('coverage.unit'), value: voice.code('unit-name', unit) }]),
    ...(languages === undefined || languages.length === 0
      ? []
      : [{ label: voice.say('coverage.languages'), value: voice.list(languages.map(voice.language)) }]),
    ...(chart === undefined ? [] : [{ label: voice.say('coverage.chart'), value: voice.code('chart', chart) }]),
    { label: voice.say('coverage.date'), value: voice.date(date) },
    ...(starts === undefined ? [] : [{ label: voice.say('coverage.starts'), value: voice.date(starts) }]),
  ];
}

function actionsOf({ chart, service, product, location, decision }: Coverage, voice: Voice): Button[] {
  const here = location === undefined ? {} : { location };
  return [
    ...(product === undefined ? [] : [button(voice.say('action.response'), 'response.expect', { product, ...here })]),
    ...(chart === undefined ? [] : [button(voice.say('action.severity-chart'), 'severity.explain', { chart })]),
    ...(decision === 'purchased' && service !== undefined
      ? [button(voice.say('action.balance'), 'balance.show', { service, ...here })]
      : []),
    button(voice.say('action.contract'), 'contract.show', {}),
  ];
}
