import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import type { SessionAnswer } from '../../../shared/wire/session.ts'
import { createApp } from '../../../worker/createApp.ts'
import { migrateDatabase } from '../../../worker/node/migrateDatabase.ts'
import { type SqliteDatabase, sqliteDatabase } from '../../../worker/node/sqliteDatabase.ts'
import { CODE_SECONDS, FLOW_SECONDS } from '../../../worker/routes/oidc.ts'
import { mintInvitationCode } from '../../../worker/secrets/invitationCode.ts'
import { seedStatements } from '../../../worker/store/seed.ts'
import { ID_TOKEN_SECONDS, type RunningProvider, startProvider } from './provider.ts'
import { CLIENT, walkThrough } from './walkThrough.ts'

type Rewrite = (token: string) => string

/** The worker's app in Node, a real provider (oidc-provider) on loopback, and a browser that is these few lines. */
describe("sign-in through the city's identity provider", () => {
  let provider: RunningProvider
  let db: SqliteDatabase
  let app: ReturnType<typeof createApp>
  let late: number
  let rewrite: Rewrite
  let configured: boolean
  let administrator: string
  const lines: unknown[] = []

  beforeAll(async () => {
    provider = await startProvider()
  })
  afterAll(async () => {
    await provider.stop()
  })

  const now = () => new Date(Date.now() + late * 1000)
  const env = () => ({
    DB: db,
    ...(configured
      ? { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_CLAIM: 'employee_no' }
      : {}),
  })
  const get = (address: string, cookie = '', accept = '*/*') => app.request(address, { headers: { Cookie: cookie, Accept: accept } }, env())
  const send = (method: string, path: string, body: unknown, token = '') =>
    app.request(
      path,
      { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` } },
      env(),
    )
  const redeem = async (code: string): Promise<SessionAnswer> => {
    const answer = await send('POST', '/v1/sessions', { code, device: '浏览器' })
    expect(answer.status).toBe(200)
    return (await answer.json()) as SessionAnswer
  }
  const tie = (account: string, identity: string | null) =>
    send('PUT', `/v1/accounts/${account}/identity`, { identity, reason: '新同事' }, administrator)

  beforeEach(async () => {
    ;[late, configured, rewrite] = [0, true, (token) => token]
    db = sqliteDatabase(':memory:')
    await migrateDatabase(db)
    const code = mintInvitationCode()
    const accounts = [
      { id: 'administrator', name: '管理员', role: 'administrator' as const, reporter: null },
      { id: 'clerk', name: '交通填报人', role: 'clerk' as const, reporter: 'jiaotong' },
      { id: 'other', name: '另一人', role: 'reader' as const, reporter: null },
    ]
    const statements = await seedStatements({
      register: register2021,
      periods: [],
      accounts,
      invitations: [{ account: 'administrator', code, expiresAt: '2999-01-01T00:00:00Z' }],
      at: now().toISOString(),
    })
    await db.batch(statements.map((sql) => db.prepare(sql)))
    app = createApp({
      now,
      newId: () => crypto.randomUUID(),
      log: (line) => lines.push(line),
      address: () => 'test',
      fetch: async (address, init) => {
        const answer = await fetch(address, init)
        if (!address.endsWith('/token') || answer.status !== 200) return answer
        const body = (await answer.json()) as { id_token: string }
        return Response.json({ ...body, id_token: rewrite(body.id_token) })
      },
    })
    administrator = (await redeem(code)).token
  })

  /** From the button to the provider: where the browser is sent, and what it keeps. */
  async function start(): Promise<{ authorization: string; cookie: string }> {
    const answer = await get('https://city.test/v1/oidc/start')
    expect(answer.status).toBe(302)
    const set = answer.headers.get('set-cookie') ?? ''
    expect(set).toMatch(/^__Host-oidc=[\w-]{43}; Path=\/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/)
    return { authorization: answer.headers.get('location') ?? '', cookie: set.split(';')[0] ?? '' }
  }
  async function walk(person = 'zhang', change: (authorization: string) => string = (same) => same) {
    const { authorization, cookie } = await start()
    return { cookie, back: await walkThrough(change(authorization), person) }
  }
  async function refusal(answer: Response): Promise<{ status: number; detail: string }> {
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const { status, detail } = (await answer.json()) as { status: number; detail: string }
    return { status, detail }
  }
  const codes = async () => (await db.prepare('SELECT count(*) AS n FROM invitations').first<{ n: number }>())?.n

  it('gives a code on a page, which becomes a session of the account that the person is tied to', async () => {
    expect((await tie('clerk', 'no-zhang')).status).toBe(204)
    const { cookie, back } = await walk()
    const page = await get(back, cookie, 'text/html')
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const html = await page.text()
    expect(html).not.toContain('<script')
    const code = /<code id="code">([^<]+)</.exec(html)?.[1] ?? ''
    const session = await redeem(code)
    expect(session.account).toMatchObject({ id: 'clerk', reporter: 'jiaotong' })
    expect(back).not.toContain(session.token)
    expect((await send('POST', '/v1/sessions', { code, device: 'x' })).status).toBe(401)
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${code}|zhang`))
    const audit = await db.prepare("SELECT account FROM audit WHERE act = 'account.signInByProvider'").all()
    expect(audit.results).toEqual([{ account: 'clerk' }])
  })

  it('asks with state, nonce and a PKCE challenge, and keeps none of the secrets', async () => {
    const { authorization, cookie } = await start()
    const asked = new URL(authorization).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(asked.get('nonce')).toMatch(/^[0-9a-f]{64}$/)
    const stored = JSON.stringify((await db.prepare('SELECT * FROM oidc_flows').all()).results)
    expect(stored).toContain(asked.get('state'))
    expect(stored).not.toContain(cookie.split('=')[1])
    expect(stored).not.toContain(asked.get('nonce'))
  })

  it('refuses the same answer a second time', async () => {
    await tie('clerk', 'no-zhang')
    const { cookie, back } = await walk()
    expect((await get(back, cookie)).status).toBe(200)
    expect(await refusal(await get(back, cookie))).toEqual({ status: 401, detail: 'state' })
  })

  it('refuses a code that the provider gave for another sign-in', async () => {
    await tie('clerk', 'no-zhang')
    const used = await walk()
    await get(used.back, used.cookie)
    const fresh = await walk()
    const mixed = new URL(fresh.back)
    mixed.searchParams.set('code', new URL(used.back).searchParams.get('code') ?? '')
    expect(await refusal(await get(mixed.href, fresh.cookie))).toEqual({ status: 401, detail: 'code' })
  })

  it.each([
    ['another state', (back: string) => back.replace(/state=[0-9a-f]{64}/, `state=${'0'.repeat(64)}`), (cookie: string) => cookie],
    ['no cookie of this browser', (back: string) => back, () => ''],
    ['the cookie of another browser', (back: string) => back, () => `__Host-oidc=${'x'.repeat(43)}`],
  ])('refuses an answer with %s', async (_, changeBack, changeCookie) => {
    await tie('clerk', 'no-zhang')
    const { cookie, back } = await walk()
    expect(await refusal(await get(changeBack(back), changeCookie(cookie)))).toEqual({ status: 401, detail: 'state' })
    expect(await codes()).toBe(1)
  })

  it('refuses an answer that comes too late', async () => {
    const { cookie, back } = await walk()
    late = FLOW_SECONDS + 1
    expect(await refusal(await get(back, cookie))).toEqual({ status: 401, detail: 'state' })
  })

  it('refuses an ID token with another nonce', async () => {
    await tie('clerk', 'no-zhang')
    const { cookie, back } = await walk('zhang', (to) => to.replace(/nonce=[0-9a-f]+/, 'nonce=another'))
    expect(await refusal(await get(back, cookie))).toEqual({ status: 401, detail: 'idToken: nonce' })
  })

  it('refuses an ID token that has expired', async () => {
    await tie('clerk', 'no-zhang')
    const { cookie, back } = await walk()
    late = ID_TOKEN_SECONDS + 45
    expect(await refusal(await get(back, cookie))).toEqual({ status: 401, detail: 'idToken: exp' })
  })

  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object
  it.each<[string, Rewrite, string]>([
    ['alg none', (token) => `${part({ alg: 'none' })}.${token.split('.')[1]}.`, 'idToken: ERR_JOSE_ALG_NOT_ALLOWED'],
    ['a symmetric signature', (token) => `${part({ alg: 'HS256' })}.${token.split('.')[1]}.AAAA`, 'idToken: ERR_JOSE_ALG_NOT_ALLOWED'],
    [
      'another audience under the old signature',
      (token) => [token.split('.')[0], part({ ...claimsOf(token), aud: 'x' }), token.split('.')[2]].join('.'),
      'idToken: ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ],
    ['no token at all', () => 'nonsense', 'idToken: ERR_JWS_INVALID'],
  ])('refuses an ID token with %s', async (_, change, detail) => {
    await tie('clerk', 'no-zhang')
    rewrite = change
    const { cookie, back } = await walk()
    expect(await refusal(await get(back, cookie))).toEqual({ status: 401, detail })
    expect(await codes()).toBe(1)
  })

  it('refuses a person who is tied to no account, in a page that says so', async () => {
    const { cookie, back } = await walk('wang')
    const page = await get(back, cookie, 'text/html')
    expect(page.status).toBe(401)
    expect(await page.text()).toContain('还没有与本系统的账号关联')
  })

  it('refuses a person whose account is closed or tied no more', async () => {
    await tie('clerk', 'no-zhang')
    await tie('clerk', null)
    const untied = await walk()
    expect(await refusal(await get(untied.back, untied.cookie))).toEqual({ status: 401, detail: 'account' })
    await tie('clerk', 'no-zhang')
    await db.prepare("UPDATE accounts SET active = 0 WHERE id = 'clerk'").all()
    const closed = await walk()
    expect(await refusal(await get(closed.back, closed.cookie))).toEqual({ status: 401, detail: 'account' })
  })

  it('ties a person to one account only, says so in the audit, and to the administrator alone', async () => {
    await tie('clerk', 'no-zhang')
    expect((await tie('other', 'no-zhang')).status).toBe(409)
    expect((await tie('nobody', 'no-li')).status).toBe(404)
    expect((await send('PUT', '/v1/accounts/clerk/identity', { identity: 'x', reason: 'y' }, 'x')).status).toBe(401)
    const audit = await db.prepare("SELECT object, after FROM audit WHERE act = 'account.identity'").all()
    expect(audit.results).toEqual([{ object: 'clerk', after: '"no-zhang"' }])
  })

  it('lets the code on the page expire', async () => {
    await tie('clerk', 'no-zhang')
    const { cookie, back } = await walk()
    const code = /<code id="code">([^<]+)</.exec(await (await get(back, cookie)).text())?.[1] ?? ''
    late = CODE_SECONDS + 1
    expect((await send('POST', '/v1/sessions', { code, device: 'x' })).status).toBe(401)
  })

  it('is not there where it is not configured, and says so', async () => {
    expect(await (await get('/v1/sign-in-options')).json()).toEqual({ oidc: true })
    configured = false
    expect(await (await get('/v1/sign-in-options')).json()).toEqual({ oidc: false })
    for (const path of ['/v1/oidc/start', '/v1/oidc/callback?state=x&code=y']) expect((await get(path)).status).toBe(404)
  })
})
