import { describe, expect, it, test } from 'vitest'
import { checkRecords } from '../../../shared/checks/checkRecords.ts'
import { affectedField, findingsByRecord } from '../../../shared/finding/affectedField.ts'
import { effectOf } from '../../../shared/finding/effects.ts'
import type { Finding } from '../../../shared/finding/finding.ts'
import { groupFindings } from '../../../shared/finding/groupFindings.ts'
import { gridFromJson } from '../../../shared/grid/gridFromJson.ts'
import { joinTables } from '../../../shared/pipeline/joinTables.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { parseRecords } from '../../../shared/sheet/parseRecords.ts'
import { recognizeTables } from '../../../shared/sheet/recognizeTables.ts'
import { viewSheet } from '../../../shared/sheet/view/sheetView.ts'
import { labelledSheet, sheetNames } from '../../sheets/labelledSheet.ts'

const finding = (cell: string, params: Finding['params'] = {}, more: Partial<Finding> = {}): Finding => ({
  code: 'NUMBER_IN_TEXT',
  severity: 'info',
  sheet: 'S',
  cell,
  params,
  ...more,
})
const warning = (cell: string, params: Finding['params'], more: Partial<Finding> = {}) =>
  finding(cell, params, { code: 'NOT_REPORTED', severity: 'warning', field: 'cumulative', ...more })

/** "E5 E6 {…}" for each. */
const said = (findings: readonly Finding[]) =>
  groupFindings(findings).map(({ cell, cells, params }) => `${(cells ?? [cell]).join(' ')} ${JSON.stringify(params)}`)

describe('notes', () => {
  it('of a column are one, with the first of their words', () => {
    const notes = ['41公里', '3公里', '8公里', '9公里'].map((written, at) => finding(`E${5 + at}`, { written, field: 'cumulative' }))
    expect(said(notes)).toEqual(['E5 E6 E7 E8 {"written":["41公里","3公里","8公里","…"],"field":"cumulative"}'])
  })

  it('of a row are one where the columns have one each', () => {
    const aliases = ['E2', 'F2', 'G2'].map((cell, at) => finding(cell, { written: ['湖滨', '陕州', '渑池'][at] ?? '' }))
    expect(said(aliases)).toEqual(['E2 F2 G2 {"written":["湖滨","陕州","渑池"]}'])
  })

  it('that say the same elsewhere are one, others are not', () => {
    const same = (cell: string) => finding(cell, { written: '市卫健委' })
    expect(said([same('A2'), same('F5'), finding('G7', { written: '市住建局' })])).toEqual([
      'A2 F5 {"written":"市卫健委"}',
      'G7 {"written":"市住建局"}',
    ])
  })

  it('of two codes, sheets or columns of figures stay apart', () => {
    const notes = [
      finding('E5', { written: '1' }, { field: 'target' }),
      finding('E6', { written: '2' }, { field: 'cumulative' }),
      finding('E7', { written: '3' }, { field: 'target', code: 'FULLWIDTH_DIGITS' }),
      finding('E8', { written: '4' }, { field: 'target', sheet: 'T' }),
    ]
    expect(groupFindings(notes)).toEqual(notes)
  })

  it('leave out a word that not all of them have, and join lists', () => {
    expect(said([finding('B4', { leads: ['甲', '乙'], as: '1' }), finding('B9', { leads: ['丙'] })])).toEqual([
      'B4 B9 {"leads":["甲","乙","丙"]}',
    ])
  })
})

describe('warnings and errors', () => {
  it('are one only word for word, with their records', () => {
    const blanks = [
      warning('E5', { indicator: '7.1.a' }, { record: '7.1.a|411202|' }),
      warning('E6', { indicator: '7.1.a' }, { record: '7.1.a|411203|' }),
      warning('E7', { indicator: '7.1.b' }, { record: '7.1.b|411203|' }),
    ]
    const [grouped, other] = groupFindings(blanks)
    expect(grouped).toMatchObject({ cell: 'E5', cells: ['E5', 'E6'], records: ['7.1.a|411202|', '7.1.a|411203|'] })
    expect(grouped && 'record' in grouped).toBe(false)
    expect(other).toEqual(blanks[2])
  })

  it('of two fields, or of several columns that say the same, stay apart', () => {
    const at = (cell: string, field: string) => warning(cell, { error: '#REF!' }, { code: 'CELL_ERROR', severity: 'error', field })
    expect(said([at('E8', 'cumulative'), at('F8', 'percent')])).toHaveLength(2)
    expect(said(['E8', 'E9', 'F8', 'F9'].map((cell) => at(cell, 'cumulative')))).toHaveLength(2)
  })
})

/** Every finding of a labelled sheet before any became one. */
function ungrouped(name: string) {
  const read = gridFromJson(labelledSheet(name))
  if (!read.ok) throw new Error(`${name} is no grid`)
  const { unit, ...told } = read.value.context
  const context = { ...told, ...(unit === undefined ? {} : { reporter: unit }) }
  const register = register2021
  const view = viewSheet(read.value.grid)
  const tables = recognizeTables(view, register, context)
  const { records, totals, cells } = joinTables(tables.map((table) => parseRecords({ view, table, register, context })))
  const findings = checkRecords({ records, totals, cells, tables, register, context })
  return { records, findings }
}

test('of the labelled sheets no cell, record or affected field is lost, and the findings are fewer', () => {
  let before = 0
  let after = 0
  for (const name of sheetNames) {
    const { records, findings } = ungrouped(name)
    const grouped = groupFindings(findings)
    before += findings.length
    after += grouped.length
    const cells = (all: readonly Finding[]) =>
      [...new Set(all.flatMap(({ code, severity, cell, cells }) => (cells ?? [cell]).map((at) => `${at} ${code} ${severity}`)))].sort()
    expect(cells(grouped), name).toEqual(cells(findings))
    const answers = [findings, grouped].map((all) => {
      const find = findingsByRecord(all.filter((one) => effectOf(one) !== 'tells'))
      return records.map((record) => {
        const key = recordKeyText(record)
        return [...new Set(find(record, key).map((one) => `${one.code} ${affectedField(one, record)}`))].sort()
      })
    })
    expect(answers[1], name).toEqual(answers[0])
  }
  expect(after).toBeLessThan(before * 0.7)
})
