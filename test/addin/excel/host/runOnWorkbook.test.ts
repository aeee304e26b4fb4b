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
  const excel = await openExcel(bookOf([['甲']]))
  excel.intercept = () => 'hang'
  const first = openWorkbook().readActiveSheet()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await first).toEqual({ ok: false, fault: { tag: 'hostTimeout', during: 'read' } })
  excel.intercept = undefined
  expect((await openWorkbook().readActiveSheet()).ok).toBe(true)
})

test('while a cell is edited the work waits, and goes on when the person leaves it', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.intercept = () => refusal('InvalidOperationInCellEditMode')
  const read = openWorkbook().readActiveSheet()
  await vi.advanceTimersByTimeAsync(2_000)
  excel.intercept = undefined
  await vi.advanceTimersByTimeAsync(1_000)
  expect((await read).ok).toBe(true)
})

test('a cell that stays in editing is a fault of its own', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.intercept = () => refusal('InvalidOperationInCellEditMode')
  const read = openWorkbook().readActiveSheet()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await read).toEqual({ ok: false, fault: { tag: 'cellEditing', code: 'InvalidOperationInCellEditMode', during: 'read' } })
})

test.each([
  ['AccessDenied', 'notAllowed'],
  ['GeneralException', 'notFocused'],
  ['InvalidSelection', 'chartSelected'],
  ['RequestAborted', 'disconnected'],
] as const)('the host’s %s becomes a fault that says what was being done', async (code, tag) => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.intercept = ({ Actions }) => (Actions.some(({ Name }) => Name === 'Select') ? refusal(code) : undefined)
  expect(await openWorkbook().select('进展', 'A1')).toEqual({ ok: false, fault: { tag, sheet: '进展', code, during: 'select' } })
})

test('a job that hangs somewhere else than in Excel is given up, and the next work goes on', async () => {
  await openExcel(bookOf([['甲']]))
  let wake: () => void = () => undefined
  const stuck = runOnWorkbook('', async ({ sync }) => {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
    await sync()
    return 'too late'
  })
  const next = openWorkbook().readActiveSheet()
  await vi.advanceTimersByTimeAsync(61_000)
  expect(await stuck).toEqual({ ok: false, fault: { tag: 'hostTimeout', during: 'read' } })
  expect((await next).ok).toBe(true)
  wake()
})

test('a removed handler that is never answered does not stop the work behind it', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  const stop = openWorkbook().onActivated(() => undefined)
  expect((await openWorkbook().readActiveSheet()).ok).toBe(true)
  excel.intercept = () => 'hang'
  stop()
  await vi.advanceTimersByTimeAsync(61_000)
  excel.intercept = undefined
  expect((await openWorkbook().readActiveSheet()).ok).toBe(true)
})

test('events are asked for again where Excel refused them at first', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.intercept = () => refusal('GeneralException')
  const heard = vi.fn()
  openWorkbook().onActivated(heard)
  await vi.advanceTimersByTimeAsync(5_000)
  excel.intercept = undefined
  await vi.advanceTimersByTimeAsync(20_000)
  excel.book.activate(excel.book.add('另一张'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(heard).toHaveBeenCalledWith('另一张')
})

test('a chart sheet is no sheet that can be read', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.intercept = () => refusal('ItemNotFound')
  expect(await openWorkbook().readActiveSheet()).toEqual({ ok: false, fault: { tag: 'notASheet', during: 'read' } })
})

test('our own bugs are thrown, not told as faults', async () => {
  await openExcel(bookOf([['甲']]))
  const job = async () => {
    throw new TypeError('bug')
  }
  await expect(runOnWorkbook('', job)).rejects.toThrow('bug')
})

test('works are done one after the other', async () => {
  await openExcel(bookOf([['甲']]))
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
  const { book } = await openExcel(bookOf([['甲']]))
  const answer = await runOnWorkbook('进展', async ({ context, sync }) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').values = [[1], [2]]
    await sync()
  })
  expect(answer).toEqual({ ok: false, fault: { tag: 'host', sheet: '进展', code: 'InvalidArgument', during: 'read' } })
  expect(book.active.value(1, 1)).toBe('甲')
})

test('what the stand-in does not know is ApiNotFound, and listed', async () => {
  const { executor } = await openExcel(bookOf([['甲']]))
  const answer = await runOnWorkbook('进展', async ({ context, sync }) => {
    context.workbook.worksheets.getActiveWorksheet().shapes.addLine(0, 0, 9, 9)
    await sync()
  })
  expect(answer).toEqual({ ok: false, fault: { tag: 'unsupported', sheet: '进展', code: 'ApiNotFound', during: 'read' } })
  expect([...executor.unsupported.keys()]).toEqual(['This stand-in for Excel does not know Worksheet.Shapes.'])
})
