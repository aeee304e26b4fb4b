import { expect, test, vi } from 'vitest'
import { createActionContext } from '../../../addin/state/actionContext.ts'
import { createActions } from '../../../addin/state/createActions.ts'
import { createStores } from '../../../addin/state/stores.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import { gridOf } from '../fakeAnswers.ts'
import { fakePorts } from '../fakes.ts'
import { transportSheet } from '../transportSheet.ts'

/** A pane over a sheet; `keepsUndo` as an Excel from ExcelApi 1.19 on. */
async function world({ keepsUndo = true, grid = transportSheet } = {}) {
  const fakes = fakePorts(grid)
  const { workbook } = fakes.ports
  const stores = createStores()
  const ports = { ...fakes.ports, workbook: { ...workbook, capabilities: { ...workbook.capabilities, keepsUndo } } }
  const context = createActionContext(ports, stores, (bug) => {
    throw bug
  })
  const actions = createActions(context, 'Excel')
  await actions.begin(null)
  await vi.waitFor(() => expect(stores.unit.get()).not.toBeNull())
  return { ...fakes, ports, stores, actions }
}

test('where a write clears what can be undone, nothing is marked or unmarked before the person says so', async () => {
  const { actions, stores, book } = await world({ keepsUndo: false })
  await actions.check()
  expect(stores.checked.get()).toMatchObject({ tag: 'checked', marked: false })
  await actions.forgetCorrections('5月')
  await actions.signOut()
  expect([book.marks, book.unmarked]).toEqual([[], []])
})

test('asked for, they are shown and taken off there too', async () => {
  const { actions, stores, book } = await world({ keepsUndo: false })
  await actions.check()
  await actions.setMarks(true)
  expect(book.marks.at(-1)).toHaveLength(1)
  expect(stores.checked.get()).toMatchObject({ marked: true })
  await actions.setMarks(false)
  expect([book.marks.at(-1), book.unmarked]).toEqual([[], ['5月']])
})

test('all marks are taken off: signed out, after a check that failed, while the pane is busy', async () => {
  const { actions, stores, ports, book } = await world()
  await actions.check()
  ports.workbook.readActiveSheet = async () => fail({ tag: 'hostTimeout', during: 'read' })
  await actions.check()
  expect(stores.checked.get()).toEqual({ tag: 'none' })
  await actions.clearMarks()
  expect(stores.unmarked.get().last).toEqual({ sheets: ['5月'], protected: [], unread: 0 })
  stores.session.set({ tag: 'signedOut' })
  stores.busy.set('check')
  await actions.clearMarks()
  expect(book.unmarked).toEqual([null, null])
  expect(stores.unmarked.get()).toEqual({ times: 2, last: { sheets: [], protected: [], unread: 0 } })
})

test('a workbook that refuses is told', async () => {
  const { actions, stores, ports } = await world()
  ports.workbook.unmark = async () => fail({ tag: 'cellEditing', during: 'mark' })
  await actions.clearMarks()
  expect(stores.fault.get()).toEqual({ tag: 'cellEditing', during: 'mark' })
  expect(stores.unmarked.get().last).toBeNull()
})

test('a check that answers after all marks were taken off puts none back', async () => {
  const { actions, stores, ports, book } = await world()
  const { readActiveSheet } = ports.workbook
  ports.workbook.readActiveSheet = async () => {
    await actions.clearMarks()
    return readActiveSheet()
  }
  await actions.check()
  expect(stores.checked.get()).toMatchObject({ tag: 'checked', marked: false })
  expect(book.marks.at(-1)).toEqual([])
  await actions.setMarks(true)
  expect(book.marks.at(-1)).toHaveLength(1)
})

test('rows that are known to have come back after all marks were taken off mark nothing', async () => {
  const { actions, stores, ports, server, book } = await world()
  const about = { subject: '7.1.a', area: '411202', part: '' }
  server.write({ ...about, by: '张三', at: '2021-05-26T08:00:00Z', values: { cumulative: 125_000 } })
  await ports.api.comment('2021-05', 'jiaotong', 'id', { ...about, kind: 'return', text: '请核对' })
  const { comments } = ports.api
  let answered = false
  ports.api.comments = async (...asked) => {
    await actions.clearMarks()
    const answer = await comments(...asked)
    answered = true
    return answer
  }
  await actions.check()
  await vi.waitFor(() => expect(answered && stores.unit.get()?.unit.comments.length).toBe(1))
  expect(book.marks.at(-1)).toEqual([])
  expect(stores.checked.get()).toMatchObject({ marked: false })
})

test('marks of a sheet that is no table any more go with it', async () => {
  const { actions, ports, book } = await world()
  await actions.check()
  ports.workbook.readActiveSheet = async () => ok(gridOf('5月', [['甲'], ['乙']]))
  await actions.check()
  expect(book.unmarked).toEqual(['5月'])
})
