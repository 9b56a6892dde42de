/** What the outbox can deliver besides messages in Teams, by topic. */
import type { Logger } from 'pino';
import { approvalNews } from './approvals/approval-news.ts';
import { type FollowerParts, followersOf } from './follow/followers.ts';
import { following } from './follow/following.ts';
import { incidentChangedTopic } from './follow/incident-changed.ts';
import { hoursDeliveries } from './incident-hours/hours-deliveries.ts';
import type { Delivery } from './outbox/outbox.ts';
import { portalTopic } from './portal/portal-follower.ts';
import type { PortalSettings } from './portal/portal-settings.ts';
import { createWebhookDelivery, webhookTopic } from './webhooks/webhook-delivery.ts';
import { webhookFinder } from './webhooks/webhook-follower.ts';

export interface DeliveryParts extends FollowerParts {
  readonly log: Logger;
  /** Where the secrets of webhooks are looked up. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The deliveries; what files in the portal is loaded only where a portal is configured. */
export async function deliveriesOf(parts: DeliveryParts): Promise<Readonly<Record<string, Delivery>>> {
  const { store, log, environment } = parts;
  return {
    [incidentChangedTopic]: following({ store, followers: followersOf(parts), log }),
    ...hoursDeliveries(store, parts.knowledge),
    ...approvalNews(parts),
    [webhookTopic]: createWebhookDelivery({ find: webhookFinder(store), environment }),
    ...(parts.portal === undefined ? {} : { [portalTopic]: await portalDelivery(parts, parts.portal) }),
  };
}

async function portalDelivery({ store, knowledge }: DeliveryParts, settings: PortalSettings): Promise<Delivery> {
  const [{ createPortalDelivery }, { createSupportApi }] = await Promise.all([
    import('./portal/portal-filing.ts'),
    import('./portal/support-api.ts'),
  ]);
  return createPortalDelivery({ store, settings, products: knowledge.products, api: createSupportApi() });
}
