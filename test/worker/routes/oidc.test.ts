import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { beforeEach, describe, expect, inject, it, vi } from 'vitest'
import type { SessionAnswer } from '../../../shared/wire/session.ts'
import worker from '../../../worker/index.ts'
import { CLIENT, walkThrough } from '../oidc/walkThrough.ts'
import { database, openWorld, type World } from '../world.ts'

const CITY = 'https://city.test'

/** The worker's own entry in workerd, on D1, and a real provider (oidc-provider, in Node) on loopback. The other refusals: test/worker/oidc. */
describe("sign-in through the city's identity provider, in workerd", () => {
  let world: World
  let origin: string | undefined
  beforeEach(async () => {
    vi.spyOn(console, 'log').mockReturnValue(undefined)
    world = await openWorld()
    origin = undefined
  })

  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const context = createExecutionContext()
    const settings = {
      OIDC_ISSUER: inject('oidcIssuer'),
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_CLAIM: 'employee_no',
    }
    const bindings = { DB: database as never, ...settings, ...(origin === undefined ? {} : { PUBLIC_ORIGIN: origin }) }
    const answer = await worker.fetch(new Request(address, { redirect: 'manual', ...init }) as never, bindings, context as never)
    await waitOnExecutionContext(context)
    return answer
  }
  const tie = async (account: string, identity: string | null) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${world.tokens.administrator}` }
    const body = JSON.stringify({ identity, reason: '新同事' })
    const answer = await ask(`${CITY}/v1/accounts/${account}/identity`, { method: 'PUT', headers, body })
    expect(answer.status).toBe(204)
  }
  async function walk(person: string): Promise<{ back: string; cookie: string }> {
    const answer = await ask(`${CITY}/v1/oidc/start`)
    expect(answer.status).toBe(302)
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    return { cookie, back: await walkThrough(answer.headers.get('location') ?? '', person) }
  }
  const finish = (back: string, cookie: string) => ask(back, { headers: { Cookie: cookie } })
  const refusal = async (answer: Response) => [answer.status, ((await answer.json()) as { detail?: string }).detail]
  const codes = async () =>
    (await database.prepare('SELECT count(*) AS n FROM invitations WHERE used_at IS NULL').first<{ n: number }>())?.n

  it('gives a code that becomes a session of the account that the person is tied to', async () => {
    await tie('clerk', 'no-zhang')
    const { back, cookie } = await walk('zhang')
    const page = await finish(back, cookie)
    expect(page.status).toBe(200)
    const code = /<code id="code">([^<]+)</.exec(await page.text())?.[1]
    const body = JSON.stringify({ code, device: '浏览器' })
    const signedIn = await ask(`${CITY}/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    const { token, account } = (await signedIn.json()) as SessionAnswer
    expect(account).toMatchObject({ id: 'clerk', reporter: 'jiaotong' })
    const me = await ask(`${CITY}/v1/me`, { headers: { Authorization: `Bearer ${token}` } })
    expect(await me.json()).toMatchObject({ id: 'clerk' })
  })

  it('refuses the same answer a second time', async () => {
    await tie('clerk', 'no-zhang')
    const { back, cookie } = await walk('zhang')
    expect((await finish(back, cookie)).status).toBe(200)
    expect(await refusal(await finish(back, cookie))).toEqual([401, 'state'])
  })

  it('takes one of two deliveries of an answer at the same time', async () => {
    await tie('clerk', 'no-zhang')
    const { back, cookie } = await walk('zhang')
    const answers = await Promise.all([finish(back, cookie), finish(back, cookie)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    expect(await codes()).toBe(1)
  })

  it('refuses another state, and another browser', async () => {
    await tie('clerk', 'no-zhang')
    const { back, cookie } = await walk('zhang')
    const other = back.replace(/state=[0-9a-f]{64}/, `state=${'0'.repeat(64)}`)
    expect(await refusal(await finish(other, cookie))).toEqual([401, 'state'])
    expect(await refusal(await finish(back, ''))).toEqual([401, 'state'])
    expect(await codes()).toBe(0)
  })

  it('refuses a person who is tied to no account', async () => {
    const { back, cookie } = await walk('wang')
    expect(await refusal(await finish(back, cookie))).toEqual([401, 'account'])
    expect(await codes()).toBe(0)
  })

  it.each([CITY, `${CITY}/`])('is there at the origin that was set (%s), and the way back leads to it', async (set) => {
    await tie('clerk', 'no-zhang')
    origin = set
    const { back, cookie } = await walk('zhang')
    expect(back.startsWith(`${CITY}/v1/oidc/callback?`)).toBe(true)
    expect((await finish(back, cookie)).status).toBe(200)
  })

  it.each(['https://other.test', 'http://city.test', 'https://city.test:8443'])('is not there at any other origin: %s', async (other) => {
    await tie('clerk', 'no-zhang')
    const { back, cookie } = await walk('zhang')
    origin = CITY
    expect(await (await ask(`${other}/v1/sign-in-options`)).json()).toEqual({ oidc: false })
    expect((await ask(`${other}/v1/oidc/start`)).status).toBe(404)
    expect((await finish(back.replace(CITY, other), cookie)).status).toBe(404)
    expect((await finish(back, cookie)).status).toBe(200)
  })

  it.each(['city.test', 'https://city.test/path', 'javascript:alert(1)'])(
    'sends nobody anywhere under a setting that is no origin: %s',
    async (set) => {
      origin = set
      expect((await ask(`${CITY}/v1/oidc/start`)).status).toBe(500)
    },
  )
})
