// A holder: a did:key of EBSI's own making, and the answer to a request for an ID token.
import { createHash } from 'node:crypto'
import { util } from '@cef-ebsi/key-did-resolver'
import { SignJWT, createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose'

const LIMIT = 10_000

export class Holder {
  static async create() {
    const holder = new Holder()
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    holder.key = privateKey
    holder.jwk = await exportJWK(publicKey)
    holder.did = util.createDid(holder.jwk)
    holder.kid = `${holder.did}#${holder.did.slice('did:key:'.length)}`
    return holder
  }

  /** The PIN of EBSI's conformance tests: the last 4 bytes of the DID's SHA-256, each modulo 10. */
  get pin() {
    return [...createHash('sha256').update(this.did).digest().subarray(-4)].map((byte) => byte % 10).join('')
  }

  sign(header, claims) {
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: this.kid, ...header }).sign(this.key)
  }

  /** Goes where a browser would be sent by an authorization request, answers with an ID token, and returns the callback. */
  async authorize(authorizationUrl, client, issuer) {
    const metadata = await json(`${issuer}/.well-known/openid-configuration`)
    const toWallet = await redirect(await get(authorizationUrl))
    const query = Object.fromEntries(toWallet.searchParams)
    const jwt = query.request ?? (await text(query.request_uri, 'application/jwt'))
    const { payload: request } = await jwtVerify(jwt, createRemoteJWKSet(new URL(metadata.jwks_uri)), {
      issuer,
      audience: client,
      requiredClaims: ['state', 'nonce', 'redirect_uri'],
    })
    for (const name of ['state', 'nonce', 'redirect_uri', 'client_id', 'response_type', 'response_mode', 'scope']) {
      expect(query[name] === request[name], `the request object has another ${name} than the query`)
    }
    expect(request.response_type === 'id_token', `an ID token is not what it asks for: ${request.response_type}`)
    expect(metadata.redirect_uris.includes(request.redirect_uri), `${request.redirect_uri} is not in the metadata`)
    const idToken = await this.sign(
      { typ: 'JWT' },
      {
        iss: this.did,
        sub: this.did,
        aud: request.client_id,
        nonce: request.nonce,
        iat: now(),
        exp: now() + 300,
      },
    )
    return redirect(
      await fetch(request.redirect_uri, {
        method: 'POST',
        body: new URLSearchParams({ id_token: idToken, state: request.state }),
        redirect: 'manual',
        signal: AbortSignal.timeout(LIMIT),
      }),
    )
  }
}

export function now() {
  return Math.floor(Date.now() / 1000)
}

export function expect(holds, message) {
  if (!holds) {
    throw new Error(message)
  }
}

export function get(url, accept = '*/*') {
  return fetch(url, { headers: { accept }, redirect: 'manual', signal: AbortSignal.timeout(LIMIT) })
}

export async function json(url) {
  return JSON.parse(await text(url, 'application/json'))
}

export async function text(url, mediaType) {
  const answer = await get(url, mediaType)
  const body = await answer.text()
  expect(answer.status === 200, `${url} answers ${answer.status}: ${body}`)
  expect(answer.headers.get('content-type')?.startsWith(mediaType), `${url} is ${answer.headers.get('content-type')}`)
  return body
}

/** Where an answer redirects to. */
export async function redirect(answer) {
  const { pathname } = new URL(answer.url)
  expect(answer.status === 302, `${pathname} answers ${answer.status}, no redirect: ${await answer.text()}`)
  const location = new URL(answer.headers.get('location'))
  expect(!location.searchParams.has('error'), `${pathname} redirects with an error: ${location.search}`)
  return location
}

/** Runs a script: its result is the one line on stdout, its failure an exit code and what is on stderr. */
export async function run(script) {
  // Libraries say more than is asked of them.
  console.log = console.error
  try {
    process.stdout.write(`${JSON.stringify(await script(process.argv.slice(2)))}\n`)
  } catch (failure) {
    console.error(failure)
    process.exitCode = 1
  }
}
