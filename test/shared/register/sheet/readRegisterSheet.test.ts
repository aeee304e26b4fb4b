import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import type { Scaled } from '../../../../shared/quantity/scaled.ts'
import { formOfRegister } from '../../../../shared/register/formOfRegister.ts'
import { readRegisterFile } from '../../../../shared/register/readRegisterFile.ts'
import type { Register } from '../../../../shared/register/register.ts'
import { gridOfRegister } from '../../../../shared/register/sheet/gridOfRegister.ts'
import { readRegisterSheet } from '../../../../shared/register/sheet/readRegisterSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const HEAD = { id: 'smx-2021', year: 2021, version: 2 }
const PLAN = { indicator: '7.1.a', points: [{ date: '2021-06-30', percent: 500_000 as Scaled }] }
const grid = gridOfRegister(register2021)
const [headings = []] = grid.cells

/** The sheet of 2021 with other values in the cells of one indicator. */
const sheetWith = (indicator: string, values: Readonly<Record<string, CellValue>>) => {
  const at = headings.indexOf('指标编号')
  const cells = grid.cells.map((row) =>
    row[at] === indicator ? row.map((value, column) => values[String(headings[column])] ?? value) : row,
  )
  return { ...grid, cells }
}
const addressOf = (indicator: string, heading: string): string => {
  const row = grid.cells.findIndex((cells) => cells[headings.indexOf('指标编号')] === indicator) + 1
  const column = headings.indexOf(heading)
  return `${column < 26 ? '' : 'A'}${String.fromCharCode(65 + (column % 26))}${row}`
}

describe('a register read from a sheet', () => {
  it('of the same register keeps title and plans', () => {
    const like: Register = { ...register2021, plans: [PLAN] }
    expect(readRegisterSheet(grid, HEAD, like)).toMatchObject({ ok: true, value: { register: { ...like, version: 2 } } })
  })

  it('loses the plan of an indicator that is no more', () => {
    const like: Register = { ...register2021, plans: [PLAN, { ...PLAN, indicator: '99.a' }] }
    expect(readRegisterSheet(grid, HEAD, like)).toMatchObject({ ok: true, value: { register: { plans: [PLAN] } } })
  })

  it('of another year takes over neither', () => {
    const undated = {
      ...grid,
      cells: grid.cells.map((row) => row.map((value, at) => (headings[at] === '完成时限' && value !== '完成时限' ? null : value))),
    }
    const read = readRegisterSheet(undated, { id: 'smx-2022', year: 2022 }, { ...register2021, plans: [PLAN] })
    expect(read).toMatchObject({ ok: true, value: { register: { id: 'smx-2022', title: '2022年重点民生实事' } } })
    expect(read.ok && 'plans' in read.value.register).toBe(false)
  })

  it.each([
    ['7.1.a', { 报送单位: '市不存在局' }, 'unknownUnit', '报送单位', '市不存在局'],
    ['7.1.a', { 目标: '三百' }, 'noFigure', '目标', '三百'],
    ['7.1.a', { 单位: '光年' }, 'unknownMeasure', '单位', '光年'],
    ['7.1.a', { 目标: '-3' }, 'targetNegative', '目标', expect.any(String)],
    ['7.1.a', { 完成时限: '2020-12-31' }, 'deadlineOutsideYear', '完成时限', '2020-12-31'],
    ['7.1.b', { 指标编号: '7.1.a' }, 'duplicateId', '指标', '7.1.a'],
  ])('names the cell at fault: %s with %j', (indicator, values, code, heading, value) => {
    const read = readRegisterSheet(sheetWith(indicator, values), HEAD, register2021)
    expect(read.ok ? [] : read.fault.troubles).toContainEqual(expect.objectContaining({ code, cell: addressOf(indicator, heading), value }))
  })
})

describe('a register read from a file', () => {
  it('is what the server gives', () => {
    expect(readRegisterFile(JSON.stringify(register2021))).toEqual({ ok: true, value: register2021 })
  })

  it.each([
    ['nothing', '', 'notJson', ''],
    ['a list', '[]', 'malformed', ''],
    ['a misspelt key', JSON.stringify({ ...formOfRegister(register2021), titel: 'x' }), 'malformed', ''],
    [
      'an indicator that stands twice',
      JSON.stringify({ ...register2021, indicators: [...register2021.indicators, register2021.indicators[0]] }),
      'duplicateId',
      'subject',
    ],
  ])('says what is wrong with %s', (_, text, code, at) => {
    const read = readRegisterFile(text)
    expect(read.ok ? [] : read.fault.troubles).toContainEqual(expect.objectContaining({ code, at, cell: null }))
  })
})
