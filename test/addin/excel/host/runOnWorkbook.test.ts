import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import { runOnWorkbook } from '../../../../addin/excel/host/runOnWorkbook.ts'
import type { BatchAnswer } from '../../../../addin/preview/richapi/wire.ts'
import { bookOf, openExcel } from '../excelInNode.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

const refusal = (code: string): BatchAnswer => ({
  Results: [],
  Error: { Code: code, Message: '', HttpStatusCode: 400, ActionIndex: 0, Location: '' },
})

test('a host that never answers is a fault, and the next work goes on', async () => {
  const excel = openExcel(bookOf([['甲']]))
  excel.intercept = () => 'hang'
  const first = openWorkbook().readActiveSheet()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await first).toEqual({ ok: false, fault: { tag: 'hostTimeout' } })
  excel.intercept = undefined
  expect((await openWorkbook().readActiveSheet()).ok).toBe(true)
})

test('while a cell is edited the work waits, and goes on when the person leaves it', async () => {
  const excel = openExcel(bookOf([['甲']]))
  excel.intercept = () => refusal('InvalidOperationInCellEditMode')
  const read = openWorkbook().readActiveSheet()
  await vi.advanceTimersByTimeAsync(2_000)
  excel.intercept = undefined
  await vi.advanceTimersByTimeAsync(1_000)
  expect((await read).ok).toBe(true)
})

test('a cell that stays in editing is a fault of its own', async () => {
  const excel = openExcel(bookOf([['甲']]))
  excel.intercept = () => refusal('InvalidOperationInCellEditMode')
  const read = openWorkbook().readActiveSheet()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await read).toEqual({ ok: false, fault: { tag: 'cellEditing' } })
})

test.each([
  ['AccessDenied', { tag: 'protected', sheet: '进展' }],
  ['GeneralException', { tag: 'host', code: 'GeneralException' }],
] as const)('the host’s %s becomes a fault', async (code, fault) => {
  const excel = openExcel(bookOf([['甲']]))
  excel.intercept = () => refusal(code)
  expect(await openWorkbook().select('进展', 'A1')).toEqual({ ok: false, fault })
})

test('a chart sheet is no sheet that can be read', async () => {
  const excel = openExcel(bookOf([['甲']]))
  excel.intercept = () => refusal('ItemNotFound')
  expect(await openWorkbook().readActiveSheet()).toEqual({ ok: false, fault: { tag: 'notASheet' } })
})

test('our own bugs are thrown, not told as faults', async () => {
  openExcel(bookOf([['甲']]))
  const job = async () => {
    throw new TypeError('bug')
  }
  await expect(runOnWorkbook('', job)).rejects.toThrow('bug')
})

test('works are done one after the other', async () => {
  openExcel(bookOf([['甲']]))
  const steps: string[] = []
  const job = (name: string) =>
    runOnWorkbook('', async ({ sync }) => {
      steps.push(`${name} begins`)
      await sync()
      steps.push(`${name} ends`)
    })
  await Promise.all([job('one'), job('two')])
  expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
})

test('an array of the wrong shape is refused by the host, and nothing of it is written', async () => {
  const { book } = openExcel(bookOf([['甲']]))
  const answer = await runOnWorkbook('进展', async ({ context, sync }) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').values = [[1], [2]]
    await sync()
  })
  expect(answer).toEqual({ ok: false, fault: { tag: 'host', code: 'InvalidArgument' } })
  expect(book.active.value(1, 1)).toBe('甲')
})

test('what the stand-in does not know is ApiNotFound, and listed', async () => {
  const { executor } = openExcel(bookOf([['甲']]))
  const answer = await runOnWorkbook('进展', async ({ context, sync }) => {
    context.workbook.worksheets.getActiveWorksheet().charts.add('Line', context.workbook.getSelectedRange())
    await sync()
  })
  expect(answer).toEqual({ ok: false, fault: { tag: 'host', code: 'ApiNotFound' } })
  expect([...executor.unsupported.keys()]).toEqual(['This stand-in for Excel does not know Worksheet.Charts.'])
})
