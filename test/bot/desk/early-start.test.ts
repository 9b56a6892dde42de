/** An attack, and the consent to a start before the contract is signed: it may cost money, so it is asked about (F-MSCIR-04). */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../src/command/answer.ts';
import { ALEX, FJORD, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});

const queueIn = ({ facts }: Answer): unknown => Object(facts.incident).queue;

describe.each([
  [
    'en',
    'open an incident, severity 1, Windows Server: ransomware has encrypted our servers',
    'we agree to an early start',
    'yes',
  ],
  [
    'da',
    'Opret en hændelse med alvorsgrad 1 på Windows Server: vi er under cyberangreb',
    'vi accepterer tidlig start',
    'ja',
  ],
  [
    'fr',
    'Ouvre un incident de gravité 1 sur Windows Server : une cyberattaque est en cours',
    'nous acceptons un début anticipé',
    'oui',
  ],
  ['sq', 'Hap një incident me rëndësi 1 për Windows Server: sulm kibernetik', 'pranojmë nisjen e hershme', 'po'],
  ['kk', 'Windows Server бойынша 1-деңгейлі оқиға ашыңыз: кибершабуыл болып жатыр', 'ерте бастауға келісеміз', 'иә'],
  ['zh-Hant', '請開一個嚴重性 1 的事件，產品是 Windows Server：遭到勒索軟體攻擊', '我們同意提前開始', '是'],
])('%s', (locale, report, consent, yes) => {
  test('is offered after the report, quoted with its clause, and done after the yes', async () => {
    const opened = await desk.say(report, { locale });
    expect(opened).toMatchObject({
      status: 'done',
      facts: { nextSteps: expect.arrayContaining(['consent-to-early-start']) },
    });
    expect(JSON.stringify(opened.card)).toContain('"earlyStart":true');
    const quoted = await desk.say(consent, { locale });
    expect(quoted).toMatchObject({
      command: 'incident.note',
      status: 'needs-confirmation',
      language: locale,
      facts: { because: ['early-start'] },
      citations: expect.arrayContaining([{ edition: 'unified-2025-01', section: '2.4' }]),
    });
    const shown = await desk.say('show the incident', { conversation: 'c1' });
    expect(queueIn(shown)).not.toBe('cybersecurity');
    const agreed = await desk.say(yes, { locale });
    expect(agreed).toMatchObject({ command: 'incident.note', status: 'done' });
    expect(queueIn(agreed)).toBe('cybersecurity');
    expect(JSON.stringify(agreed.card)).not.toContain('"earlyStart":true');
  });
});

test('a consent that comes with the report is asked about before anything is opened', async () => {
  const args = { product: 'windows-server', severity: '1', summary: 'ransomware', attack: true, earlyStart: true };
  const give = (confirmed?: true) =>
    desk.desk.perform({
      tenant: FJORD,
      user: ALEX,
      command: 'incident.open',
      args,
      ...(confirmed === undefined ? {} : { confirmed }),
    });
  const asked = await give();
  expect(asked).toMatchObject({ status: 'needs-confirmation', facts: { because: ['early-start'] } });
  expect(asked.text).toContain('you pay for what is done until then');
  expect(queueIn(await give(true))).toBe('cybersecurity');
});
