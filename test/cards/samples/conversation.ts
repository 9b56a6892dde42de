/** What carries a conversation: what is missing, what is to be confirmed, refused or not understood; and reminders turned off and on. */
import type { Decision } from '../../../src/command/answer.ts';
import { commandNames, SmallTalk } from '../../../src/command/contract.ts';
import { incident } from './incidents.ts';
import { rapid } from './responses.ts';
import { answered } from './setting.ts';

const people = [{ name: 'Maja Holm', email: 'maja.holm@nordlys.example', phone: '+45 00 00 00 01' }];

/** What was said that is no question to the desk; an emergency is told what to dial. */
const smallTalk = Object.fromEntries(
  SmallTalk.options.map((word) => [
    `talk of ${word}`,
    answered(
      'help',
      {},
      {
        smallTalk: word,
        ...(word === 'person' ? { people } : {}),
        ...(word === 'emergency'
          ? {
              dial: [
                { country: 'DK', numbers: ['112'] },
                { country: 'US', numbers: ['911'] },
              ],
            }
          : {}),
      },
      [],
    ),
  ]),
);

export const conversation = {
  help: answered('help', {}, { commands: [...commandNames] }, []),
  form: {
    ...answered('incident.open', { product: 'azure-sql-database' }, {}, []),
    status: 'needs-input',
    missing: ['severity', 'summary'],
  },
  askSeverity: {
    ...answered('response.expect', { product: 'exchange-online' }, {}, []),
    status: 'needs-input',
    missing: ['severity'],
    because: ['unknown-severity'],
  },
  whichProduct: {
    ...answered('response.expect', { severity: '1' }, { among: ['azure-sql-database', 'sql-server'] }, []),
    status: 'needs-input',
    missing: ['product'],
  },
  askNote: {
    ...answered('incident.note', { incident: incident.id }, {}, []),
    status: 'needs-input',
    missing: ['text'],
  },
  askExchange: {
    ...answered('credits.exchange', {}, {}, []),
    status: 'needs-input',
    missing: ['credits', 'from', 'to'],
  },
  askBooking: {
    ...answered('service.book', { location: 'dk' }, {}, []),
    status: 'needs-input',
    missing: ['service', 'date'],
    because: ['date-in-the-past'],
  },
  askUser: { ...answered('contact.add', { name: 'Bo Lund' }, {}, []), status: 'needs-input', missing: ['userId'] },
  askDecision: { ...answered('approval.decide', {}, {}, []), status: 'needs-input', missing: ['approval', 'decision'] },
  confirm: {
    ...answered(
      'incident.open',
      {
        product: 'azure-sql-database',
        severity: '1',
        location: 'dk',
        summary: 'The order database is down',
        proposed: true,
      },
      {
        plan: rapid,
        triage: {
          rows: [
            {
              severity: '1',
              chart: 'azure-rapid-response',
              situation: ['business-at-risk'],
              firstResponseMinutes: 15,
              clock: 'elapsed',
              obligations: rapid.obligations,
              via: ['portal'],
              mayBeLowered: true,
            },
          ],
          setBy: 'vendor',
          asks: ['environment'],
        },
      },
      ['2.5'],
    ),
    status: 'needs-confirmation',
  },
  close: {
    ...answered('incident.close', { incident: incident.id, text: 'Solved by the failover.' }, {}, []),
    status: 'needs-confirmation',
  },
  askScore: {
    ...answered('survey.answer', { incident: incident.id }, {}, []),
    status: 'needs-input',
    missing: ['score'],
  },
  dropped: answered('incident.close', {}, { dropped: true }, []),
  refused: { ...answered('balance.show', {}, {}, []), status: 'refused', because: ['role'] },
  busy: { ...answered('incident.show', {}, {}, []), status: 'refused', because: ['busy'] },
  notUnderstood: {
    ...answered('', {}, {}, []),
    status: 'not-understood',
    suggestions: [
      { command: 'response.expect', args: { severity: 'A', product: 'azure-sql-database' } },
      { command: 'balance.show', args: {} },
      { command: 'coverage.check', args: { service: 'azure-rapid-response', location: 'dk' } },
    ],
  },
  lost: { ...answered('', {}, {}, []), status: 'not-understood' },
  lostAgain: { ...answered('', {}, { people }, []), status: 'not-understood' },
  empty: { ...answered('', {}, {}, []), status: 'not-understood', because: ['empty-text'] },
  remindersOff: {
    ...answered('reminder.set', { reminders: 'off' }, { reminders: 'off', about: 'incidents' }, []),
    status: 'done',
  },
  remindersOn: {
    ...answered(
      'reminder.set',
      { reminders: 'on' },
      { reminders: 'on', about: 'incident', incident: 'INC-482913' },
      [],
    ),
    status: 'done',
  },
  languageSet: { ...answered('language.set', { language: 'fr' }, { language: 'fr' }, []), status: 'done' },
  ...smallTalk,
} as const satisfies Record<string, Decision>;
