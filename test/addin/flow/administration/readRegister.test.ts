import { describe, expect, test } from 'vitest'
import { readRegister } from '../../../../addin/flow/administration/readRegister.ts'
import { registerSheet } from '../../../../addin/flow/administration/registerSheet.ts'
import type { SheetDocument } from '../../../../addin/ports/sheetDocument.ts'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'

const SOURCE = { tag: 'sheet', id: 'smx-2021', year: 2021, title: '', like: { id: 'smx-2021', version: 1 } } as const
/** What a sheet that was written holds when it is read again. */
const readAgain = ({ name, rows }: SheetDocument) =>
  gridOf(
    name,
    rows.map((row) => row.map(({ kind, value }): CellValue => (kind === 'blank' ? null : kind === 'number' ? Number(value) : value))),
  )
const written = readAgain(registerSheet(register2021, '台账'))
const [headings = []] = written.cells
const column = (heading: string): number => headings.indexOf(heading)
const rowOf = (indicator: string): number => written.cells.findIndex((row) => row[column('指标编号')] === indicator)
const sheetWith = (indicator: string, heading: string, value: CellValue) => ({
  ...written,
  cells: written.cells.map((row, index) => (index === rowOf(indicator) ? row.with(column(heading), value) : row)),
})

describe('a register on the sheet that is open', () => {
  test('that was written out is the same register, as the next version; nothing is loaded', async () => {
    const { ports, server } = fakePorts(written)
    const read = await readRegister(ports, SOURCE)
    expect(read).toMatchObject({ ok: true, value: { tag: 'read', from: '台账', register: { ...register2021, version: 2 } } })
    expect(read).toMatchObject({ value: { difference: { dryRun: true, previousVersion: 1 }, before: { version: 1 } } })
    expect(server.administration.registers).toHaveLength(1)
  })

  test('carries a target that was changed by hand', async () => {
    const { ports } = fakePorts(sheetWith('7.1.a', '目标', 320))
    const read = await readRegister(ports, SOURCE)
    const register = read.ok && read.value.tag === 'read' ? read.value.register : undefined
    expect(register?.indicators.find(({ id }) => id === '7.1.a')?.target?.value).toBe(3_200_000)
  })

  test('that does not fit is marked at its cells, and the server is not asked', async () => {
    const { ports, book, server } = fakePorts(sheetWith('7.1.a', '目标', '三百'))
    const read = await readRegister(ports, SOURCE)
    const cell = `N${rowOf('7.1.a') + 1}`
    expect(read).toMatchObject({
      ok: true,
      value: { tag: 'troubled', sheet: '台账', troubles: [{ code: 'noFigure', cell, value: '三百' }] },
    })
    expect(book.marks).toEqual([[{ cell, severity: 'error' }]])
    expect(server.administration.sent).toEqual([])
  })

  test('of county targets is read, remarked on and marked where they do not add up, and stays loadable', async () => {
    const { ports, book } = fakePorts(
      gridOf('分解表', [
        ['指标编号', '指标', '目标', '湖滨区', '陕州区'],
        ['7.1.a', '新建农村公路', 300, 20, 60],
      ]),
    )
    const read = await readRegister(ports, SOURCE)
    expect(read).toMatchObject({
      ok: true,
      value: { tag: 'read', sheet: '分解表', remarks: [{ code: 'countyTargetsSum', cell: 'D2', value: '80 / 300' }] },
    })
    expect(book.marks).toEqual([[{ cell: 'D2', severity: 'warning' }]])
    const register = read.ok && read.value.tag === 'read' ? read.value.register : undefined
    expect(register?.indicators.find(({ id }) => id === '7.1.a')?.countyTargets).toEqual({ '411202': 200_000, '411203': 600_000 })
    const again = readAgain(registerSheet(register ?? register2021, '台账'))
    expect(await readRegister(fakePorts(again).ports, SOURCE)).toMatchObject({ value: { register: { ...register, version: 2 } } })
  })

  test('is not marked any more once it fits', async () => {
    const { ports, book } = fakePorts(sheetWith('7.1.a', '目标', '三百'))
    await readRegister(ports, SOURCE)
    book.edit((cells) => {
      const row = cells[rowOf('7.1.a')]
      if (row) row[column('目标')] = 300
    })
    await readRegister(ports, SOURCE)
    expect(book.marks.at(-1)).toEqual([])
  })

  test('is a fault where the version that it is read against is not there', async () => {
    const { ports } = fakePorts(written)
    expect(await readRegister(ports, { ...SOURCE, like: { id: 'smx-2021', version: 9 } })).toMatchObject({ fault: { code: 'notFound' } })
  })
})

describe('a register in a JSON file', () => {
  const file = (value: unknown) =>
    ({ tag: 'file', name: 'r.json', text: typeof value === 'string' ? value : JSON.stringify(value) }) as const

  test.each([
    ['of a register that is loaded becomes its next version', { ...register2021, version: 1 }, 2, 1],
    ['of another register keeps its own version', { ...register2021, id: 'smx-2022', version: 5 }, 5, null],
  ])('%s', async (_, json, version, previousVersion) => {
    const { ports } = fakePorts(written)
    expect(await readRegister(ports, file(json))).toMatchObject({
      ok: true,
      value: { tag: 'read', from: 'r.json', register: { version }, difference: { previousVersion } },
    })
  })

  test.each([
    ['{', 'notJson'],
    ['{}', 'malformed'],
  ])('%j is told to be %s, without a cell', async (text, code) => {
    const { ports, book } = fakePorts(written)
    const read = await readRegister(ports, file(text))
    const troubles = read.ok && read.value.tag === 'troubled' ? read.value.troubles : []
    expect(troubles[0]).toMatchObject({ code })
    expect(troubles.every(({ cell }) => cell === null)).toBe(true)
    expect(book.marks).toEqual([])
  })
})
