import { expect, test } from 'vitest'
import { openPeriodContext } from '../../../../addin/flow/session/openPeriodContext.ts'
import { noDecisions } from '../../../../addin/flow/submit/planSubmission.ts'
import { showRow } from '../../../../addin/flow/submit/showRow.ts'
import { previewSubmission, submitSheet } from '../../../../addin/flow/submit/submitSheet.ts'
import { isClear, previewCompletion } from '../../../../addin/flow/unit/previewCompletion.ts'
import { fail } from '../../../../shared/base/result.ts'
import { clerk, gridOf, may } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'
import { transportSheet } from '../../transportSheet.ts'

async function world(grid = transportSheet) {
  const fakes = fakePorts(grid)
  const opened = await openPeriodContext(fakes.ports, clerk, [may], may)
  if (!opened.ok) throw new Error(opened.fault.tag)
  const context = opened.value
  const look = async () => {
    const answer = await previewCompletion(fakes.ports, context, 'jiaotong')
    if (!answer.ok) throw new Error(answer.fault.tag)
    return answer.value
  }
  const send = async () => {
    const preview = await previewSubmission(fakes.ports, context)
    if (!preview.ok) throw new Error(preview.fault.tag)
    await submitSheet(fakes.ports, context, preview.value, noDecisions)
  }
  return { ...fakes, context, look, send }
}
const edit = (book: ReturnType<typeof fakePorts>['book'], row: number, column: number, value: number) =>
  book.edit((cells) => {
    const line = cells[row - 1]
    if (line) line[column - 1] = value
  })

test('before anything is sent, all that is required is missing and the whole sheet is unsent', async () => {
  const look = await (await world()).look()
  expect(look.missing.length).toBeGreaterThan(5)
  expect(look.unsent).toBeGreaterThan(11)
  expect(isClear(look)).toBe(false)
})

test('after all was sent, what one sheet does not hold is still missing, and nothing is unsent', async () => {
  const { send, look } = await world()
  const before = (await look()).missing.length
  await send()
  const after = await look()
  expect(after).toMatchObject({ unsent: 0, waiting: 0, uncorrected: 0 })
  expect(after.missing.length).toBeLessThan(before)
  expect(after.missing.length).toBeGreaterThan(0)
  expect(isClear(after)).toBe(false)
  expect(isClear({ ...after, missing: [] })).toBe(true)
})

test('an edit after sending is told as unsent', async () => {
  const { send, look, book } = await world()
  await send()
  edit(book, 5, 5, 13)
  expect((await look()).unsent).toBe(1)
})

test('a returned row counts until it is changed', async () => {
  const { send, look, book, server, ports } = await world()
  await send()
  await ports.api.comment('2021-05', 'jiaotong', 'id', { subject: '7.1.a', area: '411202', part: '', kind: 'return', text: '请核对' })
  expect((await look()).uncorrected).toBe(1)
  edit(book, 5, 5, 13)
  await send()
  expect((await look()).uncorrected).toBe(0)
  expect(server.unit.submissions.get('jiaotong')?.receipt).toBe('returned')
})

test('a sheet that is none of ours says nothing, and neither stops nor frightens anybody', async () => {
  const { look } = await world(gridOf('通讯录', [['姓名'], ['甲']]))
  expect(await look()).toMatchObject({ unsent: 0, withheld: 0 })
})

test('without the server nothing can be said', async () => {
  const { ports, context } = await world()
  const cut = { ...ports, api: { ...ports.api, comments: async () => fail({ tag: 'offline' as const }) } }
  expect(await previewCompletion(cut, context, 'jiaotong')).toEqual({ ok: false, fault: { tag: 'offline' } })
})

const about = { subject: '7.1.a', area: '411221', part: '' }
test('a row is shown where the sheet has it now', async () => {
  const { ports, context, book } = await world()
  expect(await showRow(ports, context, about, { sheet: '5月', cells: { cumulative: 'E99' } })).toMatchObject({ ok: true })
  expect(book.selected).toEqual(['E7'])
})

test('a row that the sheet no longer has is shown where it was sent from, and where there is nothing it is said', async () => {
  const { ports, context, book } = await world(gridOf('通讯录', [['姓名'], ['甲']]))
  await showRow(ports, context, about, { sheet: '5月', cells: { cumulative: 'E7' } })
  expect(book.selected).toEqual(['E7'])
  expect(await showRow(ports, context, about, null)).toMatchObject({ ok: false, fault: { tag: 'notInWorkbook' } })
  const other = { ...ports.workbook, select: async () => fail({ tag: 'sheetGone', during: 'select' } as const) }
  expect(await showRow({ ...ports, workbook: other }, context, about, { sheet: '5月', cells: { cumulative: 'E7' } })).toMatchObject({
    fault: { tag: 'notInWorkbook' },
  })
})
