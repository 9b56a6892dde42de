/** A request that waits for a second administrator: what is asked, by whom, how it stands, and the buttons that decide it. */
import { ApprovalFacts } from '../src/command/account-contract.ts';
import type { Decision } from '../src/command/answer.ts';
import { commandNames, type FactsOf } from '../src/command/contract.ts';
import { button } from './button.ts';
import { clean, cleanLine, cut } from './clean.ts';
import { codesOf } from './codes.ts';
import { keyOf } from './key.ts';
import { type Entry, listingCard } from './listing.ts';
import { quoteRows } from './quote.ts';
import { ended, sentences } from './sentences.ts';
import { type Button, type Rendered, type Section, Sheet, sectionOf, type Tone } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/ruling.json' with { type: 'json' };
import type { Voice } from './voice.ts';

const fill = cardOf(template, Sheet);

const MOST_NAME = 80;
const MOST_TEXT = 400;

type State = ApprovalFacts['state'];
const toneOf: Readonly<Record<State, Tone>> = {
  pending: 'warning',
  approved: 'good',
  rejected: 'attention',
  lapsed: 'emphasis',
};

/** The request that a decision tells of, whatever command was given; undefined where it tells of none. */
export const approvalIn = ({ facts }: Decision): ApprovalFacts | undefined =>
  ApprovalFacts.safeParse(facts.approval).data;

/** The card of a request: asked of an approver with the two buttons, told to everybody else as it stands. */
export function approvalCard(request: ApprovalFacts, decision: Decision, voice: Voice): Rendered {
  const { facts, citations, status } = decision;
  const asks = status === 'needs-confirmation';
  const result = resultOf(decision);
  const stuck = request.state === 'pending' && result.allowed === 'no';
  const title = titleOf(request, voice);
  const name = nameOf(request);
  const headline = asks
    ? voice.say('approval.ask', { name, command: title })
    : stuck
      ? voice.say('approval.stands')
      : voice.say(`approval.${request.state}`);
  const sublines = [...(asks ? [] : [title]), ...linesOf(request, voice)];
  const rows = quoteRows(commandOf(request), result, voice);
  const reasons = codesOf(result.because).map((code) => voice.code('because', code));
  const notes = [
    ...(facts.lapsed === true ? [voice.say('lapsed')] : []),
    ...(request.state === 'pending' ? [voice.say('approval.unreserved')] : []),
  ];
  const said = cut(clean(request.decided?.text ?? '').trim(), MOST_TEXT);
  const basis = voice.basis(citations);
  const text = sentences(
    ended(voice.say('approval.kicker', { id: request.id })),
    ended(headline),
    ...sublines.map(ended),
    ...rows.map(({ label, value }) => ended(voice.say('reading', { title: label, details: value }))),
    ...reasons.map(ended),
    ...(said === '' ? [] : [ended(said)]),
    ...notes,
    ...(asks ? [voice.say('approval.choose')] : []),
    ended(basis),
  );
  const sections: Section[] = [
    ...(rows.length > 0 ? [{ title: voice.say('action.details'), rows }] : []),
    ...sectionOf(voice.say('ruling.because'), reasons),
    ...sectionOf(voice.say('approval.words'), said === '' ? [] : [said]),
  ];
  const card = fill({
    speak: text,
    header: {
      tone: stuck ? 'attention' : toneOf[request.state],
      kicker: voice.say('approval.kicker', { id: request.id }),
      headline,
      sublines,
    },
    notes,
    sections,
    actions: asks ? pressesFor(request, decision, voice) : [],
    basis: [basis ?? []].flat(),
  });
  return { text, card };
}

/** The facts of the command that was asked for: those of the answer itself where it is that command's. */
function resultOf({ command, facts }: Decision): Readonly<Record<string, unknown>> {
  if (command !== 'approval.decide') return facts;
  const { result } = facts;
  return typeof result === 'object' && result !== null ? { ...result } : {};
}

const commandOf = ({ command }: ApprovalFacts): Decision['command'] =>
  commandNames.find((name) => name === command) ?? '';

const titleOf = (request: ApprovalFacts, voice: Voice): string => voice.code('command', request.command);

const personOf = (name: string | undefined, id: string): string => cut(cleanLine(name ?? id), MOST_NAME) || '?';

const nameOf = ({ byName, by }: ApprovalFacts): string => personOf(byName, by);

function linesOf(request: ApprovalFacts, voice: Voice): string[] {
  const { amount, above, unit, asked, lapses, decided, needs, state } = request;
  const many = { amount: voice.quantity(amount, unit), above: voice.quantity(above, unit) };
  return [
    voice.say('approval.amount', many),
    voice.say('approval.asked', { name: nameOf(request), when: voice.when(asked) }),
    ...(decided === undefined
      ? []
      : [
          voice.say('approval.decided', {
            name: personOf(decided.byName, decided.by),
            when: voice.when(decided.at),
          }),
        ]),
    ...(state === 'pending' && needs.length > 0
      ? [voice.say('approval.needs', { names: voice.choice(needs.map((name) => personOf(name, name))) })]
      : []),
    ...(state === 'pending' && lapses !== undefined
      ? [voice.say('approval.lapses', { when: voice.when(lapses) })]
      : []),
  ];
}

function pressesFor({ id }: ApprovalFacts, { args: { quoted } }: Decision, voice: Voice): Button[] {
  const press = (decision: 'approve' | 'reject'): Button => {
    const args = { approval: id, decision, ...(decision === 'approve' && quoted !== undefined ? { quoted } : {}) };
    const commandKey = keyOf('approval.decide', args, voice.audience);
    const style = decision === 'approve' ? 'positive' : 'destructive';
    return button(
      voice.say(`approval.${decision}`),
      'confirm.yes',
      { command: 'approval.decide', args, commandKey },
      { style },
    );
  };
  return [press('approve'), press('reject')];
}

/** Requests, each with how it stands. */
export function approvalsCard({ approvals }: FactsOf<'approval.list'>, voice: Voice): Rendered {
  const entries = approvals.map(
    (request): Entry => ({
      tone: toneOf[request.state],
      title: voice.say('reading', { title: request.id, details: titleOf(request, voice) }),
      lines: [voice.say(`approval.${request.state}`), ...linesOf(request, voice)],
    }),
  );
  return listingCard('approval.list', entries, [], voice, [voice.say('approval.how')]);
}
