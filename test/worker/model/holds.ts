import { expect } from 'vitest'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import { database, type World } from '../world.ts'
import { type CityModel, FIELDS } from './cityModel.ts'

type Image = Record<string, string | number | null>
const COLUMN = { cumulative: 'cumulative', problems: 'problems', nextSteps: 'next_steps', remark: 'remark' } as const
const COUNTED = '7.1.a'

/** What must be true after any sequence. */
export async function holds(world: World, period: string, model: CityModel): Promise<void> {
  const records = await read('SELECT * FROM records WHERE period = ?', period)
  const history = await read('SELECT * FROM history WHERE period = ? ORDER BY reporter, subject, area, version', period)
  const last = replay(history)
  expect([...last.values()].sort(byKey)).toEqual([...records].sort(byKey))

  const own = history.filter(({ reporter }) => reporter === model.unit)
  for (const image of own) {
    const of = model.records.get(`${image.subject}|${image.area}`)?.[Number(image.version) - 1]
    const values = Object.fromEntries(FIELDS.map((field) => [field, image[COLUMN[field]]]))
    expect({ values, deleted: image.deleted === 1, by: image.account }).toEqual(of)
  }
  expect(own).toHaveLength([...model.records.values()].reduce((sum, versions) => sum + versions.length, 0))

  const receipts = await read('SELECT * FROM receipts WHERE period = ?', period)
  expect(new Set(receipts.map(({ reporter, id }) => `${reporter} ${id}`)).size).toBe(receipts.length)
  const writing = receipts.filter(({ seq }) => seq !== null)
  expect(new Set(writing.map(({ seq }) => seq)).size).toBe(writing.length)
  for (const { seq, applied, account, reporter } of writing) {
    const written = history.filter((image) => image.seq === seq)
    expect(written).toHaveLength(Number(applied))
    for (const image of written) expect([image.account, image.reporter]).toEqual([account, reporter])
  }
  expect(writing.reduce((sum, { applied }) => sum + Number(applied), 0)).toBe(history.length)

  const unit = (await (await world.ask('clerk', 'GET', `/v1/periods/${period}/reporters/jiaotong/submission`)).json()) as Submission
  expect(unit).toMatchObject({ said: model.said, signOff: model.signOff, receipt: model.receipt })
  expect(unit.changedRows).toHaveLength(model.changes())
  await consolidatedAsFolded(world, period, model)
}

/** The city's figure is that of the model, of a fold of the rows, and of a fold of the history. */
export async function consolidatedAsFolded(world: World, period: string, model: CityModel): Promise<void> {
  const city = (await (await world.ask('coordinator', 'GET', `/v1/periods/${period}/consolidation`)).json()) as Consolidation
  const told = city.indicators.find(({ indicator }) => indicator === COUNTED)
  const live = [...model.records].flatMap(([key, versions]) => {
    const now = versions.at(-1)
    return key.startsWith(`${COUNTED}|`) && now && !now.deleted && now.values.cumulative !== null ? [Number(now.values.cumulative)] : []
  })
  expect(told?.cumulative).toBe(sum(live))
  const folded = (rows: readonly Image[]) =>
    sum(
      rows
        .filter((row) => row.reporter === model.unit && row.subject === COUNTED && row.deleted === 0 && row.cumulative !== null)
        .map((row) => Number(row.cumulative)),
    )
  expect(told?.cumulative).toBe(folded(await read('SELECT * FROM records WHERE period = ?', period)))
  const history = await read('SELECT * FROM history WHERE period = ? ORDER BY reporter, subject, area, version', period)
  expect(told?.cumulative).toBe(folded([...replay(history).values()]))
}

/** The last image of each row; throws where versions are not 1, 2, 3 … */
function replay(history: readonly Image[]): Map<string, Image> {
  const last = new Map<string, Image>()
  for (const image of history) {
    const key = keyOf(image)
    expect(image.version).toBe(Number(last.get(key)?.version ?? 0) + 1)
    last.set(key, image)
  }
  return last
}

export function sameAsModel(seen: ReadonlyMap<string, ServerRecord>, model: CityModel): void {
  expect(seen.size).toBe(model.records.size)
  for (const [key, versions] of model.records) {
    const record = seen.get(key)
    expect(record).toMatchObject({ version: versions.length, deleted: versions.at(-1)?.deleted })
    for (const field of FIELDS) expect(record?.values[field] ?? null).toBe(versions.at(-1)?.values[field] ?? null)
  }
}

/** Everything that a sync may touch of a period, of all units. */
export async function fingerprint(period: string): Promise<string> {
  const answers = await database.batch(
    ['records', 'history', 'receipts', 'submissions'].map((table) =>
      database.prepare(`SELECT * FROM ${table} WHERE period = ?`).bind(period),
    ),
  )
  return JSON.stringify(answers.map(({ results }) => results))
}

const read = async (sql: string, period: string): Promise<Image[]> => (await database.prepare(sql).bind(period).all<Image>()).results
const keyOf = ({ reporter, subject, area, part }: Image): string => `${reporter}|${subject}|${area}|${part}`
const byKey = (one: Image, other: Image): number => (keyOf(one) < keyOf(other) ? -1 : 1)
const sum = (figures: readonly number[]): number | null =>
  figures.length === 0 ? null : figures.reduce((total, figure) => total + figure, 0)
