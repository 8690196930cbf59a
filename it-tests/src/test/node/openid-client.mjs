// node openid-client.mjs <base URL>: a service wallet gets tokens, by openid-client.
import { randomUUID } from 'node:crypto'
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose'
import * as openid from 'openid-client'
import { Holder, expect, run } from './holder.mjs'

const CLIENT_ID = `https://issuer.example/${randomUUID()}`
const CALLBACK = `${CLIENT_ID}/callback`

run(async ([base]) => {
  const issuer = `${base}/conformance/v3/auth-mock`
  const issuerMock = `${base}/conformance/v3/issuer-mock`
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const key = { key: privateKey, kid: 'key-1' }

  const config = await openid.dynamicClientRegistration(
    new URL(issuer),
    {
      client_id: CLIENT_ID,
      redirect_uris: [CALLBACK],
      jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: key.kid }] },
      token_endpoint_auth_method: 'private_key_jwt',
    },
    openid.PrivateKeyJwt(key),
    // Discovery at the place of RFC 8414; the signature of the ID token is verified too.
    { algorithm: 'oauth2', execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks] },
  )
  const asOpenId = await openid.discovery(new URL(issuer), CLIENT_ID, undefined, undefined, {
    algorithm: 'oidc',
    execute: [openid.allowInsecureRequests],
  })
  expect(
    JSON.stringify(asOpenId.serverMetadata()) === JSON.stringify(config.serverMetadata()),
    'the metadata differ between the two well-known places',
  )

  const state = openid.randomState()
  const nonce = openid.randomNonce()
  const verifier = openid.randomPKCECodeVerifier()
  const url = await openid.buildAuthorizationUrlWithJAR(
    config,
    {
      redirect_uri: CALLBACK,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      authorization_details: JSON.stringify([
        {
          type: 'openid_credential',
          format: 'jwt_vc',
          types: ['VerifiableCredential', 'VerifiableAttestation', 'VerifiableAuthorisationToOnboard'],
          locations: [issuerMock],
        },
      ]),
      client_metadata: JSON.stringify({ authorization_endpoint: 'openid://' }),
    },
    key,
  )
  const holder = await Holder.create()
  const callback = await holder.authorize(url, CLIENT_ID, issuer)
  const tokens = await openid.authorizationCodeGrant(config, callback, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
  })

  const { payload } = await jwtVerify(
    tokens.access_token,
    createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri)),
    { issuer, audience: issuerMock },
  )
  return {
    client_id: CLIENT_ID,
    authorize: [...url.searchParams.keys()],
    did: holder.did,
    token_type: tokens.token_type,
    expires_in: tokens.expires_in,
    id_token: tokens.claims(),
    access_token: payload,
    replay: await refused(() =>
      openid.authorizationCodeGrant(config, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      }),
    ),
  }
})

/** What the library makes of the server's error. */
async function refused(request) {
  try {
    await request()
  } catch (refusal) {
    expect(refusal instanceof openid.ResponseBodyError, refusal)
    return { status: refusal.status, error: refusal.error, error_description: refusal.error_description }
  }
  throw new Error('a code was redeemed twice')
}
