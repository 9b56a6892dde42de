/** An incident that nobody asked to open yet: what the desk would open and why so, to agree to or to put right. */
import type { Decision } from '../src/command/answer.ts';
import { contracts, type ResponseFacts } from '../src/command/contract.ts';
import { needsCall } from '../src/incident/channels.ts';
import { button } from './button.ts';
import { clean, cut } from './clean.ts';
import { codesOf } from './codes.ts';
import { keyOf } from './key.ts';
import { ended, sentences } from './sentences.ts';
import { type Button, type Rendered, type Row, Sheet, toneOfSeverity } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/confirmation.json' with { type: 'json' };
import { triageOf } from './triage.ts';
import type { Voice } from './voice.ts';

const fill = cardOf(template, Sheet);
const MOST_SUMMARY = 400;

const Proposed = contracts['incident.open'].args.partial();
type Proposed = Partial<(typeof Proposed)['_output']>;
const Plan = contracts['incident.open'].facts.pick({ plan: true });

/** The proposal: the level with what it means and demands, how fast the vendor would respond, and four ways on. */
export function proposalCard({ args, facts, citations }: Decision, voice: Voice): Rendered {
  const proposed = Proposed.parse(args);
  const { plan } = Plan.parse(facts);
  const triage = triageOf(facts, voice);
  const question = voice.say('proposal.title', {
    severity: voice.say('severity.label', { severity: plan.severity }),
    product: voice.product(proposed.product ?? ''),
  });
  const rows = rowsOf(proposed, plan, voice);
  const notes = [
    ...(facts.lapsed === true ? [voice.say('lapsed')] : []),
    ...codesOf(facts.because).map((code) => ended(voice.code('because', code))),
  ];
  const text = sentences(
    ...notes,
    question,
    ...rows.map(({ label, value }) => ended(voice.say('reading', { title: label, details: value }))),
    triage.text,
    voice.say('confirm.ask'),
  );
  const card = fill({
    speak: text,
    header: {
      tone: toneOfSeverity[plan.severity],
      kicker: voice.say('proposal.kicker'),
      headline: question,
      sublines: [voice.say('confirm.note')],
    },
    notes,
    sections: [{ title: voice.say('action.details'), rows }, ...triage.sections],
    actions: actionsFor(proposed, voice),
    basis: [voice.basis(citations) ?? []].flat(),
  });
  return { text, card };
}

function rowsOf({ summary = '' }: Proposed, plan: ResponseFacts, voice: Voice): Row[] {
  const rows = [
    { label: voice.code('fact', 'summary'), value: cut(clean(summary).trim(), MOST_SUMMARY) },
    { label: voice.say('input.location'), value: voice.location(plan.location, plan.timeZone) },
    {
      label: voice.say('proposal.response'),
      value: voice.say(needsCall(plan) ? 'proposal.from-call' : 'proposal.expected', {
        duration: voice.duration(plan.firstResponseMinutes),
        when: voice.when(plan.due),
        chart: voice.code('chart', plan.chart),
      }),
    },
  ];
  return rows.filter(({ value }) => value !== '');
}

/** Another level or product is asked for in the form, with the rest of it filled in. */
function actionsFor(args: Proposed, voice: Voice): Button[] {
  const command = 'incident.open';
  const key = keyOf(command, args, voice.audience);
  const { severity: _severity, impact: _impact, ...anySeverity } = args;
  const { product: _product, ...anyProduct } = args;
  return [
    button(voice.say('proposal.yes'), 'confirm.yes', { command, args, commandKey: key }, { style: 'positive' }),
    button(voice.say('proposal.severity'), 'form.open', { command, args: anySeverity }),
    button(voice.say('proposal.product'), 'form.open', { command, args: anyProduct }),
    button(voice.say('confirm.no'), 'confirm.no', { command, args: {}, commandKey: key }),
  ];
}
