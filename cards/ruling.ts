/** Any other answer: the verdict, the reasons, and each figure by its name. */
import { LastSpent } from '../src/command/account-contract.ts';
import type { Decision } from '../src/command/answer.ts';
import { cleanLine, cut } from './clean.ts';
import { codesOf } from './codes.ts';
import { quoteRows } from './quote.ts';
import { rowsOf } from './rows.ts';
import { begun, ended, sentences } from './sentences.ts';
import { type Rendered, Sheet, sectionOf, type Tone } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/ruling.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Ruling = Sheet;
const fill = cardOf(template, Ruling);

const MOST_NAME = 80;
const toneOf: Readonly<Record<string, Tone>> = { yes: 'good', no: 'attention', ask: 'warning' };

/** When it was done, and by whom where the client said so: the head of a receipt. */
function signature({ audience, ...voice }: Voice): string {
  const { now, name = '' } = audience;
  const when = begun(voice.when(now), audience.language);
  const person = cut(cleanLine(name), MOST_NAME);
  return person === '' ? when : voice.say('receipt.by', { when, name: person });
}

/** Who was quicker, and when. */
function cameFirst({ lastSpent }: Decision['facts'], voice: Voice): string[] {
  const { data } = LastSpent.safeParse(lastSpent);
  if (data === undefined) return [];
  const { at, by, byName = by, reason } = data;
  const name = cut(cleanLine(byName), MOST_NAME);
  return [voice.say('ruling.came-first', { what: voice.code('reason', reason), when: voice.when(at), name })];
}

/** Where the calendar file of what was done can be fetched. */
const linksOf = ({ calendarUrl }: Decision['facts'], voice: Voice): { title: string; url: string }[] =>
  typeof calendarUrl === 'string' ? [{ title: voice.say('action.calendar'), url: calendarUrl }] : [];

/** The card of a decision that has no card of its own; lists and figures without words keep their own names. */
export function rulingCard({ command, facts, citations, status }: Decision, voice: Voice): Rendered {
  const { allowed, because, conditions, uncertain } = facts;
  const verdict = typeof allowed === 'string' ? allowed : undefined;
  const done = status === 'done' || verdict === undefined;
  const headline = done ? voice.say('ruling.done') : voice.code('allowed', verdict);
  const reasons = codesOf(because).map((code) => voice.code('because', code));
  const rows = verdict === 'yes' || status === 'done' ? quoteRows(command, facts, voice) : rowsOf(facts, voice);
  const first = cameFirst(facts, voice);
  const title = voice.code('command', command);
  const text = sentences(
    ended(voice.say('reading', { title, details: headline })),
    ...[...reasons, ...first].map(ended),
    ...rows.map(({ label, value }) => ended(voice.say('reading', { title: label, details: value }))),
    ended(voice.basis(citations)),
  );
  const card = fill({
    speak: text,
    header: {
      tone: toneOf[verdict ?? ''] ?? 'emphasis',
      kicker: title,
      headline,
      sublines: status === 'done' ? [signature(voice)] : first,
    },
    notes: uncertain === true ? [voice.say('coverage.uncertain')] : [],
    sections: [
      ...sectionOf(voice.say('ruling.because'), reasons),
      ...(rows.length > 0 ? [{ title: voice.say('action.details'), rows }] : []),
      ...sectionOf(
        voice.say('ruling.conditions'),
        codesOf(conditions).map((code) => voice.code('condition', code)),
      ),
    ],
    links: linksOf(facts, voice),
    basis: [voice.basis(citations) ?? []].flat(),
  });
  return { text, card };
}
