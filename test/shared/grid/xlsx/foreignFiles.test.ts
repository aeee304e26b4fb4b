import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../../../shared/grid/xlsx/readXlsx.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const FILES = new URL('files/', import.meta.url)

const gridOf = (name: string) => {
  const grids = readXlsx(readFileSync(new URL(name, FILES)))
  if (!grids.ok || !grids.value[0]) throw new Error(JSON.stringify(grids))
  return grids.value[0]
}
const readingOf = (name: string) => {
  const reading = readSheet(gridOf(name), register2021, { period: '2021-05', year: 2021, reporter: '市交通运输局' })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

/** One file for each kind that foreign collections showed. */
describe('files as other programs write them', () => {
  it.each([
    '17-x000d-in-names.xlsx',
    '18-namespace-prefix.xlsx',
    '19-table-filtered-by-colour.xlsx',
    '21-strict-dates.xlsx',
    '23-inline-string-with-reading.xlsx',
    '25-merged-whole-column.xlsx',
    '28-preview-save-validation.xlsx',
    '29-preview-save-empty-string.xlsx',
  ])('%s has six records, each in its county', (name) => {
    const { records } = readingOf(name)
    expect(records.map(({ area }) => area)).toEqual(['411202', '411203', '411221', '411224', '411281', '411282'])
    expect(records.every(({ values }) => typeof values.target === 'number' && typeof values.cumulative === 'number')).toBe(true)
  })

  it('a date of a Strict file is that day', () => {
    expect(gridOf('21-strict-dates.xlsx').cells[3]?.[5]).toBe(44_342)
  })

  it('a word in the last column of Excel changes no record', () => {
    const grid = gridOf('18-namespace-prefix.xlsx')
    const read = (cells: typeof grid.cells) => {
      const reading = readSheet({ ...grid, cells }, register2021, { period: '2021-05', year: 2021, reporter: '市交通运输局' })
      return reading.ok && reading.value.records.map(({ area, values }) => [area, values.target, values.cumulative])
    }
    const far = grid.cells.map((row, r) => (r === 5 ? [...row, ...Array.from({ length: 16_383 - row.length }, () => null), '备查'] : row))
    expect(read(far)).toEqual(read(grid.cells))
  })

  it('an empty text is a blank', () => {
    expect(gridOf('29-preview-save-empty-string.xlsx').cells[4]?.[5] ?? null).toBeNull()
  })

  it('a merged column reaches as far as the sheet', () => {
    expect(gridOf('25-merged-whole-column.xlsx').merges.every((area) => !/\d{5,}/.test(area))).toBe(true)
  })

  it('texts that are no plain numbers stay texts', () => {
    const { cells } = gridOf('30-six-wrong-values-submitted.xlsx')
    expect(cells.slice(3, 9).map((row) => row[3])).toEqual(['1 000', '.5', '12. 5', '1.25E+01', -6, '500米'])
  })
})
