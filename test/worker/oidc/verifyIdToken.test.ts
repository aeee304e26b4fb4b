import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyIdToken } from '../../../worker/oidc/verifyIdToken.ts'

const NOW = new Date('2021-05-28T02:00:00Z')
const seconds = (late: number): number => Math.floor(NOW.getTime() / 1000) + late
const sound = { iss: 'https://id.test', aud: 'city', sub: 'zhang', nonce: 'n', iat: seconds(0), exp: seconds(300) }

/** ID tokens that the provider's own key has signed: only what they say is wrong. */
describe('an ID token with a good signature', () => {
  let sign: (claims: object) => Promise<string>
  let jwks: string
  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256')
    jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }] })
    sign = (claims) => new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey)
  })
  const verify = async (claims: object) => {
    const expected = { issuer: 'https://id.test', clientId: 'city', nonce: 'n', keys: 'https://id.test/jwks', now: NOW }
    const ask = async () => new Response(jwks, { headers: { 'Content-Type': 'application/json' } })
    return verifyIdToken(await sign(claims), expected, ask)
  }

  it.each<[string, object]>([
    ['for this client', {}],
    ['for this client among others, as the authorised party', { aud: ['city', 'other'], azp: 'city' }],
    ['a little ahead of our clock', { iat: seconds(20) }],
    ['that has just run out by our clock', { exp: seconds(-20) }],
  ])('is taken %s', async (_, more) => {
    expect(await verify({ ...sound, ...more })).toMatchObject({ ok: true, value: { sub: 'zhang' } })
  })

  it.each<[string, object, string]>([
    ['for another client', { aud: 'other' }, 'aud'],
    ['for several clients, no party named', { aud: ['city', 'other'] }, 'azp'],
    ['for another authorised party', { azp: 'other' }, 'azp'],
    ['of another issuer', { iss: 'https://evil.test' }, 'iss'],
    ['of another sign-in', { nonce: 'm' }, 'nonce'],
    ['without a nonce', { nonce: undefined }, 'nonce'],
    ['that has run out', { exp: seconds(-31) }, 'exp'],
    ['that never runs out', { exp: undefined }, 'exp'],
    ['without a person', { sub: undefined }, 'sub'],
  ])('is refused %s', async (_, more, reason) => {
    expect(await verify({ ...sound, ...more })).toEqual({ ok: false, fault: { tag: 'idTokenRefused', reason } })
  })
})
