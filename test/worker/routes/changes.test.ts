import { beforeAll, describe, expect, it } from 'vitest'
import type { ChangesPage, FigureChange } from '../../../shared/wire/changes.ts'
import type { Database } from '../../../worker/store/database/database.ts'
import { SCANNED_CHANGES } from '../../../worker/store/sync/readChanges.ts'
import { database, openWorld, otherUnit, PERIOD, send, type World } from '../world.ts'

let world: World
const UNIT = `/v1/periods/${PERIOD}/reporters/jiaotong`
const act = async (who: string, name: string, body: object = {}) => {
  const answer = await world.ask(who, 'POST', `${UNIT}/submission/${name}`, { body })
  expect(answer.status, `${name}: ${await answer.clone().text()}`).toBe(200)
}
const page = async (query = '', who = 'auditor'): Promise<ChangesPage> => {
  const answer = await world.ask(who, 'GET', `/v1/changes?${query}`)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as ChangesPage
}
const brief = ({ subject, version, values, act: what, after }: FigureChange) =>
  [subject, version, what, values.map(({ field, before, after: now }) => `${field} ${before}>${now}`).join(' '), after.join(' ')] as const
const found = async (query = '') => (await page(query)).changes.map(brief)
const at = (iso: string) => {
  world.now = new Date(iso)
}

/** One afternoon and its aftermath: a correction, a fall, a return, an approval, an acceptance, the deadline, a withdrawal. */
beforeAll(async () => {
  world = await openWorld()
  at('2021-05-20T01:00:00Z')
  await send(world, 'clerk', [
    { subject: '7.1.c', cumulative: 10_000 },
    { subject: '7.1.a', area: '411202', cumulative: 200_000, target: 500_000 },
  ])
  at('2021-05-21T01:00:00Z')
  await send(world, 'clerk', [{ subject: '7.1.c', base: 1, cumulative: 20_000 }])
  at('2021-05-22T01:00:00Z')
  // Another person of the unit, a figure that falls, and a remark alone, which is no change of a figure.
  await send(world, 'second', [
    { subject: '7.1.a', area: '411202', base: 1, cumulative: 150_000, target: 500_000 },
    { subject: '7.1.c', base: 2, cumulative: 20_000, remark: '核实' },
  ])
  at('2021-05-23T01:00:00Z')
  await act('clerk', 'complete')
  await act('coordinator', 'return', { reason: '请核对' })
  at('2021-05-24T01:00:00Z')
  await send(world, 'clerk', [{ subject: '7.1.c', base: 3, cumulative: 30_000 }])
  at('2021-05-25T01:00:00Z')
  await act('clerk', 'complete')
  await act('reviewer', 'review')
  await act('reviewer', 'approve')
  at('2021-05-26T01:00:00Z')
  await send(world, 'clerk', [{ subject: '7.1.c', base: 4, cumulative: 40_000 }])
  await act('coordinator', 'receive', { confirmed: true })
  await act('coordinator', 'accept', { confirmed: true })
  // China's 31 May has begun: after the deadline's day.
  at('2021-05-30T16:30:00Z')
  await send(world, 'clerk', [{ subject: '7.1.c', base: 5, deleted: true }], { note: '更正', evidence: '文号' })
})

const ALL = [
  ['7.1.c', 2, 'changed', 'cumulative 10000>20000', ''],
  ['7.1.a', 2, 'changed', 'cumulative 200000>150000', ''],
  ['7.1.c', 4, 'changed', 'cumulative 20000>30000', 'return'],
  ['7.1.c', 5, 'changed', 'cumulative 30000>40000', 'return approval'],
  ['7.1.c', 6, 'withdrawn', 'cumulative 40000>null', 'return approval acceptance deadline'],
] as const

describe('changes of figures across the city', () => {
  it('are versions by which a figure changed, in order of their position, with whose they are and after what', async () => {
    const { changes, next } = await page()
    expect(changes.map(brief)).toEqual(ALL)
    expect(next).toBeNull()
    const seqs = changes.map(({ seq }) => seq)
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
    expect(changes[1]).toMatchObject({
      ...{ period: PERIOD, reporter: 'jiaotong', reporterName: '市交通运输局', area: '411202' },
      ...{ account: 'second', by: '交通另一填报人', at: '2021-05-22T01:00:00.000Z' },
    })
  })

  it.each<[string, readonly number[]]>([
    ['decreases=true', [1, 4]],
    ['account=second', [1]],
    ['subject=7.1.a', [1]],
    ['area=411202', [1]],
    ['area=411203', []],
    ['reporter=jiaotong', [0, 1, 2, 3, 4]],
    [`reporter=${otherUnit()}`, []],
    ['period=2021-04', []],
    ['after=return', [2, 3, 4]],
    ['after=approval', [3, 4]],
    ['after=acceptance', [4]],
    ['after=deadline', [4]],
    ['from=2021-05-31', [4]],
    ['from=2021-05-22&to=2021-05-24', [1, 2]],
    ['to=2021-05-30', [0, 1, 2, 3]],
    ['after=return&decreases=true&subject=7.1.c', [4]],
  ])('%s', async (query, wanted) => expect(await found(query)).toEqual(wanted.map((index) => ALL[index])))

  it('come in pages that join to the same, from either end', async () => {
    for (const newestFirst of [false, true]) {
      const all: FigureChange[] = []
      let next: string | null = null
      do {
        const part: ChangesPage = await page(
          `limit=2&newestFirst=${newestFirst}${next === null ? '' : `&since=${encodeURIComponent(next)}`}`,
        )
        expect(part.changes.length).toBeLessThanOrEqual(2)
        all.push(...part.changes)
        next = part.next
      } while (next !== null)
      expect(all.map(brief)).toEqual(newestFirst ? [...ALL].reverse() : ALL)
    }
  })

  it('are for auditors and coordinators', async () => {
    expect((await page('', 'coordinator')).changes).toHaveLength(ALL.length)
    for (const who of ['clerk', 'reviewer', 'administrator', 'reader'])
      expect((await world.ask(who, 'GET', '/v1/changes')).status).toBe(403)
    expect((await world.ask(null, 'GET', '/v1/changes')).status).toBe(401)
  })

  it.each(['since=x', 'since=[1]', 'since=42', 'after=lunch', 'limit=0', 'limit=1001', 'from=2021-13-01', 'area=41', 'what=1'])(
    'refuse %s',
    async (query) => expect((await world.ask('auditor', 'GET', `/v1/changes?${query}`)).status).toBe(400),
  )

  it('are read by indexes alone: neither the history nor the audit trail is gone through', async () => {
    const asked: string[] = []
    const db = {
      prepare(sql: string) {
        asked.push(sql)
        return database.prepare(sql)
      },
      batch: (statements: D1PreparedStatement[]) => database.batch(statements),
    } as unknown as Database
    expect((await world.ask('auditor', 'GET', '/v1/changes?after=return&newestFirst=true', { db })).status).toBe(200)
    const ours = asked.filter((sql) => sql.includes('history_changes'))
    expect(ours).toHaveLength(2)
    for (const sql of ours) {
      const places = Math.max(...[...sql.matchAll(/\?(\d+)/g)].map(([, place]) => Number(place)))
      const { results } = await database
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...Array.from({ length: places }, () => 1))
        .all<{ detail: string }>()
      const plan = results.map(({ detail }) => detail)
      expect(plan.join('\n')).toContain('SEARCH history USING COVERING INDEX history_changes ((seq,')
      expect(plan.filter((line) => /^SCAN (?:history|h|b|audit|periods|p|units|u)\b/.test(line))).toEqual([])
    }
  })
})

describe('a city with more changes than one page looks at', () => {
  it('answers pages that are empty and go on until the one that is wanted', async () => {
    world = await openWorld()
    const [first] = [{ subject: '7.1.c', cumulative: 10_000 }]
    await send(world, 'clerk', [first])
    // A row that was changed back and forth, as many times as a page looks at; then the fall that is asked for.
    const columns = (
      await database
        .prepare("SELECT group_concat(name) AS names FROM pragma_table_info('history') WHERE name NOT IN ('version', 'seq', 'cumulative')")
        .first<{ names: string }>()
    )?.names
    await database
      .prepare(
        `WITH RECURSIVE n (v) AS (VALUES (2) UNION ALL SELECT v + 1 FROM n WHERE v <= ?1)
        INSERT INTO history (${columns}, version, seq, cumulative) SELECT ${columns}, v, h.seq + v, CASE WHEN v > ?1 THEN 1 ELSE 10000 + v END FROM history h, n`,
      )
      .bind(SCANNED_CHANGES + 1)
      .run()
    const empty = await page('decreases=true')
    expect(empty.changes).toEqual([])
    expect(empty.next).not.toBeNull()
    const rest = await page(`decreases=true&since=${encodeURIComponent(empty.next ?? '')}`)
    expect(rest.changes.map(({ version }) => version)).toEqual([SCANNED_CHANGES + 2])
    expect(rest.next).toBeNull()
  })
})
