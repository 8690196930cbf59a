// node wallet.mjs <base URL> <credential type>: from a credential offer to a credential, by Sphereon's OpenID4VCI client.
import { getResolver } from '@cef-ebsi/key-did-resolver'
import sphereon from '@sphereon/oid4vci-client'
import { createRemoteJWKSet, decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { Holder, expect, get, redirect, run } from './holder.mjs'

const REDIRECT_URI = 'openid://callback'
// The clock of the service need not go like this one.
const clockTolerance = 60

run(async ([base, type]) => {
  const authMock = `${base}/conformance/v3/auth-mock`
  const issuerMock = `${base}/conformance/v3/issuer-mock`
  const holder = await Holder.create()

  const client = await sphereon.OpenID4VCIClientV1_0_11.fromURI({
    uri: await offer(issuerMock, type, holder.did),
    clientId: holder.did,
    kid: holder.kid,
    alg: 'ES256',
    createAuthorizationRequestURL: false,
  })
  const preAuthorized = client.isFlowTypeSupported('Pre-Authorized Code Flow')
  let callback
  if (preAuthorized) {
    await client.acquireAccessToken({ pin: holder.pin })
  } else {
    const url = await client.createAuthorizationRequestUrl({ authorizationRequest: { redirectUri: REDIRECT_URI } })
    callback = await holder.authorize(url, holder.did, authMock)
    await client.acquireAccessToken({ authorizationResponse: callback.href })
  }
  const response = await client.acquireCredentials({
    credentialTypes: client.getCredentialOfferTypes()[0],
    format: 'jwt_vc',
    proofCallbacks: { signCallback: ({ header, payload }) => holder.sign(header, payload) },
    deferredCredentialAwait: true,
    deferredCredentialIntervalInMS: 200,
  })

  const { payload } = await verified(response.credential, issuerMock)
  expect(payload.vc.credentialSubject.id === holder.did, 'the credential is about somebody else')
  return {
    type,
    flow: preAuthorized ? 'pre-authorized_code' : 'authorization_code',
    did: holder.did,
    callback: callback?.href.split('?')[0],
    format: response.format,
    c_nonce: typeof response.c_nonce,
    claims: payload,
  }
})

/** The offer as the wallet gets it: by redirect on the same device, as text (a QR code's) from another. */
async function offer(issuerMock, type, did) {
  const query = new URLSearchParams({
    credential_type: type,
    client_id: did,
    credential_offer_endpoint: 'openid-credential-offer://',
  })
  const answer = await get(`${issuerMock}/initiate-credential-offer?${query}`)
  if (!type.startsWith('CTWalletCross')) {
    return (await redirect(answer)).href
  }
  const url = await answer.text()
  expect(answer.status === 200, `no offer: ${answer.status} ${url}`)
  return url
}

/** Verifies a credential twice: with the issuer's published keys, and with those of its DID, by EBSI's own resolver. */
async function verified(credential, issuerMock) {
  const byJwks = await jwtVerify(credential, createRemoteJWKSet(new URL(`${issuerMock}/jwks`)), { clockTolerance })
  const { kid, alg } = decodeProtectedHeader(credential)
  const { didDocument, didResolutionMetadata } = await getResolver().key(kid.split('#')[0])
  expect(didDocument, `the issuer's DID: ${JSON.stringify(didResolutionMetadata)}`)
  expect(didDocument.id === byJwks.payload.iss, 'the key is not of the issuer that the credential names')
  const method = didDocument.verificationMethod.find(({ id }) => id === kid)
  await jwtVerify(credential, await importJWK(method.publicKeyJwk, alg), { clockTolerance })
  return byJwks
}
