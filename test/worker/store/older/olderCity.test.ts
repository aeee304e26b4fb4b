import { applyD1Migrations, env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { changesQuery } from '../../../../shared/wire/changes.ts'
import { createApp } from '../../../../worker/createApp.ts'
import { hashOf } from '../../../../worker/secrets/hashOf.ts'
import { exportCity } from '../../../../worker/store/backup/exportCity.ts'
import { importCity } from '../../../../worker/store/backup/importCity.ts'
import type { Database } from '../../../../worker/store/database/database.ts'
import { seedStatements } from '../../../../worker/store/seed.ts'
import { readChanges } from '../../../../worker/store/sync/readChanges.ts'
import { administratorIn, database, emptyCity, NOW, PEOPLE, PERIOD, syncPath } from '../../world.ts'
import filled from './filled0008.seed.json'

/** What an older version wrote into its database, and what it answered to the syncs that it had taken. */
const bindings = env as unknown as { OLDER_DB: D1Database; TEST_MIGRATIONS: readonly { name: string; queries: string[] }[] }
const older = bindings.OLDER_DB
const TOKENS: Readonly<Record<string, string>> = { clerk: 'c'.repeat(43), second: 's'.repeat(43) }

const app = createApp({ now: () => NOW, newId: () => crypto.randomUUID(), log: () => undefined, address: () => 'test' })
const askAgain = (db: D1Database, { who, id, body }: (typeof filled.asked)[number]) =>
  app.request(
    syncPath(),
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${TOKENS[who]}`, 'Content-Type': 'application/json', 'Idempotency-Key': id },
      body,
    },
    { DB: db as unknown as Database },
  )

/** What was answered then, with what the wire has since: the account beside its name, and that nobody else sent for the unit. */
const answeredNow = ({ answer }: (typeof filled.asked)[number]) => ({
  ...answer,
  replayed: true,
  outcomes: answer.outcomes.map((outcome) => {
    const { server } = outcome as { server?: { by: string } }
    return server
      ? { ...outcome, server: { ...server, account: PEOPLE.find(({ name }) => name === server.by)?.id, onBehalf: false } }
      : outcome
  }),
})

/** Sessions are in no export, and the test's own tokens in no database: they are put where somebody is to ask. */
async function signIn(db: D1Database): Promise<void> {
  for (const [account, token] of Object.entries(TOKENS))
    await db
      .prepare("INSERT INTO tokens (token_hash, id, account, device, created_at) VALUES (?, ?, ?, 'test', ?)")
      .bind(await hashOf(token), account, account, NOW.toISOString())
      .run()
}

/** A city as the version before `0009` left it. */
async function fillOlderCity(): Promise<void> {
  const before = bindings.TEST_MIGRATIONS.filter(({ name }) => name <= filled.filledBy)
  await applyD1Migrations(older, before)
  const seed = await seedStatements({
    register: register2021,
    periods: [{ id: PERIOD, softDeadline: '2021-05-30', hardDeadline: '2021-06-02' }],
    accounts: PEOPLE,
    invitations: [],
    at: '2021-05-01T00:00:00Z',
  })
  const rows = Object.entries(filled.tables).flatMap(([table, list]) =>
    list.map((row) => {
      const columns = Object.keys(row)
      return older
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
        .bind(...Object.values(row))
    }),
  )
  // A record begins at version 1 (trigger): what was filled later stands at a later one at once.
  const trigger = await older.prepare("SELECT sql FROM sqlite_master WHERE name = 'records_begin'").first<{ sql: string }>()
  await older.batch([
    ...seed.map((sql) => older.prepare(sql)),
    older.prepare('DROP TRIGGER records_begin'),
    ...rows,
    older.prepare(trigger?.sql ?? ''),
    older.prepare('UPDATE city SET seq = ?').bind(filled.seq),
  ])
}

describe('a city that an older version filled', () => {
  beforeAll(async () => {
    await fillOlderCity()
    await applyD1Migrations(older, [...bindings.TEST_MIGRATIONS])
    await signIn(older)
  })

  it.each(filled.asked)('answers sync $id as it was answered then', async (sync) => {
    const answer = await askAgain(older, sync)
    expect([answer.status, await answer.json()]).toEqual([200, answeredNow(sync)])
  })

  it('stores the fields of a conflict by name, and none of a row in no conflict', async () => {
    const { results } = await older
      .prepare(
        "SELECT o.value ->> 1 AS status, json_type(o.value, '$[3]') AS type, count(*) AS n FROM receipts r, json_each(r.outcomes) o GROUP BY 1, 2 ORDER BY 1",
      )
      .all()
    expect(results).toEqual([
      { status: 0, type: 'null', n: 1 },
      { status: 1, type: 'null', n: 49 },
      { status: 2, type: 'array', n: 24 },
    ])
  })

  it('remembers layouts, which it had none of', async () => {
    const path = `/v1/reporters/jiaotong/layouts/${'a'.repeat(16)}`
    const headers = { Authorization: `Bearer ${TOKENS.clerk}`, 'Content-Type': 'application/json' }
    const ask = (method: string, to: string, body?: object) =>
      app.request(to, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }, { DB: older as unknown as Database })
    const list = async () => ((await (await ask('GET', '/v1/reporters/jiaotong/layouts')).json()) as { layouts: object[] }).layouts
    expect(await list()).toEqual([])
    const columns = [{ heading: '至某月完成', occurrence: 1, field: 'cumulative', subject: null }]
    expect((await ask('PUT', path, { register: register2021.id, headings: ['至某月完成'], columns, base: 0 })).status).toBe(200)
    expect(await list()).toMatchObject([{ layout: 'a'.repeat(16), columns }])
  })

  it('can be asked for its changes of figures', async () => {
    const { changes, next } = await readChanges(older as unknown as Database, changesQuery.parse({ limit: '1000' }))
    const moved = await older
      .prepare(
        `SELECT count(*) AS n FROM history h JOIN history b USING (period, reporter, subject, area, part)
        WHERE b.version = h.version - 1 AND h.cumulative IS NOT b.cumulative`,
      )
      .first<{ n: number }>()
    expect(next).toBeNull()
    expect(moved?.n).toBeGreaterThan(0)
    expect(changes.filter(({ values }) => values.some(({ field }) => field === 'cumulative'))).toHaveLength(moved?.n ?? 0)
  })

  it('still has receipts that never change', async () => {
    await expect(older.prepare("UPDATE receipts SET outcomes = '[]'").run()).rejects.toThrow('a receipt never changes')
  })

  it('answers the same from a database that is filled from its export', async () => {
    await emptyCity()
    let text = ''
    for await (const page of exportCity(older as unknown as Database)) text += page
    const lines = text.trimEnd().split('\n')
    const done = await importCity(
      database as unknown as Database,
      (async function* () {
        yield* lines
      })(),
      await administratorIn(database as unknown as Database),
    )
    expect(done).toMatchObject({ ok: true })
    await signIn(database)
    for (const sync of filled.asked) {
      const answer = await askAgain(database, sync)
      expect(await answer.json()).toEqual(answeredNow(sync))
    }
  })
})
