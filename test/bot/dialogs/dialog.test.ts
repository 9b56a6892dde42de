import { describe, expect, test } from '@jest/globals';
import { type Dialog, emptyDialog } from '../../../bot/dialogs/dialog.ts';
import { dialogAfter } from '../../../bot/dialogs/dialog-after.ts';
import { stepOf } from '../../../bot/dialogs/step.ts';
import type { Reading } from '../../../bot/understanding/understand.ts';
import type { Decision } from '../../../src/command/answer.ts';
import { understood } from '../../support/understood.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const reading = (command: string, args: Record<string, unknown> = {}, confidence = 0.9): Reading => ({
  command,
  args,
  confidence,
});
const asking = (
  command: 'incident.open' | 'response.expect',
  args: Record<string, unknown>,
  asked: string,
): Dialog => ({
  ...emptyDialog,
  pending: { command, args, asked, since: '2026-03-02T09:59:00Z' },
});

describe('a new command', () => {
  test('is followed when the reading is sure', () => {
    const understanding = understood({ readings: [reading('balance.show', { what: 'credits' })] });
    expect(stepOf(understanding, 'credits?', emptyDialog, NOW)).toEqual({
      kind: 'command',
      command: 'balance.show',
      args: { what: 'credits' },
    });
  });

  test('takes the severity from the impact when none is named', () => {
    const understanding = understood({
      readings: [reading('response.expect', { product: 'azure-sql-database', impact: 'system-down' })],
    });
    expect(stepOf(understanding, 'Azure SQL is down', emptyDialog, NOW)).toMatchObject({ args: { severity: '1' } });
  });

  test('is offered, not followed, when the reading is unsure', () => {
    const understanding = understood({
      readings: [reading('balance.show', {}, 0.4), reading('contract.show', {}, 0.3), reading('help', {}, 0.01)],
    });
    expect(stepOf(understanding, 'hm', emptyDialog, NOW)).toEqual({
      kind: 'unclear',
      suggestions: [reading('balance.show', {}, 0.4), reading('contract.show', {}, 0.3)],
    });
  });

  test('a command that the desk does not have yet is never followed', () => {
    const understanding = understood({ readings: [reading('coffee.make')] });
    expect(stepOf(understanding, 'coffee', emptyDialog, NOW)).toEqual({ kind: 'unclear', suggestions: [] });
  });

  test('carries on what nobody knows, so that it is asked about', () => {
    const understanding = understood({
      readings: [reading('response.expect', { severity: '1' })],
      unknown: { product: 'FrobnicatorDB' },
    });
    expect(stepOf(understanding, '…', emptyDialog, NOW)).toMatchObject({ args: { unknownProduct: 'FrobnicatorDB' } });
  });
});

describe('an answer to a question', () => {
  const pending = asking('incident.open', { severity: 'A' }, 'product');

  test('fills in what was missing and keeps what was given', () => {
    const understanding = understood({ args: { product: 'exchange-online' } });
    expect(stepOf(understanding, 'Exchange Online', pending, NOW)).toEqual({
      kind: 'command',
      command: 'incident.open',
      args: { severity: 'A', product: 'exchange-online' },
    });
  });

  test('may correct an earlier answer on the way', () => {
    const understanding = understood({ args: { severity: 'B' }, reply: 'no', correction: true });
    expect(stepOf(understanding, 'no, severity B', pending, NOW)).toMatchObject({ args: { severity: 'B' } });
  });

  test('is taken as it stands where free text was asked for', () => {
    const summary = asking('incident.open', { product: 'onedrive', severity: 'C' }, 'summary');
    const understanding = understood({ readings: [reading('balance.show', {}, 0.95)] });
    expect(stepOf(understanding, ' credits page shows a wrong logo ', summary, NOW)).toMatchObject({
      command: 'incident.open',
      args: { summary: 'credits page shows a wrong logo' },
    });
  });

  test('"cancel" drops the command', () => {
    expect(stepOf(understood({ reply: 'cancel' }), 'never mind', pending, NOW)).toEqual({
      kind: 'dropped',
      command: 'incident.open',
    });
  });

  test('a sure question in between is answered', () => {
    const understanding = understood({ readings: [reading('balance.show', { what: 'hours' }, 0.95)] });
    expect(stepOf(understanding, 'wait, how many hours are left?', pending, NOW)).toMatchObject({
      command: 'balance.show',
    });
  });

  test('an answer after hours is kept, and the question asked anew', () => {
    const late = NOW + 3 * HOUR;
    expect(stepOf(understood({ args: { product: 'onedrive' } }), 'OneDrive', pending, late)).toEqual({
      kind: 'lapsed',
      command: 'incident.open',
      args: { severity: 'A', product: 'onedrive' },
      asked: 'product',
    });
  });

  test('after a week nobody remembers having been asked', () => {
    const late = NOW + 8 * 24 * HOUR;
    expect(stepOf(understood({ args: { product: 'onedrive' } }), 'OneDrive', pending, late)).toEqual({
      kind: 'unclear',
      suggestions: [],
    });
  });

  test('a clear command after hours leaves the old question behind', () => {
    const understanding = understood({ readings: [reading('balance.show', { what: 'credits' }, 0.7)] });
    const step = stepOf(understanding, 'credits?', pending, NOW + 3 * HOUR);
    expect(step).toMatchObject({ kind: 'command', command: 'balance.show' });
  });

  test('free text that reads like a command is still the answer; a question is not', () => {
    const summary = asking('incident.open', { product: 'onedrive', severity: 'C' }, 'summary');
    const understanding = understood({ readings: [reading('balance.show', { what: 'hours' }, 0.95)] });
    expect(stepOf(understanding, 'wait, how many hours are left?', summary, NOW)).toMatchObject({
      command: 'balance.show',
    });
  });
});

describe('a confirmation', () => {
  const pending: Dialog = {
    ...emptyDialog,
    pending: {
      command: 'incident.close',
      args: { incident: 'INC-1' },
      asked: 'confirmation',
      since: '2026-03-02T09:59:00Z',
    },
  };

  test('yes does it', () => {
    expect(stepOf(understood({ reply: 'yes' }), 'yes', pending, NOW)).toEqual({
      kind: 'command',
      command: 'incident.close',
      args: { incident: 'INC-1' },
      confirmed: true,
    });
  });

  test('no drops it', () => {
    expect(stepOf(understood({ reply: 'no' }), 'no, wait', pending, NOW)).toEqual({
      kind: 'dropped',
      command: 'incident.close',
    });
  });

  test('"no, show me the incidents" drops it and does the other', () => {
    const understanding = understood({ reply: 'no', readings: [reading('incident.list', {}, 0.9)] });
    expect(stepOf(understanding, 'no, show me the incidents', pending, NOW)).toMatchObject({
      command: 'incident.list',
      leaves: true,
    });
  });

  test('a yes after hours confirms nothing: the question has lapsed', () => {
    expect(stepOf(understood({ reply: 'yes' }), 'yes', pending, NOW + 3 * HOUR)).toEqual({
      kind: 'lapsed',
      command: 'incident.close',
      args: { incident: 'INC-1' },
      asked: 'confirmation',
    });
  });

  test('a yes that changes something is a correction, and is asked anew', () => {
    const understanding = understood({ reply: 'yes', args: { incident: 'INC-2' } });
    const step = stepOf(understanding, 'yes, INC-2', pending, NOW);
    expect(step).toEqual({ kind: 'command', command: 'incident.close', args: { incident: 'INC-2' } });
  });

  test.each(['yes', 'no', 'cancel'] as const)('"%s" to nothing belongs to nothing', (reply) => {
    expect(stepOf(understood({ reply }), reply, emptyDialog, NOW)).toEqual({ kind: 'unasked' });
  });

  test('anything else asks again and never confirms by itself', () => {
    const step = stepOf(understood({ readings: [] }), 'hm', pending, NOW);
    expect(step).not.toHaveProperty('confirmed');
  });
});

describe('referring back', () => {
  const last: Dialog = {
    ...emptyDialog,
    last: { command: 'response.expect', args: { severity: '1', product: 'azure-sql-database' } },
    incident: 'INC-7',
  };

  test('"and for severity B?" asks the last question again', () => {
    expect(stepOf(understood({ args: { severity: 'B' } }), 'and for severity B?', last, NOW)).toEqual({
      kind: 'command',
      command: 'response.expect',
      args: { severity: 'B', product: 'azure-sql-database' },
    });
  });

  test('"no, in Lyon" corrects it', () => {
    const understanding = understood({
      args: { location: 'lyon' },
      correction: true,
      readings: [reading('contract.show', {}, 0.9)],
    });
    expect(stepOf(understanding, 'no, in Lyon', last, NOW)).toMatchObject({
      command: 'response.expect',
      args: { location: 'lyon' },
    });
  });

  test('never repeats a command that changed something', () => {
    const opened: Dialog = {
      ...emptyDialog,
      last: { command: 'incident.open', args: { product: 'onedrive', severity: 'C', summary: 'x' } },
    };
    expect(stepOf(understood({ args: { severity: 'B' } }), 'and for severity B?', opened, NOW)).toEqual({
      kind: 'unclear',
      suggestions: [],
    });
  });

  test('"that incident" is the one talked about', () => {
    expect(stepOf(understood({ readings: [reading('incident.show')] }), 'show it', last, NOW)).toMatchObject({
      args: { incident: 'INC-7' },
    });
  });
});

describe('what a conversation remembers', () => {
  const decision: Decision = {
    command: 'incident.open',
    args: { severity: 'A' },
    status: 'needs-input',
    missing: ['product', 'summary'],
    facts: {},
    citations: [],
  };
  const step = { kind: 'command', command: 'incident.open', args: {} } as const;

  test('the command that waits, and what it asked for first', () => {
    expect(dialogAfter(emptyDialog, step, decision, NOW).pending).toMatchObject({
      command: 'incident.open',
      args: { severity: 'A' },
      asked: 'product',
    });
  });

  test('nothing is pending once it is done, and the incident is remembered', () => {
    const done: Decision = { ...decision, status: 'done', facts: { incident: { id: 'INC-9' } } };
    const after = dialogAfter(asking('incident.open', {}, 'product'), step, done, NOW);
    expect(after).toMatchObject({ incident: 'INC-9', last: { command: 'incident.open' } });
    expect(after).not.toHaveProperty('pending');
  });

  test('an unclear word does not lose an open question', () => {
    const pending = asking('incident.open', {}, 'product');
    const unclear: Decision = { command: '', args: {}, status: 'not-understood', facts: {}, citations: [] };
    expect(dialogAfter(pending, { kind: 'unclear', suggestions: [] }, unclear, NOW).pending).toEqual(pending.pending);
  });
});
