/** What to say on the phone, where the edition wants the call. */
import type { CallScript } from '../src/command/contract.ts';
import { cleanLine, cut } from './clean.ts';
import { ended, sentences } from './sentences.ts';
import type { Row, Section } from './sheet.ts';
import type { Voice } from './voice.ts';

const MOST_SUMMARY = 300;

/** The script as rows, the number first: only one that the work order holds is ever shown. */
export function callSection(call: CallScript, voice: Voice): Section {
  return { title: voice.say('call.title'), rows: rowsOf(call, voice), ...missingNumber(call, voice) };
}

const missingNumber = ({ phone }: CallScript, voice: Voice): { lines?: string[] } =>
  phone === undefined ? { lines: [voice.say('call.no-number')] } : {};

function rowsOf({ phone, reference, product, severity, summary, location, callBack }: CallScript, voice: Voice): Row[] {
  const person = [callBack?.name ?? '', callBack?.phone ?? ''].filter((part) => part !== '').join(' · ');
  return [
    { label: voice.say('call.number'), value: cleanLine(phone ?? '') },
    { label: voice.say('call.reference'), value: reference },
    { label: voice.say('input.product'), value: voice.product(product) },
    { label: voice.say('input.severity'), value: voice.say('severity.label', { severity }) },
    { label: voice.code('fact', 'summary'), value: cut(cleanLine(summary), MOST_SUMMARY) },
    { label: voice.say('input.location'), value: voice.location(location) },
    { label: voice.say('call.back'), value: cleanLine(person) },
  ].filter(({ value }) => value !== '');
}

/** The same in sentences. */
export const callText = (call: CallScript, voice: Voice): string =>
  sentences(
    call.phone === undefined ? voice.say('call.no-number') : undefined,
    ...rowsOf(call, voice).map(({ label, value }) => ended(voice.say('reading', { title: label, details: value }))),
  );
