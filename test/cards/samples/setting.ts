/** What all samples share: who reads, what products and services are called there, and the shape of an answer. */
import type { Audience } from '../../../cards/audience.ts';
import type { Products, ServiceNames } from '../../../knowledge/schema/catalogue.ts';
import type { Decision } from '../../../src/command/answer.ts';

const names = (en: string, others: Partial<Record<'fr' | 'da' | 'sq' | 'kk' | 'zh-Hant', string>> = {}) => ({
  en,
  ...others,
});

export const products: Products = {
  'azure-sql-database': {
    family: 'azure',
    names: names('Azure SQL Database', { fr: 'Azure SQL Database' }),
    online: true,
  },
  'exchange-online': { family: 'microsoft-365', names: names('Exchange Online'), online: true },
  'sharepoint-online': { family: 'microsoft-365', names: names('SharePoint Online'), online: true },
  'windows-server': { family: 'server-and-client', names: names('Windows Server'), online: false },
  'sql-server': { family: 'server-and-client', names: names('SQL Server'), online: false },
  'microsoft-teams': { family: 'microsoft-365', names: names('Microsoft Teams'), online: true },
  'defender-for-endpoint': { family: 'security', names: names('Defender for Endpoint'), online: true },
};

const service = (en: string) => ({ names: names(en), summary: names(en) });

export const services: ServiceNames = {
  'azure-rapid-response': service('Azure Rapid Response'),
  'proactive-credits': service('Proactive credits'),
  'enhanced-designated-engineering': service('Enhanced Designated Engineering'),
  'unified-enhanced-response': service('Unified Enhanced Response'),
  'mcs-azure-platform': service('Mission Critical Services for Azure Platform'),
  'problem-resolution-support': service('Problem resolution support'),
  'flex-allowance': service('Flex allowance'),
  workshops: service('Workshops'),
  'advisory-support': service('Advisory support'),
};

export const audience: Audience = {
  language: 'en',
  timeZone: 'Europe/Copenhagen',
  now: '2026-03-02T10:00:00+01:00',
  user: '22222222-2222-4222-8222-222222222222',
  locations: [
    { id: 'dk', country: 'DK', timeZone: 'Europe/Copenhagen' },
    { id: 'fr', country: 'FR', timeZone: 'Europe/Paris' },
    { id: 'us', country: 'US', timeZone: 'America/New_York' },
  ],
};

export const edition = 'unified-2025-01';
/** What every answer about the agreement names first. */
export const head = { workOrder: 'WO-7F21', edition };

/** An answer to the command, which rests on the sections of the samples' edition. */
export const answered = (
  command: Decision['command'],
  args: object,
  facts: object,
  sections: readonly string[],
): Decision => ({
  command,
  args: { ...args },
  status: 'answered',
  facts: { ...facts },
  citations: sections.map((section) => ({ edition, section })),
});
