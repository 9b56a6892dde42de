import { describe, expect, test } from '@jest/globals';
import { createUnderstander } from '../../../bot/understanding/understand.ts';
import { knowledge } from '../../support/world.ts';

const { understand } = createUnderstander(knowledge);
const context = {
  now: '2026-03-02T10:00:00+01:00',
  timeZone: 'Europe/Copenhagen',
  locations: [{ id: 'copenhagen', country: 'DK', timeZone: 'Europe/Copenhagen' }],
};
const read = (text: string) => understand(text, context).readings[0];

describe('the later life of an incident is told in every language', () => {
  test.each<[string, string, Record<string, unknown>]>([
    [
      'We called about INC-482913 at 9:50, case TR-4411',
      'incident.call',
      { incident: 'INC-482913', caseNumber: 'TR-4411' },
    ],
    ['Vi har ringet om INC-482913', 'incident.call', { incident: 'INC-482913' }],
    ['Nous avons téléphoné au support pour INC-482913', 'incident.call', { incident: 'INC-482913' }],
    ['Telefonuam për INC-482913', 'incident.call', { incident: 'INC-482913' }],
    ['INC-482913 бойынша қоңырау шалдық', 'incident.call', { incident: 'INC-482913' }],
    ['我們為 INC-482913 打過電話了', 'incident.call', { incident: 'INC-482913' }],
    [
      'Status update on INC-482913: the patch is out',
      'incident.update',
      { incident: 'INC-482913', text: 'the patch is out' },
    ],
    [
      'Statusmelding på INC-482913: rettelsen er ude',
      'incident.update',
      { incident: 'INC-482913', text: 'rettelsen er ude' },
    ],
    [
      'The incident review for INC-482913 takes place on 12 May 2026',
      'incident.review',
      { incident: 'INC-482913', date: '2026-05-12' },
    ],
    [
      'Le bilan de INC-482913 aura lieu le 12 mai 2026',
      'incident.review',
      { incident: 'INC-482913', date: '2026-05-12' },
    ],
    [
      'INC-482913 is resolved, it was a product defect',
      'incident.resolve',
      { incident: 'INC-482913', cause: 'product-defect' },
    ],
    ['INC-482913 er løst, det var en produktfejl', 'incident.resolve', { cause: 'product-defect' }],
    [
      'Set the severity of INC-482913 to B for lack of resources',
      'severity.set',
      { severity: 'B', reason: 'no-resources' },
    ],
  ])('%s', (text, command, args) => {
    expect(read(text)).toMatchObject({ command, args });
  });
});
