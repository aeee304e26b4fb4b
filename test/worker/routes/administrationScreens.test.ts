import { beforeEach, describe, expect, it } from 'vitest'
import type { AccountDetail, AuditEntry, Device, ExportLink } from '../../../shared/wire/administration.ts'
import { LINK_SECONDS } from '../../../worker/store/links/oneTimeLink.ts'
import { database, NOW, openWorld, PERIOD, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
const json = async <T>(answer: Response | Promise<Response>): Promise<T> => (await (await answer).json()) as T

describe('the list of accounts', () => {
  const accountOf = async (id: string) =>
    (await json<{ accounts: AccountDetail[] }>(world.ask('administrator', 'GET', '/v1/accounts'))).accounts.find((one) => one.id === id)

  it('tells when somebody last signed in, and until when an invitation waits', async () => {
    const body = { id: 'new', name: '新人', role: 'reader', reporter: null }
    expect(await json(world.ask('administrator', 'POST', '/v1/accounts', { body }))).toMatchObject({
      lastSignInAt: null,
      invitedUntil: null,
    })
    const invite = () =>
      json<{ code: string; expiresAt: string }>(world.ask('administrator', 'POST', '/v1/accounts/new/invitations', { body: {} }))
    const { expiresAt } = await invite()
    expect(await accountOf('new')).toMatchObject({ lastSignInAt: null, invitedUntil: expiresAt })
    world.now = new Date(Date.parse(expiresAt))
    expect(await accountOf('new')).toMatchObject({ invitedUntil: null })
    const { code } = await invite()
    await world.ask(null, 'POST', '/v1/sessions', { body: { code, device: 'Excel' } })
    expect(await accountOf('new')).toMatchObject({ lastSignInAt: world.now.toISOString(), invitedUntil: null, devices: 1 })
  })

  it('tells whom the city’s identity provider means by an account', async () => {
    await database.prepare("INSERT INTO identities (issuer, value, account) VALUES ('https://id.example', '0731', 'reader')").run()
    expect(await accountOf('reader')).toMatchObject({ identity: '0731' })
    expect(await accountOf('auditor')).toMatchObject({ identity: null })
  })
})

it('a list of devices says which of them is asking', async () => {
  const { code } = await json<{ code: string }>(world.ask('administrator', 'POST', '/v1/accounts/reader/invitations', { body: {} }))
  const { token } = await json<{ token: string }>(world.ask(null, 'POST', '/v1/sessions', { body: { code, device: '二' } }))
  const currentOf = async (who: string) =>
    (await json<{ devices: Device[] }>(world.ask(who, 'GET', '/v1/me/devices'))).devices
      .filter(({ current }) => current)
      .map(({ device }) => device)
  expect(await currentOf('reader')).toEqual(['test'])
  expect(await currentOf(token)).toEqual(['二'])
})

describe('the audit trail', () => {
  beforeEach(async () => {
    const change = (act: string, epoch: number) =>
      world.ask('coordinator', 'POST', `/v1/periods/${PERIOD}/${act}`, {
        body: { reason: act, ...(act === 'lock' ? { confirmed: true } : {}) },
        headers: { 'If-Match': String(epoch) },
      })
    await change('lock', 1)
    await change('reopen', 2)
    await world.ask('administrator', 'POST', '/v1/accounts/reader/invitations', { body: {} })
    await world.ask('administrator', 'DELETE', '/v1/accounts/auditor/sessions')
    await change('lock', 3)
  })
  const read = (query: string, who = 'administrator') =>
    json<{ entries: AuditEntry[]; next: number | null }>(world.ask(who, 'GET', `/v1/audit?${query}`))
  const acts = async (query: string) => (await read(query)).entries.map(({ act }) => act)

  it.each([
    ['', ['period.lock', 'period.reopen', 'account.invite', 'account.signOut', 'period.lock']],
    ['newestFirst=true', ['period.lock', 'account.signOut', 'account.invite', 'period.reopen', 'period.lock']],
    ['act=period', ['period.lock', 'period.reopen', 'period.lock']],
    ['act=period.lock', ['period.lock', 'period.lock']],
    ['act=peri', []],
    ['object=2021', ['period.lock', 'period.reopen', 'period.lock']],
    ['object=reader&newestFirst=true', ['account.invite']],
    ['object=%25', []],
    ['account=administrator', ['account.invite', 'account.signOut']],
  ])('is read by %j', async (query, expected) => {
    expect(await acts(query)).toEqual(expected)
  })

  it.each(['newestFirst=true', ''])('is read to the end page by page (%j)', async (order) => {
    const cursor = order === '' ? 'since' : 'before'
    const seen: number[] = []
    for (let next: number | null = null, first = true; first || next !== null; first = false) {
      const page = await read(`limit=2&${order}${next === null ? '' : `&${cursor}=${next}`}`)
      seen.push(...page.entries.map(({ id }) => id))
      next = page.next
    }
    expect(seen).toHaveLength(5)
    expect([...seen].sort((a, b) => (order === '' ? a - b : b - a))).toEqual(seen)
  })

  it.each(['act=DROP', 'act=period.', 'object=', 'newestFirst=1', 'before=-1', 'limit=0', 'other=1'])('refuses %j', async (query) => {
    expect((await world.ask('administrator', 'GET', `/v1/audit?${query}`)).status).toBe(400)
  })
})

describe('an export by a one-time link', () => {
  const link = () => json<ExportLink>(world.ask('administrator', 'POST', '/v1/exports'))
  const open = (path: string, headers: Record<string, string> = {}) => world.ask(null, 'GET', path, { headers })

  it('gives the very lines of the export as a file with a Chinese name', async () => {
    const answer = await open((await link()).path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('重点民生实事数据备份 2021-05-28.jsonl')
    const lines = (text: string) => text.split('\n').filter((line) => !line.includes('city.export') && !line.includes('contentHash'))
    expect(lines(await answer.text())).toEqual(lines(await (await world.ask('administrator', 'GET', '/v1/export')).text()))
  })

  it('gives it to the first of two who ask at the same time, and never again', async () => {
    const { path } = await link()
    const answers = await Promise.all([open(path), open(path)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
    expect(await json(open(path))).toMatchObject({ code: 'linkSpent' })
    expect(await (await open(path, { Accept: 'text/html' })).text()).toContain('链接已失效')
  })

  it('waits for some minutes and no longer, and uses nothing up for HEAD', async () => {
    const { path, expiresAt } = await link()
    expect(expiresAt).toBe(new Date(NOW.getTime() + LINK_SECONDS * 1000).toISOString())
    expect((await world.ask(null, 'HEAD', path)).status).toBe(405)
    world.now = new Date(NOW.getTime() + LINK_SECONDS * 1000)
    expect((await open(path)).status).toBe(410)
  })

  it.each([
    "UPDATE tokens SET revoked_at = '2021-05-28' WHERE account = 'administrator'",
    "UPDATE accounts SET active = 0 WHERE id = 'administrator'",
    "UPDATE accounts SET role = 'reader' WHERE id = 'administrator'",
  ])('is worth nothing after %s', async (change) => {
    const { path } = await link()
    await database.prepare(change).run()
    expect((await open(path)).status).toBe(410)
  })

  it('keeps no ticket in the clear, logs none, exports none, and records who asked and that it was opened', async () => {
    const { path } = await link()
    const text = await (await open(path)).text()
    const ticket = path.split('/').at(-1) as string
    const { results } = await database.prepare('SELECT * FROM export_links').all()
    expect(results).toHaveLength(1)
    expect(JSON.stringify(results) + JSON.stringify(world.lines) + text).not.toContain(ticket)
    const trail = await database.prepare("SELECT account, act FROM audit WHERE act LIKE 'city.%' ORDER BY id").all()
    expect(trail.results).toEqual([
      { account: 'administrator', act: 'city.exportLink' },
      { account: 'administrator', act: 'city.export' },
    ])
  })
})
