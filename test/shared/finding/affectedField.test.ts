import { expect, test } from 'vitest'
import { type Affected, affectedField, cellIn, findingsByRecord } from '../../../shared/finding/affectedField.ts'
import type { Finding } from '../../../shared/finding/finding.ts'
import { type FigureRecord, recordKeyText } from '../../../shared/record/figureRecord.ts'

const record = (cells: FigureRecord['origin']['cells']): FigureRecord => ({
  subject: '7.1.a',
  area: '411202',
  part: '',
  values: {},
  written: {},
  origin: { sheet: '5月', row: 7, cells },
})
const figures = record({ area: 'A7', target: 'D7', cumulative: 'E7', statedPercent: 'F7' })
const words = record({ area: 'A7', cumulative: 'D9', statedPercent: 'D9' })
const key = recordKeyText(figures)

const CASES: readonly [string, Partial<Finding>, FigureRecord, Affected][] = [
  ['its own cell', { cell: 'E7' }, figures, 'cumulative'],
  ['a cell of two fields, one named', { cell: 'D9', field: 'statedPercent' }, words, 'statedPercent'],
  ['a cell of two fields, none named', { cell: 'D9' }, words, 'cumulative'],
  ['a label that lists the cells', { cell: 'C4', params: { cells: ['E6', 'E7'] } }, figures, 'cumulative'],
  ['a field without a cell of its own', { cell: 'A7', field: 'periodValue', record: key }, figures, 'periodValue'],
  ['a field whose cell is another (a total under the key)', { cell: 'E11', field: 'cumulative', record: key }, figures, undefined],
  ['a column that fills a value', { cell: 'F7', field: 'percent' }, record({ area: 'A7' }), 'statedPercent'],
  ['a column that fills none', { cell: 'H7', field: 'start_rate' }, figures, undefined],
  ['a column that names the row', { cell: 'B7', field: 'indicator' }, figures, 'row'],
  ['a part of the key', { cell: 'A7', field: 'area' }, figures, 'row'],
  ['the record alone', { cell: 'A7', record: key }, figures, 'row'],
]

const finding = (part: Partial<Finding>): Finding => ({
  code: 'PCT_ROUNDING',
  severity: 'warning',
  sheet: '5月',
  cell: 'Z1',
  params: {},
  ...part,
})

test.for(CASES)('a finding at %s', ([, part, of, affected]) => {
  expect(affectedField(finding(part), of)).toBe(affected)
})

test('a record has the findings that name it and those without a name at its cells, each once', () => {
  const named = finding({ cell: 'E7', record: key })
  const there = finding({ cell: 'D7', cells: ['E7'] })
  const other = finding({ cell: 'E7', record: '7.1.a|411203|' })
  expect(findingsByRecord([named, there, other])(figures, key)).toEqual([named, there])
})

test('a finding for several records is of each of them, at its own cell', () => {
  const both = finding({ cell: 'E6', cells: ['E6', 'E7'], records: ['7.1.a|411203|', key], field: 'cumulative' })
  expect(findingsByRecord([both])(figures, key)).toEqual([both])
  expect(affectedField(both, figures)).toBe('cumulative')
  expect(cellIn(both, figures)).toBe('E7')
  expect(cellIn(both, record({ area: 'A9' }))).toBe('E6')
})
