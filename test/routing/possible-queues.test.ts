import { expect, test } from '@jest/globals';
import { possibleQueues } from '../../src/routing/possible-queues.ts';
import { knowledge, orderWith } from '../support/world.ts';

const edition = knowledge.editions.get('unified-2025-01');

test.each([
  ['nothing', [], ['problem-resolution']],
  ['rapid response', ['azure-rapid-response'], ['problem-resolution', 'rapid-response']],
  ['mission-critical Azure', ['mcs-azure-platform'], ['mission-critical-azure', 'problem-resolution']],
  ['its Plus, which has the same chart', ['mcs-azure-platform-plus'], ['mission-critical-azure', 'problem-resolution']],
  ['the service for attacks', ['cybersecurity-incident-response'], ['cybersecurity', 'problem-resolution']],
])('a work order with %s', (_, services, queues) => {
  if (edition === undefined) throw new Error('the edition is there');
  const order = orderWith({ services: services.map((service) => ({ service, location: 'odense' })) });
  expect(possibleQueues(order, edition).toSorted()).toEqual(queues);
});
