/** Who may call the desk and in whose name the desk calls: botbuilder's authentication, tightened and made to last. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { TeamsConfiguration } from './configuration.ts';
import { Kept, postingOnce } from './connectors.ts';

type Base = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Base['authenticateRequest']>>;
type ConnectorFactory = ReturnType<Base['createConnectorFactory']>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
type ClaimsIdentity = Parameters<Base['createConnectorFactory']>[0];
type TokenClient = Awaited<ReturnType<Base['createUserTokenClient']>>;

/** Whom a token of the channel names as its issuer. */
export const channelIssuer = 'https://api.botframework.com';

const keptServices = 32;

/** A token that is well signed but not meant for this door. */
export class NotFromTheChannel extends Error {
  override readonly name = 'AuthenticationError';
  readonly statusCode = 401;
}

/**
 * Beside what botbuilder checks (signature, issuer, audience, age, service URL), only tokens of the channel itself pass.
 * Botbuilder would also take one that was issued to the bot: the very token that the bot sends out with each message,
 * so that whoever received a message could write to the bot as anyone.
 */
export class DeskAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Kept<Connector>(keptServices);
  readonly #tokenClients = new Kept<TokenClient>(1);

  constructor(configuration: TeamsConfiguration) {
    super(sdkOptions(configuration), undefined, { requiredEndorsements: [], validateClaims: onlyFromTheChannel });
  }

  override async authenticateRequest(...request: Parameters<Base['authenticateRequest']>): Promise<Authenticated> {
    const result = await super.authenticateRequest(...request);
    const { connectorFactory } = result;
    return connectorFactory ? { ...result, connectorFactory: this.#keeping(connectorFactory) } : result;
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#keeping(super.createConnectorFactory(identity));
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<TokenClient> {
    return this.#tokenClients.get('', () => super.createUserTokenClient(identity));
  }

  /** The desk is one app: a client differs by nothing but where it sends to. */
  #keeping(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: (serviceUrl, audience) =>
        this.#connectors.get(`${serviceUrl} ${audience ?? ''}`, async () =>
          postingOnce(await factory.create(serviceUrl, audience)),
        ),
    };
  }
}

async function onlyFromTheChannel(claims: readonly { readonly type: string; readonly value: string }[]): Promise<void> {
  const issuer = claims.find(({ type }) => type === 'iss')?.value;
  if (issuer !== channelIssuer) throw new NotFromTheChannel('The token was not issued by the channel.');
}

function sdkOptions(configuration: TeamsConfiguration): Record<string, string> {
  if (configuration.kind === 'local') return {};
  const { appId, appType, appPassword, appTenantId } = configuration;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(appPassword ? { MicrosoftAppPassword: appPassword } : {}),
    ...(appTenantId ? { MicrosoftAppTenantId: appTenantId } : {}),
  };
}
