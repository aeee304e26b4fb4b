import { expect, test } from 'vitest'
import { openPeriodContext } from '../../../../addin/flow/session/openPeriodContext.ts'
import { anchorHeaderRow, anchorRow } from '../../../../addin/flow/submit/anchorCorrection.ts'
import { checkSheet, marksOf, showMarks } from '../../../../addin/flow/submit/checkSheet.ts'
import { correctReading, forgetCorrections } from '../../../../addin/flow/submit/correctReading.ts'
import type { Ports } from '../../../../addin/ports/ports.ts'
import { ok } from '../../../../shared/base/result.ts'
import type { Finding } from '../../../../shared/finding/finding.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { clerk, gridOf, may } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'
import { transportSheet } from '../../transportSheet.ts'

async function world(grid: Grid = transportSheet) {
  const fakes = fakePorts(grid)
  const context = await openPeriodContext(fakes.ports, clerk, [may], may)
  if (!context.ok) throw new Error(context.fault.tag)
  return { ...fakes, context: context.value }
}

test('checking reads the open sheet and sends nothing', async () => {
  const { ports, context, server } = await world()
  const check = await checkSheet(ports, context)
  expect(check.ok && check.value.reading.records.filter(({ subject }) => subject.startsWith('7.1.'))).toHaveLength(12)
  expect(server.calls).toHaveLength(0)
})

test('marks are shown at the cells of findings that ask something, notes left out, and taken off', async () => {
  const { ports, context, book } = await world()
  const check = await checkSheet(ports, context)
  if (!check.ok) throw new Error(check.fault.tag)
  await showMarks(ports, check.value, { returned: [], isWanted: () => true })
  expect(book.marks.at(-1)?.map(({ cell }) => cell)).toEqual(['F11'])
  await showMarks(ports, check.value, null)
  expect(book.marks.at(-1)).toEqual([])
})

test('a cell carries the gravest of its findings', () => {
  const finding = (severity: Finding['severity'], cell: string, cells?: string[]): Finding => ({
    code: 'CELL_ERROR',
    severity,
    sheet: 's',
    cell,
    params: {},
    ...(cells && { cells }),
  })
  expect(
    marksOf([
      finding('info', 'A1'),
      finding('error', 'A1'),
      finding('warning', 'B1', ['B1', 'B2']),
      finding('info', 'B2'),
      finding('info', 'C1'),
    ]),
  ).toEqual([
    { cell: 'A1', severity: 'error' },
    { cell: 'B1', severity: 'warning' },
    { cell: 'B2', severity: 'warning' },
  ])
})

test('a sheet without a table says which headings were looked for, and brings its rows', async () => {
  const { ports, context } = await world(
    gridOf('杂', [
      ['通讯录', null],
      ['张三', '0398'],
      ['李四', '0399'],
    ]),
  )
  const check = await checkSheet(ports, context)
  expect(check).toMatchObject({ ok: false, fault: { tag: 'noTable', grid: { sheetName: '杂' } } })
  expect(!check.ok && check.fault.tag === 'noTable' && check.fault.lookedFor.length).toBeGreaterThan(5)
})

test('an empty sheet is said to be empty', async () => {
  const { ports, context } = await world(gridOf('空', [[null], [null, '']]))
  expect(await checkSheet(ports, context)).toMatchObject({ ok: false, fault: { tag: 'empty' } })
})

test('a row left out by the person stays out until the word is taken back', async () => {
  const { ports, context } = await world()
  const check = await checkSheet(ports, context)
  if (!check.ok) throw new Error(check.fault.tag)
  const [table] = check.value.reading.tables
  if (!table) throw new Error('no table')
  const { check: without } = await correctReading(ports, context, '5月', [{ kind: 'skipRow', ...anchorRow(check.value.grid, table, 6) }])
  const rows = without.ok ? new Set(without.value.reading.records.map(({ origin }) => origin.row)) : new Set()
  expect([...rows]).toEqual([5, 7, 8, 9, 10])
  const { check: again } = await forgetCorrections(ports, context, '5月')
  expect(again.ok && again.value.reading.records.length).toBe(check.value.reading.records.length)
})

test('a later word on the same row replaces the earlier one', async () => {
  const { ports, context } = await world()
  const correction = { kind: 'headerRow', ...anchorHeaderRow(transportSheet, 4) } as const
  await correctReading(ports, context, '5月', [correction])
  await correctReading(ports, context, '5月', [correction])
  expect(await ports.memory.corrections('5月')).toEqual({ ok: true, value: [correction] })
})

test('reads a sheet on China’s day, not on that of Greenwich', async () => {
  const { ports } = fakePorts(transportSheet)
  const context = await openPeriodContext(ports, clerk, [may], may)
  const days: (string | undefined)[] = []
  const sheet: Ports['readers']['sheet'] = async () =>
    ok((grid, register, reading, corrections) => {
      days.push(reading.today)
      return readSheet(grid, register, reading, corrections)
    })
  const at = {
    ...ports,
    readers: { ...ports.readers, sheet },
    surroundings: { ...ports.surroundings, now: () => '2021-05-30T17:00:00.000Z' },
  }
  if (!context.ok || !(await checkSheet(at, context.value)).ok) throw new Error('not read')
  expect(days).toEqual(['2021-05-31'])
})
