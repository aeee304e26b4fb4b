import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../../worker/store/database/database.ts'
import { failedGuard, guardSql } from '../../../../worker/store/database/guards.ts'
import { isDatabaseError } from '../../../../worker/store/database/isDatabaseError.ts'
import { database, emptyCity } from '../../world.ts'

const db = database as unknown as Database
const one = async (sql: string, ...values: (string | number | null)[]) =>
  (
    await db
      .prepare(sql)
      .bind(...values)
      .first<{ v: unknown }>()
  )?.v
const caught = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}
const insertUnit = (id: string) => db.prepare('INSERT INTO units (id, name) VALUES (?, ?)').bind(id, id)
const units = () => one('SELECT count(*) AS v FROM units')

/** What the store relies on: the same on D1 (project worker) and on SQLite in Node (project host). */
describe('the database', () => {
  beforeEach(emptyCity)

  it.each([
    [1, 'real'],
    [0.5, 'real'],
    ['1', 'text'],
    ['', 'text'],
    [null, 'null'],
  ])('takes %j as %s', async (value, type) => {
    expect(await one('SELECT typeof(?1) AS v', value)).toBe(type)
  })

  it.each([0, -1, 240_000, 2 ** 31, 8_999_999_999_999_999, -8_999_999_999_999_999, 2 ** 53 - 1])(
    'stores the scaled integer %d exactly, as an integer, bound and from JSON',
    async (value) => {
      const text = JSON.stringify([value])
      const sql = `INSERT INTO submissions (period, reporter, signed_seq) SELECT ?1, ?2, `
      await db.batch([
        db.prepare("INSERT INTO registers (id, version, title, body, loaded_at) VALUES ('r', 1, 't', '{}', 'now')"),
        db.prepare(
          "INSERT INTO periods (id, register_id, register_version, epoch, state, soft_deadline, hard_deadline) VALUES ('2021-05', 'r', 1, 1, 'open', '2021-05-30', '2021-06-02')",
        ),
        db.prepare(`${sql}?3`).bind('2021-05', 'bound', value),
        db.prepare(`${sql}value FROM json_each(?3)`).bind('2021-05', 'json', text),
      ])
      const { results } = await db.prepare('SELECT signed_seq AS v, typeof(signed_seq) AS t FROM submissions').all()
      expect(results).toEqual([
        { v: value, t: 'integer' },
        { v: value, t: 'integer' },
      ])
    },
  )

  it.each(['三门峡', '👷‍♀️', 'e\u0301', '\u0001', 'a\u0000b', '\ufeffx', "'; DROP TABLE units; --", 'x'.repeat(100_000)])(
    'gives text back as it was: %j',
    async (text) => {
      expect(await one('SELECT ? AS v', text)).toBe(text)
    },
  )

  it('counts its parameters by number or by place, whatever stands in a text', async () => {
    const { results } = await db.prepare("SELECT ?2 AS b, ?1 AS a, '?9 it''s ?' AS c").bind('a', 'b').all()
    expect(results).toEqual([{ b: 'b', a: 'a', c: "?9 it's ?" }])
    expect(await db.prepare('SELECT ?3 AS c, ?1 AS a, ?3 AS d').bind('a', 'b', 'c').first()).toEqual({ c: 'c', a: 'a', d: 'c' })
  })

  it.each([
    ['too few', ['x']],
    ['too many', ['x', 'y', 'z']],
  ])('refuses %s values', async (_, values) => {
    const error = await caught(
      db
        .prepare('SELECT ? AS a, ? AS b')
        .bind(...values)
        .all(),
    )
    expect(isDatabaseError(error)).toBe(true)
  })

  it('answers rows as plain objects, in order, and null for no row', async () => {
    const { results } = await db.prepare("SELECT value AS v, key AS k FROM json_each('[3,1,2]') ORDER BY key").all()
    expect(results).toEqual([
      { v: 3, k: 0 },
      { v: 1, k: 1 },
      { v: 2, k: 2 },
    ])
    expect(Object.getPrototypeOf(results[0])).toBe(Object.prototype)
    expect(await db.prepare('SELECT 1 WHERE 0').first()).toBeNull()
    expect(await db.prepare("INSERT INTO units VALUES ('a', 'b') RETURNING name").first()).toEqual({ name: 'b' })
  })

  it('can be asked the same statement again with other values', async () => {
    const statement = db.prepare('SELECT ? AS v')
    expect([await statement.bind('一').first(), await statement.bind('二').first()]).toEqual([{ v: '一' }, { v: '二' }])
  })

  it('runs a batch whole, in order, each statement seeing those before it', async () => {
    const answers = await db.batch([insertUnit('a'), insertUnit('b'), db.prepare('SELECT count(*) AS n FROM units')])
    expect(answers.map(({ results }) => results)).toEqual([[], [], [{ n: 2 }]])
  })

  it.each([
    ['a key that is there', insertUnit('a')],
    ['a CHECK', db.prepare("INSERT INTO accounts VALUES ('x', 'x', 'king', NULL, 1, 'now')")],
    ['a foreign key', db.prepare("INSERT INTO accounts VALUES ('x', 'x', 'clerk', 'nowhere', 1, 'now')")],
    ['NOT NULL', db.prepare('INSERT INTO units VALUES (?, ?)').bind('x', null)],
    ['a STRICT type', db.prepare('UPDATE city SET seq = ?').bind('text')],
    [
      'a trigger',
      db.prepare(
        "INSERT INTO audit (at, act, object, request_id) VALUES ('a', 'b', 'c', 'd'), ('a', 'b', 'c', 'd') ON CONFLICT DO NOTHING",
      ),
    ],
    ['no such table', db.prepare('SELECT * FROM nowhere')],
    ['nonsense', db.prepare('SELEC 1')],
  ])('leaves nothing of a batch that runs into %s, and goes on', async (what, statement) => {
    const statements = [insertUnit('a'), ...(what === 'a trigger' ? [statement, db.prepare('DELETE FROM audit')] : [statement])]
    const error = await caught(db.batch(statements))
    expect(isDatabaseError(error)).toBe(true)
    expect(failedGuard(error)).toBeUndefined()
    expect(await units()).toBe(0)
    await db.batch([insertUnit('a')])
    expect(await units()).toBe(1)
  })

  it('says which guard failed, by the name of its CHECK', async () => {
    const guards = guardSql({ epoch: { sql: 'SELECT ? = 2', values: [1] } })
    const error = await caught(db.batch([insertUnit('a'), db.prepare(guards.sql).bind(...guards.values)]))
    expect([failedGuard(error), isDatabaseError(error)]).toEqual(['epoch', true])
    expect(await units()).toBe(0)
  })

  it('runs batches that come at once one after the other', async () => {
    const bump = () => db.batch<{ v: number }>([db.prepare('UPDATE city SET seq = seq + 1'), db.prepare('SELECT seq AS v FROM city')])
    const answers = await Promise.all(Array.from({ length: 50 }, bump))
    expect(answers.map(([, read]) => read?.results[0]?.v).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 1),
    )
  })
})
