import { expect, test, vi } from 'vitest'
import { createActionContext } from '../../../addin/state/actionContext.ts'
import { createActions } from '../../../addin/state/createActions.ts'
import { createStores } from '../../../addin/state/stores.ts'
import type { Account } from '../../../shared/wire/session.ts'
import { clerk, coordinator } from '../fakeAnswers.ts'
import { fakePorts } from '../fakes.ts'
import { blankSubmission, problem } from '../fakeUnitPeriods.ts'
import { transportSheet } from '../transportSheet.ts'

const reviewer: Account = { ...clerk, id: 'a2', name: '王某', role: 'reviewer' }
const row = { subject: '7.1.a', area: '411202', part: '', by: '张三', at: '2021-05-26T08:00:00Z', values: { cumulative: 10_000 } }
const about = { subject: '7.1.a', area: '411202', part: '' }

async function world(account = clerk) {
  const fakes = fakePorts(transportSheet, account)
  const stores = createStores()
  const actions = createActions(
    createActionContext(fakes.ports, stores, (bug) => {
      throw bug
    }),
    'Excel',
  )
  await actions.begin(null)
  if (account.reporter !== null) await vi.waitFor(() => expect(stores.unit.get()).not.toBeNull())
  return { ...fakes, unit: fakes.server.unit, stores, actions, shown: () => stores.unit.get()?.unit.submission }
}

test('a clerk sees at the opening where the unit’s period stands', async () => {
  const { stores, shown } = await world()
  expect(shown()).toMatchObject({ said: 'draft', receipt: 'none' })
  expect(stores.unit.get()?.known).toBe(true)
})

test('where the states cannot be read at the opening, the clerk works on without them', async () => {
  const fakes = fakePorts(transportSheet)
  fakes.server.unit.faults.push('before')
  const stores = createStores()
  const actions = createActions(
    createActionContext(fakes.ports, stores, () => undefined),
    'Excel',
  )
  await actions.begin(null)
  await actions.check()
  expect(stores.fault.get()).toBeNull()
  expect(stores.unit.get()).toBeNull()
  await actions.readUnit()
  expect(stores.unit.get()?.known).toBe(true)
})

test('报送完成 with something left out asks first, and does it when the person says so', async () => {
  const { actions, stores, unit, shown } = await world()
  await actions.previewCompletion()
  expect(stores.completion.get()?.missing.length).toBeGreaterThan(0)
  expect(unit.calls).toEqual([])
  actions.cancelCompletion()
  expect(stores.completion.get()).toBeNull()
  await actions.previewCompletion()
  await actions.complete()
  expect(shown()).toMatchObject({ said: 'complete' })
  expect(stores.completion.get()).toBeNull()
  expect(stores.tab.get()).toBe('unit')
})

test('once it is complete, nothing of the sending is left on the screen', async () => {
  const { actions, stores } = await world()
  await actions.preview()
  await actions.submit()
  await actions.preview()
  expect(stores.pending.get()?.plan.every(({ kind }) => kind === 'unchanged')).toBe(true)
  await actions.previewCompletion()
  await actions.complete()
  expect([stores.pending.get(), stores.answers.get(), stores.completion.get()]).toEqual([null, null, null])
})

test('after sending, the states are read anew', async () => {
  const { actions, stores, server } = await world()
  await actions.preview()
  await actions.submit()
  await vi.waitFor(() => expect(stores.unit.get()?.unit.stored.size).toBe(server.records.size))
})

test('what was read before something newer is not shown in its place', async () => {
  const { actions, stores, unit, ports, shown } = await world()
  let late: (() => void) | undefined
  const slow = ports.api.submission
  ports.api.submission = async (period, reporter) => {
    ports.api.submission = slow
    const old = await slow(period, reporter)
    await new Promise<void>((resolve) => {
      late = resolve
    })
    return old
  }
  void actions.choosePeriod('2021-05')
  await vi.waitFor(() => expect(late).toBeDefined())
  unit.force('complete')
  await actions.readUnit()
  expect(shown()?.said).toBe('complete')
  late?.()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(shown()?.said).toBe('complete')
  expect(stores.fault.get()).toBeNull()
})

test('an act that somebody was quicker with says so and shows what stands', async () => {
  const { actions, stores, unit, shown } = await world(coordinator)
  unit.force('complete')
  await actions.openUnit('jiaotong')
  unit.force('return', '请核对')
  expect(await actions.act('receive', null)).toBe(false)
  expect(stores.fault.get()).toEqual({ tag: 'quicker' })
  expect(shown()).toMatchObject({ receipt: 'returned', reason: '请核对' })
})

test('where neither the answer nor the state came, nothing more is sent before it is read', async () => {
  const { actions, stores, unit } = await world(coordinator)
  unit.force('complete')
  await actions.openUnit('jiaotong')
  unit.faults.push('after', 'before')
  expect(await actions.act('receive', null)).toBe(false)
  expect(stores.unit.get()?.known).toBe(false)
  const sent = unit.calls.length
  expect(await actions.act('receive', null)).toBe(false)
  expect(unit.calls).toHaveLength(sent)
  await actions.readUnit()
  expect(stores.unit.get()).toMatchObject({ known: true, unit: { submission: { receipt: 'received' } } })
})

test('a comment that did not arrive goes under the same id when it is pressed again; another one under another', async () => {
  const { actions, unit } = await world(coordinator)
  await actions.openUnit('jiaotong')
  const comment = { ...about, kind: 'comment', text: '请核对' } as const
  unit.faults.push('before', 'before', 'before')
  expect(await actions.comment(comment)).toBe(false)
  unit.faults.splice(0)
  expect(await actions.comment(comment)).toBe(true)
  expect(await actions.comment(comment)).toBe(true)
  expect(new Set(unit.calls.map(({ id }) => id)).size).toBe(2)
  expect(unit.comments.size).toBe(2)
})

test('a comment whose answers were all lost stands once, however often it is pressed', async () => {
  const { actions, unit } = await world(coordinator)
  await actions.openUnit('jiaotong')
  const comment = { ...about, kind: 'return', text: '请核对' } as const
  unit.faults.push('after', 'after', 'after')
  expect(await actions.comment(comment)).toBe(false)
  expect(await actions.comment(comment)).toBe(true)
  expect(unit.comments.size).toBe(1)
})

test('a returned row shows at once, with the period that came back', async () => {
  const { actions, stores, server, shown } = await world(coordinator)
  server.write(row)
  server.unit.force('complete')
  await actions.openUnit('jiaotong')
  await actions.comment({ ...about, kind: 'return', text: '请核对里程' })
  expect(shown()).toMatchObject({ said: 'draft', receipt: 'returned' })
  expect(stores.unit.get()?.unit.comments).toMatchObject([{ text: '请核对里程', version: 1 }])
})

test('a period that was locked meanwhile takes no return, and the coordinator is told', async () => {
  const { actions, stores, unit } = await world(coordinator)
  await actions.openUnit('jiaotong')
  unit.faults.push(problem(409, 'stateNotAllowed'))
  expect(await actions.comment({ ...about, kind: 'return', text: '请核对' })).toBe(false)
  expect(stores.fault.get()).toEqual({ tag: 'quicker' })
})

test('a row that came back since the last reading is marked as soon as it is known', async () => {
  const { actions, book, server, ports, stores } = await world()
  server.write({ ...row, values: { cumulative: 125_000 } })
  await ports.api.comment('2021-05', 'jiaotong', 'id', { ...about, kind: 'return', text: '请核对' })
  await actions.check()
  await vi.waitFor(() => expect(book.marks.at(-1)).toContainEqual({ cell: 'E5', severity: 'error' }))
  expect(book.marks).toHaveLength(2)
  expect(stores.checked.get()).toMatchObject({ marked: true })
})

test('more time is given until a day, and taken back', async () => {
  const { actions, shown, unit } = await world(coordinator)
  await actions.openUnit('jiaotong')
  expect(await actions.setExtension('2021-06-08', '系统故障')).toBe(true)
  expect(shown()?.openUntil).toBe('2021-06-08')
  expect(await actions.setExtension(null, '已恢复')).toBe(true)
  expect(shown()?.openUntil).toBeNull()
  expect(unit.calls.map(({ body }) => body)).toEqual([
    { until: '2021-06-08', reason: '系统故障' },
    { until: null, reason: '已恢复' },
  ])
})

test('more time whose answer was lost counts as given where it stands', async () => {
  const { actions, shown, unit, stores } = await world(coordinator)
  await actions.openUnit('jiaotong')
  unit.faults.push('after')
  expect(await actions.setExtension('2021-06-08', '系统故障')).toBe(true)
  expect(shown()?.openUntil).toBe('2021-06-08')
  expect(stores.fault.get()).toBeNull()
  unit.faults.push('before')
  expect(await actions.setExtension('2021-06-09', '系统故障')).toBe(false)
  expect(stores.fault.get()).toEqual({ tag: 'offline' })
})

test('a row’s history is asked for once, and forgotten when the unit is read anew', async () => {
  const { actions, stores, server } = await world(reviewer)
  server.write(row)
  server.write({ ...row, values: { cumulative: 20_000 } })
  await actions.readUnit()
  await Promise.all([actions.loadHistory(about), actions.loadHistory(about)])
  expect(stores.histories.get().get('7.1.a|411202|')).toHaveLength(2)
  await actions.readUnit()
  expect(stores.histories.get().size).toBe(0)
})

test('a reviewer signs what was read, and is shown what was written meanwhile', async () => {
  const { actions, stores, server, shown } = await world(reviewer)
  server.write(row)
  server.unit.force('complete')
  await actions.readUnit()
  server.write({ ...row, values: { cumulative: 20_000 } })
  expect(await actions.act('review', null)).toBe(false)
  expect(stores.fault.get()).toEqual({ tag: 'rowsChanged' })
  expect(await actions.act('review', null)).toBe(true)
  expect(shown()).toMatchObject({ signOff: 'reviewed', signedSeq: 2 })
})

test('the list of units is read with its counts', async () => {
  const { actions, stores } = await world(coordinator)
  await actions.listUnits()
  expect(stores.units.get()).toMatchObject({ due: 1, unreported: 1, submissions: [{ reporter: 'jiaotong', timeliness: 'waiting' }] })
})

test('another period begins with nothing of the last one', async () => {
  const { actions, stores, unit } = await world(coordinator)
  unit.force('complete')
  await actions.listUnits()
  await actions.openUnit('jiaotong')
  await actions.choosePeriod('2021-05')
  expect(stores.unit.get()).toBeNull()
  expect(stores.units.get()).toBeNull()
})

test('corrections after acceptance are sent with their note, and refused here without one', async () => {
  const { actions, stores, server } = await world()
  for (const act of ['complete', 'receive', 'accept'] as const) server.unit.force(act)
  await actions.preview()
  expect(stores.pending.get()?.preview.needsNote).toBe(true)
  await actions.submit()
  expect(stores.fault.get()).toEqual({ tag: 'noteMissing' })
  expect(stores.pending.get()).not.toBeNull()
  actions.decide((before) => ({ ...before, note: '漏统一户' }))
  await actions.submit()
  expect(JSON.parse(server.calls[0]?.body ?? '{}')).toMatchObject({ note: '漏统一户' })
})

test('a returned row’s cell is marked in the sheet with the findings, until it is corrected', async () => {
  const { actions, book, server, unit, ports } = await world()
  server.write({ ...row, values: { cumulative: 125_000 } })
  await ports.api.comment('2021-05', 'jiaotong', 'id', { ...about, kind: 'return', text: '请核对' })
  await actions.readUnit()
  await actions.check()
  const marked = () => book.marks.at(-1)?.filter(({ cell, severity }) => cell === 'E5' && severity === 'error').length
  expect(marked()).toBe(1)
  expect(unit.comments.size).toBe(1)
  server.write({ ...row, values: { cumulative: 130_000 } })
  await actions.readUnit()
  await actions.check()
  expect(marked()).toBe(0)
})

test('staff of the city with a unit of their own look at another without losing sight of whose it is', async () => {
  const { actions, stores, server, ports } = await world({ ...coordinator, reporter: 'jiaotong', reporterName: '市交通运输局' })
  server.unit.submissions.set('wenlv', { ...blankSubmission, reporter: 'wenlv', reporterName: '市文化广电和旅游局' })
  await ports.api.comment('2021-05', 'wenlv', 'id', { ...about, kind: 'return', text: '请核对' })
  await actions.openUnit('wenlv')
  expect(stores.tab.get()).toBeNull()
  await actions.check()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(stores.unit.get()?.unit.reporter).toBe('wenlv')
  expect(stores.checked.get()).toMatchObject({ tag: 'checked' })
  await actions.openUnit('jiaotong')
  expect(stores.tab.get()).toBe('unit')
  expect(stores.unit.get()?.unit.reporter).toBe('jiaotong')
})
