/** The issuer of Teams' tokens: a key pair, its published key, and tokens that are really signed. */
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import nock from 'nock';
import { serviceUrl } from './activities.ts';

export const appId = '33333333-3333-4333-8333-333333333333';
const keyId = 'key-1';
type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

export interface Claims extends JWTPayload {
  readonly serviceurl?: string;
}

export interface TokenIssuer {
  /** The `Authorization` header for a good token with these claims in place of the usual ones. */
  header(claims?: Claims, signing?: { readonly key?: PrivateKey; readonly keyId?: string }): Promise<string>;
}

/** Publishes metadata and key where botbuilder looks for them. */
export async function createTokenIssuer(): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: keyId, use: 'sig', alg: 'RS256', endorsements: ['msteams'] };
  nock('https://login.botframework.com')
    .persist()
    .get('/v1/.well-known/openidconfiguration')
    .reply(200, {
      issuer: 'https://api.botframework.com',
      jwks_uri: 'https://login.botframework.com/v1/.well-known/keys',
      id_token_signing_alg_values_supported: ['RS256'],
    })
    .get('/v1/.well-known/keys')
    .reply(200, { keys: [key] });
  publishForBots(key);
  return {
    async header(claims = {}, signing = {}) {
      const now = Math.floor(Date.now() / 1000);
      const token = await new SignJWT({
        iss: 'https://api.botframework.com',
        aud: appId,
        serviceurl: serviceUrl,
        iat: now,
        nbf: now - 60,
        exp: now + 3600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: signing.keyId ?? keyId })
        .sign(signing.key ?? privateKey);
      return `Bearer ${token}`;
    },
  };
}

/** Where botbuilder looks for the keys of tokens that one bot may show another. */
function publishForBots(key: object): void {
  nock('https://login.microsoftonline.com')
    .persist()
    .get('/common/v2.0/.well-known/openid-configuration')
    .reply(200, { jwks_uri: 'https://login.microsoftonline.com/common/discovery/v2.0/keys' })
    .get('/common/discovery/v2.0/keys')
    .reply(200, { keys: [key] });
}

const granted = {
  status: 200,
  body: { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: 'token-of-the-desk' },
};

/** Gives the desk its own token to send with, as the login service does. */
export function grantTokens(
  tenantId: string,
  answer: { readonly status: number; readonly body: object } = granted,
): void {
  nock('https://login.microsoftonline.com')
    .persist()
    .get(/\/common\/discovery\/instance/)
    .query(true)
    .reply(200, {
      tenant_discovery_endpoint: `https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [
        {
          preferred_network: 'login.microsoftonline.com',
          preferred_cache: 'login.windows.net',
          aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
        },
      ],
    })
    .get(`/${tenantId}/v2.0/.well-known/openid-configuration`)
    .reply(200, {
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      authorization_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/authorize`,
      token_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      jwks_uri: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
    })
    .post(`/${tenantId}/oauth2/v2.0/token`)
    .query(true)
    .reply(answer.status, answer.body);
}
