import { describe, expect, test } from '@jest/globals';
import { openTestDesk } from '../../support/desk.ts';

describe('what a sentence leaves open is asked for', () => {
  test.each([
    ['en', 'remind me less often please'],
    ['fr', 'moins de rappels svp'],
    ['da', 'færre påmindelser tak'],
    ['sq', 'më pak kujtesa të lutem'],
    ['kk', 'еске салуды азырақ жіберіңіз'],
    ['kk', 'еске салулар тым көп, азайтыңыз'],
    ['zh-Hant', '提醒少一點'],
  ])('%s: fewer reminders are neither all nor none: %s', async (locale, text) => {
    const { say } = await openTestDesk();
    expect(await say(text, { locale })).toMatchObject({
      command: 'reminder.set',
      status: 'needs-input',
      missing: ['reminders'],
    });
  });

  test.each([
    ['no more reminders', 'off'],
    ['switch my reminders back on', 'on'],
  ])('%s says which', async (text, reminders) => {
    const { say } = await openTestDesk();
    expect(await say(text)).toMatchObject({ command: 'reminder.set', facts: { reminders } });
  });
});
