import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { basisOfRegister } from '../../../../shared/register/basisOfRegister.ts'
import { completeRegister } from '../../../../shared/register/completeRegister.ts'
import { parseRegister } from '../../../../shared/register/parseRegister.ts'
import { gridOfRegister } from '../../../../shared/register/sheet/gridOfRegister.ts'
import { REGISTER_COLUMNS } from '../../../../shared/register/sheet/registerColumns.ts'
import { registerFromGrid } from '../../../../shared/register/sheet/registerFromGrid.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const basis = basisOfRegister(register2021)
const gridOf = (cells: readonly (readonly CellValue[])[]): Grid => ({
  sheetName: '2022年',
  cells,
  texts: {},
  formats: {},
  merges: [],
  formulas: {},
  hiddenRows: [],
  date1904: false,
})
const HEADINGS = ['类别', '任务编号', '工作任务', '主要责任单位', '指标', '单位', '目标', '报送单位', '报送层级', '完成时限']
const read = (...rows: CellValue[][]) => registerFromGrid(gridOf([HEADINGS, ...rows]), basis)

describe('a register as a sheet', () => {
  it("carries 2021's register there and back without a difference", () => {
    const { form, faults } = registerFromGrid(gridOfRegister(register2021), basis)
    expect(faults).toEqual([])
    expect(completeRegister(form)).toEqual(register2021)
    expect(parseRegister(form)).toEqual({ ok: true, value: register2021 })
  })

  it('does not depend on the order of columns, on blank rows, or on a title above', () => {
    const { cells } = gridOfRegister(register2021)
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...REGISTER_COLUMNS.keys()], { minLength: REGISTER_COLUMNS.length }),
        fc.array(fc.nat(cells.length - 1), { maxLength: 5 }),
        fc.boolean(),
        (order, blanks, title) => {
          const rows = cells.flatMap((row, index) => [
            ...(index > 0 && blanks.includes(index) ? [[]] : []),
            order.map((column) => row[column] ?? null),
          ])
          const { form, faults } = registerFromGrid(gridOf(title ? [['2021年重点民生实事'], ...rows] : rows), basis)
          expect(faults).toEqual([])
          expect(completeRegister(form)).toEqual(register2021)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('never throws, and reads or tells, whatever a sheet holds', () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constantFrom('7.1', '市民政局', '完成'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 12 }), { maxLength: 8 }), (rows) => {
        const { form } = read(...rows)
        const parsed = parseRegister(form)
        expect(parsed.ok || parsed.fault.tag === 'malformed' || parsed.fault.tag === 'flawed').toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('reads a sheet that a person wrote, with defaults for what it leaves out', () => {
    const { form, faults } = read(
      ['一、畅通群众出行', 1, '新建农村公路。', '市交通局、市住建局', '新建农村公路', '公里', '2.9万', null, '县级', 44561],
      [null, null, null, null, '农村客运', null, null, '市交通局', null, '年底前'],
    )
    expect(faults.map(({ cell, text, reason }) => [cell, text, reason])).toEqual([])
    expect(form.categories).toEqual([{ no: 1, title: '畅通群众出行' }])
    expect(form.indicators).toEqual([
      {
        id: '1.a',
        taskId: '1',
        name: '新建农村公路',
        measure: '公里',
        target: { value: '2.9万' },
        reportedBy: 'counties',
        deadline: '2021-12-31',
      },
      { id: '1.b', taskId: '1', name: '农村客运', reporter: '市交通局', deadline: { raw: '年底前' } },
    ])
    expect(parseRegister(form).ok).toBe(true)
  })

  const good = ['畅通', '1', '修路。', '市教育局', '公路', '公里', '5', null, null, null]
  it.each<[string, number, CellValue, string, string]>([
    ['a unit that nobody is', 3, '市不存在局', 'D2', 'unknownUnit'],
    ['a task without units', 3, null, 'D2', 'noUnit'],
    ['a number that is none', 1, '第一', 'B2', 'taskNumber'],
    ['a target that is no figure', 6, '很多', 'G2', 'noFigure'],
    ['a level that is none', 8, '乡级', 'I2', 'unknownWord'],
    ['a day that does not exist', 9, '2021-02-30', 'J2', 'noDate'],
    ['an indicator without a name', 4, null, 'E2', 'noName'],
  ])('tells %s with its cell', (_, column, value, cell, reason) => {
    const { faults } = read(good.map((usual, index) => (index === column ? value : usual)))
    expect(faults).toContainEqual({
      sheet: '2022年',
      cell,
      text: value === null ? '' : String(value),
      reason,
    })
  })

  it('tells a heading that it does not know, a sheet without headings, and a task that is told twice differently', () => {
    const reasons = (cells: CellValue[][]) => registerFromGrid(gridOf(cells), basis).faults.map(({ cell, reason }) => [cell, reason])
    expect(reasons([[...HEADINGS, '预算', '备注'], good])).toEqual([['K1', 'unknownHeading']])
    expect(reasons([['甲', '乙']])).toEqual([['A1', 'noHeadings']])
    expect(reasons([HEADINGS, good, good.with(2, '别的。')])).toEqual([['C3', 'taskTwice']])
  })
})
