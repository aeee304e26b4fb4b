import { expect, test } from 'vitest'
import type { PeriodContext } from '../../../../addin/flow/periodContext.ts'
import { openPeriodContext } from '../../../../addin/flow/session/openPeriodContext.ts'
import { makeNextSheet, type NextSheet, planNextSheet } from '../../../../addin/flow/submit/nextSheet.ts'
import type { Ports } from '../../../../addin/ports/ports.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import { clerk, may } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'
import { unstopped } from '../../longWorks.ts'
import { transportSheet } from '../../transportSheet.ts'

const sheet: Grid = {
  ...transportSheet,
  sheetName: '5月',
  cells: [
    ['2021年5月农村公路进展情况表'],
    ['截至2021年5月26日'],
    ['县（市、区）', '年度目标（公里）', '上月累计（公里）', '新建农村公路5月累计完成（公里）', '进展情况'],
    ['湖滨区', 20, 9, 12.5, '正在施工。'],
    ['陕州区', 60, 20, '31', '正在施工。'],
    ['合计', 80, 29, 43.5, null],
  ],
  texts: {},
  formats: { C5: '@' },
  merges: [],
  formulas: { C6: '=SUM(C4:C5)', D6: '=SUM(D4:D5)' },
  hiddenRows: [],
}

async function world(grid = sheet) {
  const fakes = fakePorts(grid)
  const context = await opened(fakes.ports)
  const plan = async (): Promise<NextSheet> => {
    const planned = await planNextSheet(fakes.ports, context, unstopped())
    if (!planned.ok) throw new Error(planned.fault.tag)
    return planned.value
  }
  const make = (seen: NextSheet) => makeNextSheet(fakes.ports, context, seen, unstopped())
  return { ...fakes, context, plan, make }
}

async function opened(ports: Ports): Promise<PeriodContext> {
  const context = await openPeriodContext(ports, clerk, [may], may)
  if (!context.ok) throw new Error(context.fault.tag)
  return context.value
}

test('says what next month’s sheet holds: figures carried as numbers, what is emptied, and words of the month', async () => {
  const { plan, book } = await world()
  const planned = await plan()
  expect(planned).toMatchObject({ period: '2021-06', carried: ['C4', 'C5'], cleared: ['D4', 'E4', 'D5', 'E5'] })
  expect(planned.reworded).toEqual([
    { cell: 'A1', before: '2021年5月农村公路进展情况表', after: '2021年6月农村公路进展情况表' },
    { cell: 'A2', before: '截至2021年5月26日', after: '截至2021年　月　日' },
    { cell: 'D3', before: '新建农村公路5月累计完成（公里）', after: '新建农村公路6月累计完成（公里）' },
  ])
  expect(planned.copy).toMatchObject({ sheet: '5月', name: '6月' })
  expect(planned.copy.cells).toContainEqual({ cell: 'C4', value: 12.5 })
  // 31 as a text, into a cell of texts
  expect(planned.copy.cells).toContainEqual({ cell: 'C5', value: 31, numberFormat: 'General' })
  expect(planned.copy.cells.filter(({ cell }) => cell === 'C6' || cell === 'D6')).toEqual([])
  expect(book.copied).toEqual([])
})

test('takes the figure that the server has where it is another', async () => {
  const { plan, server } = await world()
  server.write({ subject: '7.1.a', area: '411202', part: '', by: '张三', at: '2021-05-28T08:00:00Z', values: { cumulative: 130_000 } })
  expect((await plan()).copy.cells).toContainEqual({ cell: 'C4', value: 13 })
})

test('makes what was looked at, once, and takes last month’s marks off it', async () => {
  const { plan, make, book } = await world()
  const seen = await plan()
  expect(await make(seen)).toEqual({ ok: true, value: { tag: 'made', name: '6月' } })
  expect(book.copied).toEqual([seen.copy])
  expect(book.unmarked).toEqual(['6月'])
})

test('makes nothing where the sheet says something else by now, but shows that', async () => {
  const { plan, make, book } = await world()
  const seen = await plan()
  book.edit((cells) => {
    const row = cells[3]
    if (row) row[3] = 14
  })
  const made = await make(seen)
  expect(made.ok && made.value).toMatchObject({
    tag: 'changed',
    now: { copy: { cells: expect.arrayContaining([{ cell: 'C4', value: 14 }]) } },
  })
  expect(book.copied).toEqual([])
})

test('a sheet whose name says no month is named by the next one', async () => {
  const { plan } = await world({ ...sheet, sheetName: '农村公路' })
  expect((await plan()).copy.name).toBe('农村公路（6月）')
})
