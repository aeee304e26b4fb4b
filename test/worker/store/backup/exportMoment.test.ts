import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { contentHash, exportCity } from '../../../../worker/store/backup/exportCity.ts'
import { EXPORT_TABLES } from '../../../../worker/store/backup/exportTables.ts'
import { importCity } from '../../../../worker/store/backup/importCity.ts'
import { administratorIn, database, emptyCity, openWorld, send } from '../../world.ts'
import { actAtRandom, randomOf } from './randomActs.ts'

/** Exports that are made beside random acts; each is a seed, and `EXPORT_SEED` says the first. */
const { EXPORT_RUNS, EXPORT_SEED } = env as unknown as { readonly EXPORT_RUNS: number; readonly EXPORT_SEED: number }
const SEEDS = Array.from({ length: EXPORT_RUNS }, (_, index) => EXPORT_SEED + index)

async function* linesOf(text: string) {
  yield* text.split('\n').slice(0, -1)
}

/** What an export holds but for the note that it was imported, and the positions. */
const content = (text: string): readonly string[] =>
  text
    .split('\n')
    .slice(1, -2)
    .filter((line) => !line.includes('"city.import"'))

async function textOf(pages: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const page of pages) text += page
  return text
}

describe('an export beside random acts', () => {
  it.each(SEEDS)('is of one moment, and can be restored: seed %i', async (seed) => {
    const random = randomOf(seed)
    const world = await openWorld({ burst: 100_000, perSecond: 100_000 })
    // More rows than a page holds, so that acts come between the pages of a table.
    await send(
      world,
      'clerk',
      Array.from({ length: 520 }, (_, index) => ({ subject: '7.1.c', part: `r${index}`, cumulative: 10_000 })),
    )
    await actAtRandom(world, random, 12)

    const moment = await contentHash(world.db)
    const pages = exportCity(world.db)
    let text = (await pages.next()).value
    for await (const page of pages) {
      text += page
      await actAtRandom(world, random, Math.floor(random() * 3))
    }
    expect(JSON.parse(text.trimEnd().split('\n').at(-1))).toMatchObject({ contentHash: moment })

    await emptyCity()
    const done = await importCity(world.db, linesOf(text), await administratorIn(world.db))
    expect(done).toMatchObject({ ok: true, value: { contentHash: moment } })
    expect(content(await textOf(exportCity(world.db)))).toEqual(content(text))
  })
})

describe('the city’s change', () => {
  it('is moved by every table of an export, whatever statement writes; by rows of history through the receipt of their sync', async () => {
    const { results } = await database
      .prepare("SELECT tbl_name AS name, sql FROM sqlite_master WHERE type = 'trigger'")
      .all<{ name: string; sql: string }>()
    for (const { name } of EXPORT_TABLES.filter((table) => table.name !== 'history')) {
      const own = results.filter((trigger) => trigger.name === name)
      for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
        const counted = own.some(({ sql }) => sql.includes(`AFTER ${event}`) && sql.includes('change = change + 1'))
        const refused = own.some(({ sql }) => sql.includes(`BEFORE ${event}`) && sql.includes('RAISE(ABORT'))
        expect(counted || refused, `${event} of ${name}`).toBe(true)
      }
    }
  })

  it('moves with a sync, and not by as much as it has rows', async () => {
    const world = await openWorld()
    const change = async () => (await database.prepare('SELECT change FROM city').first<{ change: number }>())?.change ?? 0
    const before = await change()
    await send(
      world,
      'clerk',
      Array.from({ length: 50 }, (_, index) => ({ subject: '7.1.c', part: `p${index}`, cumulative: 10_000 })),
    )
    // The receipt, the unit's first state, the period that both are of.
    expect((await change()) - before).toBeLessThanOrEqual(4)
  })
})
