import { beforeEach, describe, expect, it } from 'vitest'
import { CONTRACT, type RouteKey } from '../../../shared/wire/contract.ts'
import type { Database } from '../../../worker/store/database/database.ts'
import { between } from '../faultyDatabase.ts'
import { database, NOW, openWorld, send, type World } from '../world.ts'
import { PRIVILEGED_ACTS, type PrivilegedAct } from './privilegedActs.ts'

const ROUTE = '/v1/periods/{period}/reporters/{reporter}'

/** Routes that write and are no privileged act, or are tried elsewhere; each with why. */
const ELSEWHERE: Readonly<Partial<Record<RouteKey, string>>> = {
  'POST /v1/sessions': 'begins a session; test/worker/http/house',
  'DELETE /v1/sessions/current': "ends one's own session",
  'DELETE /v1/me/devices/{device}': "ends one's own session",
  [`POST ${ROUTE}/sync`]: 'its receipt and the history tell who and when',
  'POST /v1/scheduled': 'does what Cron does without anybody',
  'POST /v1/import': 'fills an empty city; test/worker/routes/administration',
  'PUT /v1/accounts/{account}/identity': 'needs a provider; test/worker/oidc',
}

describe('a privileged act', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await send(world, 'clerk', [{ subject: '7.1.c', cumulative: 10_000 }])
  })

  const ask = (act: PrivilegedAct, db?: Database) =>
    world.ask(act.who, act.key.split(' ')[0] ?? '', act.path, {
      ...(act.body === undefined ? {} : { body: act.body }),
      headers: act.headers ?? {},
      ...(db ? { db } : {}),
    })
  const trail = async () => (await database.prepare('SELECT * FROM audit ORDER BY id').all<Record<string, string | null>>()).results
  const prepare = async (act: PrivilegedAct) => {
    if (act.first) await database.prepare(act.first).run()
  }
  const content = async () => {
    const tables = [
      'periods',
      'submissions',
      'comments',
      'registers',
      'accounts',
      'invitations',
      'audit',
      'document_links',
      'export_links',
      'light_overrides',
      'layouts',
      'files_on_behalf',
      'files_taken_over',
    ]
    const answers = await database.batch(tables.map((table) => database.prepare(`SELECT * FROM ${table}`)))
    return JSON.stringify(answers.map(({ results }) => results))
  }

  it('is every route that writes, those apart that are named with a reason', () => {
    const writing = (Object.keys(CONTRACT) as RouteKey[]).filter((key) => !key.startsWith('GET '))
    expect(
      [...new Set([...PRIVILEGED_ACTS.map(({ key }) => key), ...Object.keys(ELSEWHERE)])].filter((key) => key !== 'GET /v1/export').sort(),
    ).toEqual(writing.sort())
  })

  it.each(PRIVILEGED_ACTS.map((act) => [act.entry.act, act] as const))(
    '%s stands in the audit trail once: who, when, why, before and after',
    async (_, act) => {
      await prepare(act)
      const answer = await ask(act)
      expect(answer.status).toBeLessThan(300)
      await answer.arrayBuffer()
      const entries = await trail()
      expect(entries).toHaveLength(1)
      const { before, after, ...entry } = entries[0] ?? {}
      expect(entry).toMatchObject({
        at: NOW.toISOString(),
        account: act.who,
        act: act.entry.act,
        object: act.entry.object,
        reason: act.entry.reason,
        request_id: answer.headers.get('x-request-id'),
      })
      if (act.entry.before !== undefined) expect(JSON.parse(before ?? 'null')).toMatchObject(act.entry.before as object)
      if (act.entry.after !== undefined) expect(JSON.parse(after ?? 'null')).toMatchObject(act.entry.after as object)
    },
  )

  const MEANWHILE = [
    ['the session ended', "UPDATE tokens SET revoked_at = 'now'", 401],
    ['the session is not there any more', 'DELETE FROM tokens', 401],
    ['the account was closed', 'UPDATE accounts SET active = 0', 404],
    [
      'the account got another role',
      "UPDATE accounts SET role = CASE role WHEN 'clerk' THEN 'reviewer' WHEN 'reviewer' THEN 'clerk' ELSE 'reader' END",
      404,
    ],
  ] as const
  it.each(MEANWHILE)('is refused, and nothing of it stays, where meanwhile %s', async (_, sql, status) => {
    for (const act of PRIVILEGED_ACTS) {
      world = await openWorld()
      await send(world, 'clerk', [{ subject: '7.1.c', cumulative: 10_000 }])
      await prepare(act)
      let before = ''
      const db = between(world.db, async () => {
        await database.prepare(sql).run()
        before = await content()
      })
      expect((await ask(act, db)).status, act.entry.act).toBe(status)
      expect(await content(), act.entry.act).toBe(before)
    }
  })
})

describe('sessions and invitations', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  const devices = async (who: string) =>
    ((await (await world.ask(who, 'GET', '/v1/me/devices')).json()) as { devices: { id: string }[] }).devices.map(({ id }) => id)

  it("are one's own to end: nobody signs out another's device", async () => {
    const [device = ''] = await devices('clerk')
    expect((await world.ask('second', 'DELETE', `/v1/me/devices/${device}`)).status).toBe(404)
    expect(await devices('clerk')).toEqual([device])
    expect((await world.ask('clerk', 'DELETE', `/v1/me/devices/${device}`)).status).toBe(204)
    expect((await world.ask('clerk', 'GET', '/v1/me')).status).toBe(401)
  })

  it('end on every device at once where an administrator says so', async () => {
    expect((await world.ask('administrator', 'DELETE', '/v1/accounts/second/sessions')).status).toBe(204)
    expect((await world.ask('second', 'GET', '/v1/me')).status).toBe(401)
    expect((await world.ask('clerk', 'GET', '/v1/me')).status).toBe(200)
  })

  it('are made by the last invitation alone', async () => {
    const mint = async () =>
      ((await (await world.ask('administrator', 'POST', '/v1/accounts/second/invitations', { body: {} })).json()) as { code: string }).code
    const [first, last] = [await mint(), await mint()]
    const redeem = async (code: string) => (await world.ask(null, 'POST', '/v1/sessions', { body: { code, device: '' } })).status
    expect(await redeem(first)).toBe(401)
    expect(await redeem(last)).toBe(200)
  })
})
