import { describe, expect, it } from 'vitest'
import { parseRegister } from '../../../shared/register/parseRegister.ts'
import { inheritedBy, predecessorsOf } from '../../../shared/register/predecessors.ts'
import type { Register } from '../../../shared/register/register.ts'
import type { RegisterForm, SuccessionForm } from '../../../shared/register/registerForm.ts'
import { gridOfRegister } from '../../../shared/register/sheet/gridOfRegister.ts'
import { readRegisterSheet } from '../../../shared/register/sheet/readRegisterSheet.ts'
import { register2021, registerForm2021 } from '../../../shared/register/year2021/register2021.ts'

/** 7.1 is reported by jiaotong; before June by chengguan, and before April by zhujian. */
const CHAIN: readonly SuccessionForm[] = [
  { subject: '7.1.a', reporter: '市交通运输局', predecessor: 'chengguan', from: '2021-06' },
  { subject: '7.1.a', reporter: 'chengguan', predecessor: 'zhujian', from: '2021-04' },
]
const withMoves = (succeeds: readonly SuccessionForm[]): RegisterForm => ({ ...registerForm2021, version: 2, succeeds })
function parsed(succeeds: readonly SuccessionForm[]): Register {
  const read = parseRegister(withMoves(succeeds))
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return read.value
}
const flaws = (succeeds: readonly SuccessionForm[]): readonly string[] => {
  const read = parseRegister(withMoves(succeeds))
  return read.ok || read.fault.tag !== 'flawed' ? [] : read.fault.flaws.map(({ code, value }) => `${code} ${value}`)
}

describe('a duty that moved', () => {
  const register = parsed(CHAIN)

  it.each([
    ['2021-03', ['chengguan', 'zhujian']],
    ['2021-04', ['chengguan', 'zhujian']],
    ['2021-05', ['chengguan']],
    ['2021-06', ['chengguan']],
    ['2021-07', []],
  ])('is in %s read with the rows of who had it', (period, units) => {
    expect(predecessorsOf(register, '7.1.a', 'jiaotong', period)).toEqual(units)
  })

  it('is followed back to the first who had it, each up to their own month', () => {
    expect(inheritedBy(register, 'jiaotong')).toEqual([
      { subject: '7.1.a', predecessor: 'chengguan', until: '2021-06' },
      { subject: '7.1.a', predecessor: 'zhujian', until: '2021-04' },
    ])
    expect(predecessorsOf(register, '7.1.b', 'jiaotong', '2021-03')).toEqual([])
  })

  it('is of all that the unit has of record where no subject is named', () => {
    const { succeeds = [] } = parsed([{ reporter: 'jiaotong', predecessor: 'chengguan', from: '2021-06' }])
    const own = register2021.assignments.filter(({ ofRecord, reporter }) => ofRecord && reporter === 'jiaotong')
    expect(succeeds.map(({ subject }) => subject)).toEqual([...new Set(own.map(({ subject }) => subject))])
  })

  const move = { subject: '7.1.a', reporter: 'jiaotong', predecessor: 'chengguan', from: '2021-06' }
  it.each<[string, readonly SuccessionForm[], readonly string[]]>([
    ['a subject that there is not', [{ ...move, subject: '99.z' }], ['unknownSubject 99.z', 'succeedsWithoutDuty jiaotong']],
    ['a unit that there is not', [{ ...move, predecessor: '市道路局' }], ['unknownUnit 市道路局']],
    ['a month of another year', [{ ...move, from: '2022-01' }], ['succeedsOutsideYear 2022-01']],
    ['a successor that does not report it', [{ ...move, reporter: 'wenlv' }], ['succeedsWithoutDuty wenlv']],
    ['itself', [{ ...move, predecessor: 'jiaotong' }], ['succeedsInCircle jiaotong']],
    [
      'a circle of two',
      [move, { ...move, reporter: 'chengguan', predecessor: 'jiaotong' }],
      ['succeedsInCircle chengguan', 'succeedsInCircle jiaotong'],
    ],
    ['two predecessors', [move, { ...move, predecessor: 'zhujian' }], ['succeedsTwice 7.1.a jiaotong']],
  ])('does not fit: %s', (_, succeeds, found) => {
    expect(flaws(succeeds)).toEqual(found)
  })
})

describe('on the sheet of a register', () => {
  const head = { id: register2021.id, year: 2021, version: 2 }
  const cellOf = (grid: ReturnType<typeof gridOfRegister>, heading: string, indicator: string): [number, number] => {
    const [headings = [], ...rows] = grid.cells
    return [rows.findIndex((row) => row[headings.indexOf('指标编号')] === indicator) + 1, headings.indexOf(heading)]
  }

  it('makes the round trip, chain and text of the task included', () => {
    const register = parsed([...CHAIN, { subject: '7.1', reporter: 'jiaotong', predecessor: 'chengguan', from: '2021-06' }])
    const grid = gridOfRegister(register)
    const [row, column] = cellOf(grid, '原报送单位', '7.1.a')
    expect([grid.cells[row]?.[column], grid.cells[row]?.[column + 1]]).toEqual(['市城管局、市住房城乡建设局', '2021-06、2021-04'])
    const read = readRegisterSheet(grid, head, register2021)
    expect(read.ok && read.value.register.succeeds).toEqual(expect.arrayContaining([...(register.succeeds ?? [])]))
    expect(read.ok && read.value.register.succeeds?.length).toBe(register.succeeds?.length)
  })

  it('takes 6月 for a month of the year, and keeps the moves of a sheet without these columns', () => {
    const grid = gridOfRegister(register2021)
    const [row, column] = cellOf(grid, '原报送单位', '7.1.a')
    const write = (at: number, value: string) =>
      grid.cells.map((cells, r) => (r === row ? cells.map((cell, c) => (c === at ? value : cell)) : cells))
    const named = { ...grid, cells: write(column, '市城管局') }
    const dated = {
      ...named,
      cells: named.cells.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column + 1 ? '6月' : cell)) : cells)),
    }
    const read = readRegisterSheet(dated, head, register2021)
    expect(read.ok && read.value.register.succeeds).toEqual([
      { subject: '7.1.a', reporter: 'jiaotong', predecessor: 'chengguan', from: '2021-06' },
    ])
    const undated = readRegisterSheet(named, head, register2021)
    expect(undated).toMatchObject({ ok: false, fault: { troubles: [{ code: 'noPeriod' }] } })
    const without = {
      ...grid,
      cells: grid.cells.map((cells) => cells.filter((_, c) => !/原报送单位|接报期次/.test(String(grid.cells[0]?.[c])))),
    }
    const kept = readRegisterSheet(without, { ...head, version: 3 }, parsed(CHAIN))
    expect(kept.ok && kept.value.register.succeeds).toEqual(parsed(CHAIN).succeeds)
  })
})
