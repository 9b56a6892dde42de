import { describe, expect, test } from '@jest/globals';
import { createPrintedSearch, parseDescription } from '../../src/catalogue/description.ts';

const sections = ['1', '2', '2.1', '2.2', 'A', 'B'];
const document = `Made-up description of services

1 About this paper.....	3
2.1 How to order 	5

1 About this paper
This text was invented for a test of the desk.
It stands on two lines.

2 What there is
Everything in here concerns gardens and bees.

2.1 How to order
- Orders are sent by pigeon post on Mondays.
- Invoices are printed on green paper, see
2.5 of another paper for the colours.

2.2 What lapses
<p>Honey that nobody collects by the end of the year is given to the bears.</p>

Annex A: Pictures of bees
Bees are drawn with six legs and four wings.
`;

describe('a description that a customer indexes', () => {
  const paragraphs = parseDescription(document, sections);

  test('is cut into paragraphs and list points under the section that they stand in', () => {
    expect(paragraphs).toEqual([
      { section: '1', text: 'This text was invented for a test of the desk. It stands on two lines.' },
      { section: '2', text: 'Everything in here concerns gardens and bees.' },
      { section: '2.1', text: '- Orders are sent by pigeon post on Mondays.' },
      { section: '2.1', text: '- Invoices are printed on green paper, see 2.5 of another paper for the colours.' },
      { section: '2.2', text: 'Honey that nobody collects by the end of the year is given to the bears.' },
      { section: 'A', text: 'Bees are drawn with six legs and four wings.' },
    ]);
  });

  test('gives the printed clause of a section for the words of a question', () => {
    const printed = createPrintedSearch(paragraphs);
    expect(printed('who gets uncollected honey', '2.2')).toMatch(/^Honey/);
    expect(printed('colour of invoices', '2.1')).toMatch(/green paper/);
    expect(printed('honey', '2.1')).toBeUndefined();
  });

  test('yields nothing for a text without the sections', () => {
    expect(parseDescription('some prose that has no numbered heading at all', sections)).toEqual([]);
  });
});
