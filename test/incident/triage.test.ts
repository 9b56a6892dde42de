import { describe, expect, test } from '@jest/globals';
import { triageOf } from '../../src/incident/triage.ts';
import { orderWith, sceneOf, standingAt } from '../support/world.ts';

const about = (told: Parameters<typeof triageOf>[0], edition = 'unified-2025-01') => {
  const services = [{ service: 'azure-rapid-response', location: 'odense' }];
  const scene = sceneOf(orderWith({ edition, services, flexAllowance: undefined }));
  const triage = triageOf(told, standingAt(scene), scene);
  if (triage === undefined) throw new Error('the agreement is in force');
  return triage;
};

describe('from an impact to a severity', () => {
  test('all four, as the edition describes them, while none was told', () => {
    const { facts, citations } = about({});
    expect(facts.rows.map(({ severity }) => severity)).toEqual(['1', 'A', 'B', 'C']);
    expect(facts.rows[0]?.situation).toContain('system-down');
    expect(facts.asks).toEqual([]);
    expect(citations).toContainEqual({ edition: 'unified-2025-01', section: 'A' });
  });

  test.each([
    ['1', ['contact', 'contactPhone', 'environment', 'reproduction']],
    ['A', ['contact', 'contactPhone', 'environment', 'reproduction']],
    ['B', ['changeAuthority', 'environment', 'reproduction']],
    ['C', ['environment', 'reproduction']],
  ] as const)('severity %s asks for what its duties call for', (severity, asks) => {
    expect(about({ severity }).facts).toMatchObject({ rows: [{ severity }], asks });
  });

  test('the chart of the product’s own service is the one that is told', () => {
    expect(about({ severity: '1', product: 'azure-sql-database' }).facts.rows).toMatchObject([
      { chart: 'azure-rapid-response', firstResponseMinutes: 15, mayBeLowered: true },
    ]);
    expect(about({ severity: 'C' }).facts.rows).toMatchObject([{ chart: 'base', mayBeLowered: false }]);
  });

  test('who decides is the edition’s word (F-SEV-02a, F-SEV-02b)', () => {
    expect(about({}).facts.setBy).toBe('vendor');
    expect(about({}, 'unified-2024-09').facts.setBy).toBe('vendor-with-customer');
  });
});
