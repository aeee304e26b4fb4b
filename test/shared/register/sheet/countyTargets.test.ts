import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { formOfRegister } from '../../../../shared/register/formOfRegister.ts'
import { parseRegister } from '../../../../shared/register/parseRegister.ts'
import type { Register } from '../../../../shared/register/register.ts'
import { gridOfRegister } from '../../../../shared/register/sheet/gridOfRegister.ts'
import { readRegisterSheet } from '../../../../shared/register/sheet/readRegisterSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { withCountyTargets } from '../../consolidation/countyTargets.ts'

const HEAD = { id: 'smx-2021', year: 2021, version: 2 }
const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']
const gridOf = (cells: readonly (readonly CellValue[])[], formats: Grid['formats'] = {}): Grid => ({
  sheetName: '分解',
  cells,
  texts: {},
  formats,
  merges: [],
  formulas: {},
  hiddenRows: [],
  date1904: false,
})
const read = (grid: Grid, like: Register = register2021) => readRegisterSheet(grid, HEAD, like)
const targetsOf = (grid: Grid, like?: Register) => {
  const got = read(grid, like)
  if (!got.ok) throw new Error(JSON.stringify(got.fault.troubles))
  return Object.fromEntries(got.value.register.indicators.flatMap(({ id, countyTargets }) => (countyTargets ? [[id, countyTargets]] : [])))
}
const troublesOf = (grid: Grid, like?: Register) => {
  const got = read(grid, like)
  return (got.ok ? got.value.remarks : got.fault.troubles).map(({ code, cell, value }) => [code, cell, value])
}
/** A 分解表: number, name, measure, the city's target, and the counties. */
const TOP = ['指标编号', '指标', '单位', '目标', ...COUNTIES]
const ROADS = { '411202': 200_000, '411203': 600_000, '411221': 600_000, '411224': 900_000, '411281': 100_000, '411282': 600_000 }
const roads = (values: readonly CellValue[] = [20, 60, 60, 90, 10, 60]) => ['7.1.a', '新建农村公路', '公里', 300, ...values]

describe('targets of counties on the sheet of a register', () => {
  const full = withCountyTargets({ '7.1.a': { '411202': 20, '411224': 90.5 }, '4.b': { '411281': 385 } })

  it('go there and back, and a sheet that has no column for any keeps them', () => {
    const grid = gridOfRegister(full)
    expect(grid.cells[0]?.slice(-6)).toEqual(
      ['湖滨区', '陕州区', '渑池县', '义马市', '灵宝市', '卢氏县'].toSorted((a, b) => order(a) - order(b)),
    )
    expect(read(grid, full)).toMatchObject({ ok: true, value: { register: { ...full, version: 2 } } })
    expect(read(grid)).toMatchObject({ ok: true, value: { register: { ...full, version: 2 } } })
    const without = { ...grid, cells: grid.cells.map((row) => row.slice(0, -6)) }
    expect(read(without, full)).toMatchObject({ ok: true, value: { register: { ...full, version: 2 } } })
    expect(read(without)).toMatchObject({ ok: true, value: { register: { ...register2021, version: 2 } } })
  })

  it('are gone where the sheet has the columns and the cells are empty', () => {
    const empty = gridOfRegister(register2021)
    expect(targetsOf(empty, full)).toEqual({})
  })
})
const order = (name: string): number => register2021.areas.findIndex((area) => area.name === name)

describe('a sheet of county targets alone', () => {
  it('changes those, and nothing else of the register', () => {
    const got = read(gridOf([TOP, roads()]))
    const indicators = register2021.indicators.map((one) => (one.id === '7.1.a' ? { ...one, countyTargets: ROADS } : one))
    expect(got).toMatchObject({ ok: true, value: { register: { ...register2021, version: 2, indicators }, remarks: [] } })
  })

  it('leaves an indicator without a row as it is, and takes the targets away of one whose cells are empty', () => {
    const like = withCountyTargets({ '7.1.a': { '411202': 300 }, '7.1.b': { '411202': 280 } })
    expect(targetsOf(gridOf([TOP, roads([])]), like)).toEqual({ '7.1.b': { '411202': 2_800_000 } })
  })

  it.each<[string, readonly (readonly CellValue[])[]]>([
    ['any order of columns, a title above', [['2021年分解表'], [...TOP].reverse(), [...roads()].reverse()]],
    ['other names of counties', [TOP.map((one) => (COUNTIES.includes(one) ? `${one}（分解目标）` : one)), roads()]],
    ['目标 behind the name', [TOP.map((one) => (COUNTIES.includes(one) ? `${one}\n目标` : one)), roads()]],
    [
      'counties under one heading',
      [['指标编号', '指标', '单位', '目标', '分解目标', null, null, null, null, null], [null, null, null, null, ...COUNTIES], roads()],
    ],
    ['counties under blank headings', [['指标编号', '指标', '单位', '目标'], [null, null, null, null, ...COUNTIES], roads()]],
    [
      'no numbers: by name',
      [
        ['序号', ...TOP.slice(1)],
        [1, ...roads().slice(1)],
      ],
    ],
    ['words of none, 万, texts', [TOP, roads(['20', '60 ', 60, '0.009万', 10, 60])]],
  ])('is read with %s', (_, cells) => expect(targetsOf(gridOf(cells))).toEqual({ '7.1.a': ROADS }))

  it('takes /, — and 无 for an empty cell, and 0 for a target of 0', () => {
    expect(targetsOf(gridOf([TOP, roads(['/', '—', '无', '', null, 0])]))).toEqual({ '7.1.a': { '411282': 0 } })
  })

  it('reads a per cent as Excel shows it', () => {
    const top = ['指标编号', '指标', '目标', ...COUNTIES]
    const rates = gridOf([top, ['4.a', '率', null, 0.6, '55%', 57.5]], { D2: '0%' })
    const like = {
      ...register2021,
      indicators: register2021.indicators.map((one) =>
        one.id === '4.a' ? ({ ...one, kind: 'percent', measure: '%', target: null } as const) : one,
      ),
    }
    expect(targetsOf(rates, like)).toEqual({ '4.a': { '411202': 600_000, '411203': 550_000, '411221': 575_000 } })
  })

  it.each<[string, readonly (readonly CellValue[])[], readonly (readonly (string | null)[])[]]>([
    ['a figure that is none', [TOP, roads(['约20'])], [['noFigure', 'E2', '约20']]],
    [
      'two of them, each at its cell',
      [TOP, roads(['二十', 60, '50公里'])],
      [
        ['noFigure', 'E2', '二十'],
        ['noFigure', 'G2', '50公里'],
      ],
    ],
    ['a target below zero', [TOP, roads([20, -60])], [['targetNegative', 'F2', '陕州区 -60']]],
    // nobody reports theatres of counties
    [
      'a county that has no part in the indicator',
      [TOP, ['6.1.a', '市区新建供热管网', '公里', 6, null, 3]],
      [['countyNotAssigned', 'F2', '陕州区']],
    ],
    ['an indicator that is none', [TOP, ['99.z', '没有', null, null, 1]], [['unknownIndicator', 'A2', '99.z']]],
    ['a name that is none', [TOP, [null, '没有', null, null, 1]], [['unknownIndicator', 'B2', '没有']]],
    ['an indicator that stands twice', [TOP, roads(), roads()], [['indicatorTwice', 'A3', '7.1.a']]],
    ['another target of the city', [TOP, ['7.1.a', '新建农村公路', '公里', 310, 20]], [['targetDiffers', 'D2', '310']]],
    [
      'a column that is no county',
      [
        [...TOP, '开发区'],
        [...roads(), 5],
      ],
      [['unknownHeading', 'K1', '开发区']],
    ],
    [
      'a county that stands twice',
      [
        [...TOP, '湖滨区'],
        [...roads(), 5],
      ],
      [['unknownHeading', 'K1', '湖滨区']],
    ],
    ['a sum that is not the city’s', [TOP, roads([20, 60, 60, 90, 10])], [['countyTargetsSum', 'E2', '240 / 300']]],
    ['a sum of more than the city’s', [TOP, roads([null, 160, 60, 90, 10])], [['countyTargetsSum', 'F2', '320 / 300']]],
  ])('names the cell of %s', (_, cells, troubles) => expect(troublesOf(gridOf(cells))).toEqual(troubles))

  it('is loadable where the sum is another one, and asks no sum of rates', () => {
    expect(read(gridOf([TOP, roads([20])])).ok).toBe(true)
    const rate = { kind: 'percent', measure: '%' } as const
    const like = { ...register2021, indicators: register2021.indicators.map((one) => (one.id === '7.1.a' ? { ...one, ...rate } : one)) }
    expect(troublesOf(gridOf([TOP, roads()]), like)).toEqual([])
  })

  it('is none of another register: that sheet needs tasks', () => {
    const got = readRegisterSheet(gridOf([TOP, roads()]), { id: 'smx-2022', year: 2022 }, register2021)
    expect(got.ok ? [] : got.fault.troubles.map(({ code }) => code)).toContain('noTask')
  })

  it('never throws, and reads or tells, whatever its cells hold', () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom('7.1.a', '7.1.b', 20, '9999999999亿', '1e9', '-0'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 11 }), { maxLength: 6 }), (rows) => {
        const got = read(gridOf([TOP, ...rows]))
        if (got.ok) expect(parseRegister(formOfRegister(got.value.register)).ok).toBe(true)
        else expect(got.fault.troubles.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})
