import { describe, expect, it } from 'vitest'
import { rowNotYours } from '../../../shared/checks/rowNotYours.ts'
import { cityFigure } from '../../../shared/consolidation/cityFigure.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import type { FigureRecord } from '../../../shared/record/figureRecord.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { facts, table } from '../checks/sheetFacts.ts'
import { COUNTIES, row } from './row.ts'

/** Every figure that a unit could state: of each indicator, for the city and for each county, with a figure nobody else has. */
const AREAS = [register2021.city, ...COUNTIES]
const every = register2021.indicators.flatMap(({ id }, i) => AREAS.map((area, j) => ({ subject: id, area, figure: 7 + i * 10 + j })))

const recordOf = ({ subject, area, figure }: (typeof every)[number], i: number): FigureRecord => ({
  subject,
  area,
  part: '',
  values: { cumulative: asScaled(figure * 10_000) },
  written: {},
  origin: { sheet: 'S', row: i + 5, cells: { subject: `B${i + 5}`, area: `A${i + 5}`, cumulative: `E${i + 5}` } },
})

/** Those of which the check says to the unit that they are not its own and not added up. */
function notTheirs(reporter: string) {
  const records = every.map(recordOf)
  const [finding] = rowNotYours(
    facts({ tables: [table(records.map(({ origin }) => origin.row))], records, context: { period: '2021-05', reporter } }),
  )
  const cells = new Set(finding ? (finding.cells ?? [finding.cell]) : [])
  return every.filter((_, i) => cells.has(`A${i + 5}`) || cells.has(`B${i + 5}`))
}

const version = { period: '2021-05', asOfSeq: 1, era: 'e' }
const figures = (rows: readonly ReturnType<typeof row>[]) => {
  const { indicators, narratives } = consolidate(register2021, rows, version)
  return { indicators, narratives, city: indicators.map(cityFigure) }
}

const rowsOf = (reporter: string, all: readonly (typeof every)[number][]) =>
  all.map(({ subject, area, figure }) => row(reporter, subject, area, { cumulative: figure, statedPercent: 50, progressText: '已完成' }))

describe('rows of which a unit is told that they are not its own', () => {
  const own = register2021.assignments
    .filter(({ ofRecord }) => ofRecord)
    .flatMap(({ reporter, subject, areas }) => areas.map((area) => row(reporter, subject, area, { cumulative: 3 })))

  it.each(register2021.units.map(({ name, id }) => [name, id]))('of %s move no figure of the city', (_, reporter) => {
    const rows = rowsOf(reporter, notTheirs(reporter))
    expect(figures(rows)).toEqual(figures([]))
    expect(figures([...own, ...rows])).toEqual(figures(own))
  })

  it('are all but those that the unit is asked for', () => {
    expect(notTheirs('ducha')).toEqual([])
    expect(notTheirs('sifa').some(({ subject }) => subject === '7.1.a')).toBe(true)
    expect(notTheirs('jiaotong').some(({ subject }) => subject === '7.1.a')).toBe(false)
    expect(new Set(notTheirs('hubin').map(({ area }) => area))).toEqual(new Set(COUNTIES.slice(1)))
  })

  it('are no statement for the whole city either, which the office’s own row is', () => {
    const city = (reporter: string) => consolidate(register2021, [row(reporter, '7.1.a', '411200', { cumulative: 150 })], version)
    const stated = (reporter: string) => city(reporter).indicators.find(({ indicator }) => indicator === '7.1.a')?.stated
    expect([stated('sifa'), stated('jiaotong'), stated('ducha')]).toEqual([null, 1_500_000, 1_500_000])
  })
})
