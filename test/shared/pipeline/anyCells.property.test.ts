import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnName } from '../../../shared/grid/a1.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { HEADING_TEXTS } from '../../../shared/sheet/headings/headingTexts.ts'
import { gridOf } from '../grid/gridOf.ts'

const CONTEXT = { reporter: 'jiaotong', period: '2021-05', year: 2021 }

it('a sheet is read or refused, whatever its cells hold', () => {
  const words = Object.values(HEADING_TEXTS).flatMap((texts) => texts?.slice(0, 3) ?? [])
  const names = register2021.indicators.map((indicator) => indicator.name)
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    fc.constantFrom(...names, '湖滨区', '陕县', '合计', '小计', '其中：', '经开区', '—', '注：', '填报人：', '一、', '截至5月26日'),
    fc.constantFrom('41公里', '0.36万', '１４．６％', '约420户', '146公里；123个', '5月底', '2021.5.26', '#REF!', '未开工', '是'),
    fc.double(),
    fc.integer(),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.boolean(),
  )
  const merge = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 12 }), fc.nat(4), fc.nat(4))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }), fc.array(merge, { maxLength: 4 }), (cells, areas) => {
      const merges = areas.map(([c, r, w, h]) => `${columnName(c)}${r}:${columnName(c + w)}${r + h}`)
      const numbers = cells.map((row) => row.map((value) => (typeof value === 'number' && !Number.isFinite(value) ? null : value)))
      const reading = readSheet(gridOf(numbers, { merges }), register2021, CONTEXT)
      expect(reading.ok || ['empty', 'noTable'].includes(reading.fault.tag)).toBe(true)
    }),
    { numRuns: 10_000 },
  )
})
