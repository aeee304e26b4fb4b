import { applyD1Migrations, env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { seedStatements } from '../../../../worker/store/seed.ts'
import { PEOPLE, PERIOD } from '../../world.ts'

const bindings = env as unknown as { OLDER_DB: D1Database; TEST_MIGRATIONS: readonly { name: string; queries: string[] }[] }
const older = bindings.OLDER_DB

/** Before the migration of names: the database as that version left it. */
const FILLED_BY = '0010_layouts.sql'
const [FIRST, HANDED_OVER, THEN] = ['2021-05-10T02:00:00.000Z', '2021-05-20T02:00:00.000Z', '2021-05-28T02:00:00.000Z']

/** An account's change of name, as the audit trail has had it from the first version on. */
const renamed = (account: string, at: string, from: string, to: string) =>
  older
    .prepare(
      "INSERT INTO audit (at, account, act, object, before, after, request_id) VALUES (?, 'administrator', 'account.change', ?, ?, ?, 'r')",
    )
    .bind(at, account, JSON.stringify({ id: account, name: from }), JSON.stringify({ id: account, name: to }))

const version = (table: 'history' | 'records', number: number, account: string, at: string) =>
  older
    .prepare(
      `INSERT INTO ${table} (period, reporter, subject, area, part, version, seq, account, at, deleted, written, reasons)
      VALUES ('${PERIOD}', 'jiaotong', '7.1.c', '411200', '', ?1, ?1, ?2, ?3, 0, '{}', '{}')`,
    )
    .bind(number, account, at)

beforeAll(async () => {
  await applyD1Migrations(
    older,
    bindings.TEST_MIGRATIONS.filter(({ name }) => name <= FILLED_BY),
  )
  const seed = await seedStatements({
    register: register2021,
    periods: [{ id: PERIOD, softDeadline: '2021-05-30', hardDeadline: '2021-06-02' }],
    accounts: PEOPLE.map((one) => ({ ...one, name: one.id === 'clerk' ? '王五' : one.name })),
    invitations: [],
    at: '2021-05-01T00:00:00Z',
  })
  await older.batch([
    ...seed.map((sql) => older.prepare(sql)),
    // 张三 → 李四 on the twentieth, whose name is 王五 by the day of the migration.
    renamed('clerk', HANDED_OVER, '张三', '李四'),
    renamed('clerk', '2021-06-01T02:00:00.000Z', '李四', '王五'),
    version('history', 1, 'clerk', FIRST),
    version('history', 2, 'clerk', THEN),
    version('history', 3, 'second', THEN),
    version('records', 1, 'second', THEN),
    older
      .prepare(
        `INSERT INTO receipts (reporter, id, period, body_hash, account, at, epoch, seq, applied, outcomes, rejected, unknown_bases)
        VALUES ('jiaotong', 'one', '${PERIOD}', '', 'clerk', ?, 1, 1, 1, '[]', '[]', 0)`,
      )
      .bind(FIRST),
    older
      .prepare(
        `INSERT INTO submissions (period, reporter, said, sign_off, signed_by, signed_at) VALUES ('${PERIOD}', 'jiaotong', 'complete', 'reviewed', 'clerk', ?)`,
      )
      .bind(THEN),
    older
      .prepare(
        `INSERT INTO comments (id, period, reporter, subject, area, part, version, account, at, kind, body)
        VALUES ('c', '${PERIOD}', 'jiaotong', '7.1.c', '411200', '', 1, 'clerk', ?, 'comment', '已核对')`,
      )
      .bind(FIRST),
    older
      .prepare(
        `INSERT INTO light_overrides (period, indicator, version, light, reason, account, at) VALUES ('${PERIOD}', '7.1.a', 1, 'red', '停工', 'clerk', ?)`,
      )
      .bind(FIRST),
    older.prepare('UPDATE city SET seq = 3, names = 2'),
  ])
  await applyD1Migrations(older, [...bindings.TEST_MIGRATIONS])
})

describe('acts of before names were kept', () => {
  it.each([
    ['versions', 'SELECT account_name AS name FROM history ORDER BY version', ['张三', '李四', '交通另一填报人']],
    ['rows', 'SELECT account_name AS name FROM records', ['交通另一填报人']],
    ['receipts', 'SELECT account_name AS name FROM receipts', ['张三']],
    ['sign-offs', 'SELECT signed_name AS name FROM submissions', ['李四']],
    ['remarks', 'SELECT account_name AS name FROM comments', ['张三']],
    ['lights', 'SELECT account_name AS name FROM light_overrides', ['张三']],
    ['entries of the audit trail', 'SELECT account_name AS name FROM audit ORDER BY id', ['管理员', '管理员']],
  ])('%s have the name of whoever had the account then', async (_, sql, names) => {
    const { results } = await older.prepare(sql).all<{ name: string }>()
    expect(results.map(({ name }) => name)).toEqual(names)
  })

  it.each(['history', 'receipts', 'audit', 'light_overrides'])('%s never changes afterwards either', async (table) => {
    await expect(older.prepare(`UPDATE ${table} SET account = 'x'`).run()).rejects.toThrow(/never|append-only/)
  })

  it('a row still needs its next version to change, and the city counts no names any more', async () => {
    await expect(older.prepare('UPDATE records SET cumulative = 1').run()).rejects.toThrow('versions have no gaps')
    expect(await older.prepare('SELECT * FROM city').first()).toEqual({
      id: 1,
      era: expect.any(String),
      seq: 3,
      change: expect.any(Number),
    })
    await older.prepare("UPDATE accounts SET name = '改名' WHERE id = 'clerk'").run()
  })
})
