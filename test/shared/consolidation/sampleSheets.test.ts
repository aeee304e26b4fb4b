import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { foldRowOf } from '../../../shared/consolidation/foldRow.ts'
import { gridFromJson } from '../../../shared/grid/gridFromJson.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'

const sheets = [
  ['counties/transport-two-row-heading', 'jiaotong'],
  ['departments/culture-merged-category', 'wenlv'],
] as const

describe('a department’s sheet, sent and consolidated', () => {
  it.each(sheets)('%s gives the figures that its labels say', (name, reporter) => {
    const json = JSON.parse(readFileSync(new URL(`../../sheets/${name}.json`, import.meta.url), 'utf8'))
    const grid = gridFromJson(json)
    if (!grid.ok) throw new Error(name)
    const reading = readSheet(grid.value.grid, register, { period: '2021-05', year: 2021, reporter })
    if (!reading.ok) throw new Error(reading.fault.tag)
    const rows = reading.value.records
      .filter((record) => record.disposition === 'accept')
      .map(({ subject, area, part, values, origin }) => {
        const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => value != null))
        const stored = {
          version: 1,
          seq: 1,
          account: 'jia',
          by: '甲',
          onBehalf: false,
          at: '2021-05-26T00:00:00Z',
          deleted: false,
          written: {},
          reasons: {},
        }
        return foldRowOf({ reporter, subject, area, part, values: kept, origin, ...stored })
      })
    const { indicators } = consolidate(register, rows, { period: '2021-05', asOfSeq: 1, era: 'e' })
    const found = indicators.filter((one) => one.cumulative !== null)
    const figure = (value: number | null) => (value === null ? null : Number(decimalFromScaled(asScaled(value))))
    expect(
      found.map((one) => ({
        indicator: one.indicator,
        area: '411200',
        target: figure(one.target),
        cumulative: figure(one.cumulative),
        percent: figure(one.percent),
      })),
    ).toEqual(json.expect.rollup)
  })
})
