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
   * Checks the token and runs the turn; what `handle` returns goes back as the body of an invoke.
   * @throws an error named `AuthenticationError` for a token that does not pass.
   */
  async receive(
    authorization: string,
    activity: Activity,
    handle: (conversation: Conversation) => Promise<unknown>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity as SdkActivity, async (context) => {
      const body = await handle(conversationOf(context));
      if (body === undefined) return;
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    });
  }

  /** Says something in a conversation outside of any turn. */
  async continue(address: Address, activity: Outgoing): Promise<void> {
    await this.continueConversationAsync(this.#appId, address as ConversationReference, async (context) => {
      await context.sendActivity(activity);
    });
  }
}

const conversationOf = (context: TurnContext): Conversation => ({
  async send(activity) {
    await context.sendActivity(activity);
  },
});
