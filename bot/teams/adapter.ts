/** The one place where an activity goes into botbuilder and a message comes out of it. */
import {
  CloudAdapter,
  type ConversationReference,
  type InvokeResponse,
  type Activity as SdkActivity,
  type TurnContext,
} from 'botbuilder';
import type { Address } from '../outbox/channel-message.ts';
import type { Activity } from './activity.ts';
import { DeskAuthentication } from './authentication.ts';
import type { TeamsConfiguration } from './configuration.ts';

export type Outgoing = Readonly<Record<string, unknown>> & { readonly type: string };

/** What an invoke gets back: the HTTP status and, with 200, the body. */
export interface InvokeResult {
  readonly status: number;
  readonly body?: unknown;
}

/** The conversation that an activity came from, for as long as its turn lasts. */
export interface Conversation {
  send(activity: Outgoing): Promise<void>;
}

export class DeskAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(configuration: TeamsConfiguration) {
    super(new DeskAuthentication(configuration));
    this.#appId = configuration.kind === 'registered' ? configuration.appId : '';
  }

  /**
   * Checks the token and runs the turn; what `handle` returns goes back to an invoke.
   * @throws an error named `AuthenticationError` for a token that does not pass.
   */
  async receive(
    authorization: string,
    activity: Activity,
    handle: (conversation: Conversation) => Promise<InvokeResult | undefined>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity as SdkActivity, async (context) => {
      const value = await handle(conversationOf(context));
      if (value !== undefined) await context.sendActivity({ type: 'invokeResponse', value });
    });
  }

  /**
   * Says something in a conversation outside of any turn; the SDK would make it a reply to a message that never was.
   * Resolves to the id that the channel gave the message, where it gave one.
   */
  async continue(address: Address, activity: Outgoing): Promise<string | undefined> {
    let id: string | undefined;
    await this.continueConversationAsync(this.#appId, address as ConversationReference, async (context) => {
      context.onSendActivities((_context, activities, next) => {
        for (const each of activities) delete each.replyToId;
        return next();
      });
      id = (await context.sendActivity(activity))?.id;
    });
    return id === '' ? undefined : id;
  }

  /** Puts something in the place of a message that the desk has said before. */
  async edit(address: Address, id: string, activity: Outgoing): Promise<void> {
    await this.continueConversationAsync(this.#appId, address as ConversationReference, async (context) => {
      await context.updateActivity({ ...activity, id });
    });
  }
}

const conversationOf = (context: TurnContext): Conversation => ({
  async send(activity) {
    await context.sendActivity(activity);
  },
});
