import { beforeEach, describe, expect, it } from 'vitest'
import { registerForm2021 } from '../../shared/register/register2021.ts'
import { CONTRACT, type RouteKey } from '../../shared/wire/contract.ts'
import { SUBMISSION_ACTS, type SubmissionAct } from '../../shared/wire/submissionActs.ts'
import type { Database } from '../../worker/store/database.ts'
import { between } from './faultyDatabase.ts'
import { database, NOW, openWorld, PERIOD, send, type World } from './world.ts'

const UNIT = `/v1/periods/${PERIOD}/reporters/jiaotong`
const ROUTE = '/v1/periods/{period}/reporters/{reporter}'

interface Act {
  readonly key: RouteKey
  readonly who: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** What must be so before, as SQL. */
  readonly first?: string
  /** The entry of the audit trail. */
  readonly entry: {
    readonly act: string
    readonly object: string
    readonly reason: string | null
    readonly before?: unknown
    readonly after?: unknown
  }
}

const stateAct = (name: SubmissionAct): Act => {
  const rule: (typeof SUBMISSION_ACTS)[SubmissionAct] & {
    from: { said?: readonly string[]; signOff?: readonly string[]; receipt?: readonly string[] }
  } = SUBMISSION_ACTS[name]
  const { said, signOff, receipt } = rule.from
  const from = { said: said?.[0] ?? 'draft', signOff: signOff?.[0] ?? 'none', receipt: receipt?.[0] ?? 'none' }
  return {
    key: `POST ${ROUTE}/submission/${name}`,
    who: Object.keys(rule.roles)[0] ?? '',
    path: `${UNIT}/submission/${name}`,
    body: { reason: '理由' },
    first: `UPDATE submissions SET said = '${from.said}', sign_off = '${from.signOff}', receipt = '${from.receipt}', changes = 3`,
    entry: {
      act: `submission.${name}`,
      object: `${PERIOD}/jiaotong`,
      reason: '理由',
      before: { ...from, changesSinceSignOff: 3 },
      after: rule.to,
    },
  }
}

const person = { name: '新名', role: 'clerk', reporter: 'jiaotong' }
const ACTS: readonly Act[] = [
  ...(Object.keys(SUBMISSION_ACTS) as SubmissionAct[]).map(stateAct),
  {
    key: `PUT ${ROUTE}/exception`,
    who: 'coordinator',
    path: `${UNIT}/exception`,
    body: { until: '2021-06-05', reason: '系统故障' },
    first: "UPDATE submissions SET open_until = '2021-06-03'",
    entry: {
      act: 'submission.exception',
      object: `${PERIOD}/jiaotong`,
      reason: '系统故障',
      before: { openUntil: '2021-06-03' },
      after: { openUntil: '2021-06-05' },
    },
  },
  {
    key: `POST ${ROUTE}/comments`,
    who: 'coordinator',
    path: `${UNIT}/comments`,
    body: { subject: '7.1.c', area: '411200', kind: 'return', text: '请核对' },
    entry: { act: 'record.return', object: `${PERIOD}/jiaotong/7.1.c|411200|`, reason: '请核对' },
  },
  {
    key: 'POST /v1/periods/{period}/lock',
    who: 'coordinator',
    path: `/v1/periods/${PERIOD}/lock`,
    body: { reason: '月度通报' },
    headers: { 'If-Match': '"1"' },
    entry: {
      act: 'period.lock',
      object: PERIOD,
      reason: '月度通报',
      before: { state: 'open', epoch: 1 },
      after: { state: 'locked', epoch: 2 },
    },
  },
  {
    key: 'POST /v1/periods/{period}/reopen',
    who: 'coordinator',
    path: `/v1/periods/${PERIOD}/reopen`,
    body: { reason: '核实有误' },
    headers: { 'If-Match': '"1"' },
    first: "UPDATE periods SET state = 'locked'",
    entry: {
      act: 'period.reopen',
      object: PERIOD,
      reason: '核实有误',
      before: { state: 'locked', epoch: 1 },
      after: { state: 'open', epoch: 2 },
    },
  },
  {
    key: 'PUT /v1/periods/{period}',
    who: 'administrator',
    path: `/v1/periods/${PERIOD}`,
    body: { registerId: 'smx-2021', registerVersion: 1, softDeadline: '2021-05-29', hardDeadline: '2021-06-01', reason: '提前' },
    headers: { 'If-Match': '1' },
    entry: {
      act: 'period.change',
      object: PERIOD,
      reason: '提前',
      before: { softDeadline: '2021-05-30', hardDeadline: '2021-06-02' },
      after: { softDeadline: '2021-05-29', hardDeadline: '2021-06-01' },
    },
  },
  {
    key: 'POST /v1/periods/{period}/documents',
    who: 'coordinator',
    path: `/v1/periods/${PERIOD}/documents`,
    body: { kind: 'circular', format: 'text' },
    entry: { act: 'document.link', object: PERIOD, reason: null, after: { kind: 'circular', format: 'text' } },
  },
  {
    key: 'PUT /v1/periods/{period}/indicators/{indicator}/light',
    who: 'coordinator',
    path: `/v1/periods/${PERIOD}/indicators/7.1.a/light`,
    body: { light: 'red', reason: '现场核查' },
    first: `INSERT INTO light_overrides (period, indicator, version, light, reason, account, at) VALUES ('${PERIOD}', '7.1.a', 1, 'green', '先前', 'coordinator', 'before')`,
    entry: {
      act: 'light.override',
      object: `${PERIOD}/7.1.a`,
      reason: '现场核查',
      before: { light: 'green', reason: '先前' },
      after: { light: 'red', reason: '现场核查' },
    },
  },
  {
    key: 'POST /v1/registers',
    who: 'administrator',
    path: '/v1/registers',
    body: { ...registerForm2021, version: 2 },
    entry: { act: 'register.load', object: 'smx-2021/2', reason: null },
  },
  {
    key: 'POST /v1/accounts',
    who: 'administrator',
    path: '/v1/accounts',
    body: { id: 'new', ...person },
    entry: { act: 'account.make', object: 'new', reason: null, after: { id: 'new', role: 'clerk', reporter: 'jiaotong', active: true } },
  },
  {
    key: 'PUT /v1/accounts/{account}',
    who: 'administrator',
    path: '/v1/accounts/second',
    body: { ...person, active: false, reason: '调离' },
    entry: { act: 'account.change', object: 'second', reason: '调离', before: { active: true }, after: { active: false, name: '新名' } },
  },
  {
    key: 'POST /v1/accounts/{account}/invitations',
    who: 'administrator',
    path: '/v1/accounts/second/invitations',
    body: { validDays: 1 },
    entry: { act: 'account.invite', object: 'second', reason: null },
  },
  {
    key: 'DELETE /v1/accounts/{account}/sessions',
    who: 'administrator',
    path: '/v1/accounts/second/sessions',
    entry: { act: 'account.signOut', object: 'second', reason: null },
  },
  { key: 'POST /v1/exports', who: 'administrator', path: '/v1/exports', entry: { act: 'city.exportLink', object: 'city', reason: null } },
  { key: 'GET /v1/export', who: 'administrator', path: '/v1/export', entry: { act: 'city.export', object: 'city', reason: null } },
]

/** Routes that write and are no privileged act, or are tried elsewhere; each with why. */
const ELSEWHERE: Readonly<Partial<Record<RouteKey, string>>> = {
  'POST /v1/sessions': 'begins a session; test/worker/house',
  'DELETE /v1/sessions/current': "ends one's own session",
  'DELETE /v1/me/devices/{device}': "ends one's own session",
  [`POST ${ROUTE}/sync`]: 'its receipt and the history tell who and when',
  'POST /v1/scheduled': 'does what Cron does without anybody',
  'POST /v1/import': 'fills an empty city; test/worker/administration',
  'PUT /v1/accounts/{account}/identity': 'needs a provider; test/oidc',
}

describe('a privileged act', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await send(world, 'clerk', [{ subject: '7.1.c', cumulative: 10_000 }])
  })

  const ask = (act: Act, db?: Database) =>
    world.ask(act.who, act.key.split(' ')[0] ?? '', act.path, {
      ...(act.body === undefined ? {} : { body: act.body }),
      headers: act.headers ?? {},
      ...(db ? { db } : {}),
    })
  const trail = async () => (await database.prepare('SELECT * FROM audit ORDER BY id').all<Record<string, string | null>>()).results
  const prepare = async (act: Act) => {
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
    ]
    const answers = await database.batch(tables.map((table) => database.prepare(`SELECT * FROM ${table}`)))
    return JSON.stringify(answers.map(({ results }) => results))
  }

  it('is every route that writes, those apart that are named with a reason', () => {
    const writing = (Object.keys(CONTRACT) as RouteKey[]).filter((key) => !key.startsWith('GET '))
    expect(
      [...new Set([...ACTS.map(({ key }) => key), ...Object.keys(ELSEWHERE)])].filter((key) => key !== 'GET /v1/export').sort(),
    ).toEqual(writing.sort())
  })

  it.each(ACTS.map((act) => [act.entry.act, act] as const))(
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
    for (const act of ACTS) {
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
