import { expect, test } from 'vitest'
import { cityZhCN } from '../../../addin/pane/text/cityZhCN.ts'
import type { LongWork } from '../../../addin/ports/longWork.ts'
import { createActionContext } from '../../../addin/state/actionContext.ts'
import { createActions } from '../../../addin/state/createActions.ts'
import { createStores } from '../../../addin/state/stores.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { clerk, coordinator, documentLink, gridOf } from '../fakeAnswers.ts'
import { fakeMemory, fakeOutbox, fakePorts } from '../fakes.ts'
import { transportSheet } from '../transportSheet.ts'

function world(account = clerk, grid = transportSheet, token: string | null = 'secret') {
  const fakes = fakePorts(grid, account)
  const ports = { ...fakes.ports, memory: fakeMemory(token) }
  const stores = createStores()
  const bugs: unknown[] = []
  return {
    ...fakes,
    ports,
    stores,
    bugs,
    actions: createActions(
      createActionContext(ports, stores, (bug) => void bugs.push(bug)),
      'Excel',
    ),
  }
}

const editCell = (book: ReturnType<typeof fakePorts>['book'], row: number, column: number, value: string | number) =>
  book.edit((cells) => {
    const cellsOfRow = cells[row - 1]
    if (cellsOfRow) cellsOfRow[column - 1] = value
  })

test('a remembered person comes in with a period open', async () => {
  const { actions, stores } = world()
  await actions.begin(null)
  expect(stores.session.get()).toEqual({ tag: 'signedIn', account: clerk })
  expect(stores.context.get()?.period.id).toBe('2021-05')
})

test('where the city has a sign-in of its own it is offered, and opens outside the pane', async () => {
  const { actions, stores, opened } = world(clerk, transportSheet, null)
  expect(stores.cityLogin.get()).toBe(false)
  await actions.begin(null)
  expect(stores.cityLogin.get()).toBe(true)
  actions.openCityLogin()
  expect(opened).toEqual(['/v1/oidc/start'])
})

test('nobody remembered meets the sign-in, and a code lets in', async () => {
  const { actions, stores } = world(clerk, transportSheet, null)
  await actions.begin(null)
  expect(stores.session.get()).toEqual({ tag: 'signedOut' })
  await actions.signIn('WRONG')
  expect(stores.fault.get()).toMatchObject({ code: 'invitationInvalid' })
  await actions.signIn('GOOD-CODE')
  expect(stores.fault.get()).toBeNull()
  expect(stores.context.get()).not.toBeNull()
})

test('a spent invitation in the address does not lock out whom the device remembers', async () => {
  const { actions, stores } = world()
  await actions.begin('SPENT')
  expect(stores.session.get()).toMatchObject({ tag: 'signedIn' })
  expect(stores.fault.get()).toBeNull()
})

test('what waits is sent at the opening, said as such, and can be stopped; it still waits then', async () => {
  const { actions, outbox, server, stores } = world()
  for (const id of ['a', 'b'])
    await outbox.put({ id, period: '2021-05', reporter: 'jiaotong', body: '{"fields":[],"rows":[]}', sheet: '5月', at: '2021-05-01' })
  server.faults.push('before')
  const seen: unknown[] = []
  const unsubscribe = stores.busy.subscribe(() => {
    seen.push(stores.busy.get())
    if (stores.busy.get() === 'resend') actions.cancel()
  })
  await actions.begin(null)
  unsubscribe()
  expect(seen).toEqual(['signIn', 'resend', null])
  expect([stores.fault.get(), stores.waiting.get(), outbox.entries.size]).toEqual([{ tag: 'resendingStopped' }, 2, 2])
  await actions.resend()
  expect([stores.fault.get(), stores.waiting.get(), outbox.entries.size]).toEqual([null, 0, 0])
})

test('a server that cannot be reached at the opening does not sign anybody out', async () => {
  const { ports, stores } = world()
  let connected = false
  const me: typeof ports.api.me = () => (connected ? ports.api.me() : Promise.resolve(fail({ tag: 'offline' })))
  const actions = createActions(
    createActionContext({ ...ports, api: { ...ports.api, me } }, stores, () => undefined),
    'Excel',
  )
  await actions.begin(null)
  expect(stores.session.get()).toEqual({ tag: 'unknown' })
  expect(stores.fault.get()).toEqual({ tag: 'offline' })
  connected = true
  await actions.begin(null)
  expect(stores.session.get()).toMatchObject({ tag: 'signedIn' })
})

test('check, preview, submit: each store has its truth', async () => {
  const { actions, stores, book } = world()
  await actions.begin(null)
  await actions.check()
  expect(stores.checked.get()).toMatchObject({ tag: 'checked', stale: false, marked: true })
  expect(book.marks).toHaveLength(1)
  await actions.preview()
  expect(stores.pending.get()?.plan.length).toBeGreaterThan(11)
  await actions.submit()
  expect(stores.pending.get()).toBeNull()
  expect(stores.answers.get()?.sent.every(({ outcome }) => outcome.status === 'applied')).toBe(true)
})

test('an edit makes the findings stale, on the sheet that was checked alone', async () => {
  const { actions, stores, book } = world()
  await actions.begin(null)
  await actions.check()
  editCell(book, 5, 5, 13)
  await actions.edited('另一张')
  expect(stores.checked.get()).toMatchObject({ stale: false })
  await actions.edited('5月')
  expect(stores.checked.get()).toMatchObject({ stale: true })
})

test('an edit from before the check, told late, does not make it old', async () => {
  const { actions, stores, book } = world()
  await actions.begin(null)
  editCell(book, 5, 5, 13)
  await actions.check()
  await actions.edited('5月')
  expect(stores.checked.get()).toMatchObject({ stale: false })
})

test('an edit told while the sheet is being read is looked at once that is done', async () => {
  const { actions, stores, ports } = world()
  await actions.begin(null)
  // What the check has read was the sheet before the edit.
  ports.workbook.readSheet = async () => ok({ ...transportSheet, cells: transportSheet.cells.slice(1) })
  const checking = actions.check()
  await Promise.all([checking, actions.edited('5月')])
  expect(stores.checked.get()).toMatchObject({ stale: true })
})

test('an edit that cannot be looked at is believed', async () => {
  const { actions, stores, ports } = world()
  await actions.begin(null)
  await actions.check()
  ports.workbook.readSheet = async () => fail({ tag: 'cellEditing', during: 'read' })
  await actions.edited('5月')
  expect(stores.checked.get()).toMatchObject({ stale: true })
})

test('a sheet that is deleted is said to be gone', async () => {
  const { actions, stores } = world()
  await actions.begin(null)
  await actions.check()
  actions.deleted('另一张')
  expect(stores.checked.get()).toMatchObject({ stale: false })
  actions.deleted('5月')
  expect(stores.checked.get()).toMatchObject({ stale: true, gone: true })
})

test('an answer that the workbook did not keep is read by, and told', async () => {
  const { actions, stores, ports } = world()
  await actions.begin(null)
  await actions.check()
  const set = ports.memory.setCorrections
  ports.memory.setCorrections = async (sheet, all) => {
    await set(sheet, all)
    return fail({ tag: 'readOnlyBook', sheet, during: 'remember' })
  }
  await actions.correct('5月', { kind: 'headerRow', anchor: 'x', occurrence: 1 })
  expect(stores.checked.get()).toMatchObject({ tag: 'checked', check: { corrections: [{ kind: 'headerRow' }] } })
  expect(stores.fault.get()).toEqual({ tag: 'readOnlyBook', sheet: '5月', during: 'remember' })
})

test('an edit during confirmation brings the new preview and says so', async () => {
  const { actions, stores, book, server } = world()
  await actions.begin(null)
  await actions.preview()
  editCell(book, 5, 5, 13)
  await actions.submit()
  expect(stores.fault.get()).toEqual({ tag: 'sheetChanged' })
  expect(server.calls).toHaveLength(0)
  expect(stores.pending.get()?.plan.find(({ key }) => key === '7.1.a|411202|')?.record.values.cumulative).toBe(130_000)
})

test('what could not be delivered is counted as waiting, and goes at the next opening', async () => {
  const { actions, stores, server, ports } = world()
  await actions.begin(null)
  await actions.preview()
  server.faults.push('before', 'before', 'before', 'before', 'before')
  await actions.submit()
  expect(stores.waiting.get()).toBe(1)
  expect(stores.fault.get()).toMatchObject({ tag: 'undelivered', willRetry: true })
  const next = createStores()
  await createActions(
    createActionContext(ports, next, () => undefined),
    'Excel',
  ).begin(null)
  expect(next.waiting.get()).toBe(0)
  expect(next.answers.get()).toMatchObject({ resent: true })
})

test('a revoked token opens the sign-in and leaves the bytes in the outbox', async () => {
  const { actions, stores, server, outbox } = world()
  await actions.begin(null)
  await actions.preview()
  server.faults.push({ tag: 'signedOut' })
  await actions.submit()
  expect(stores.session.get()).toEqual({ tag: 'signedOut' })
  expect(outbox.entries.size).toBe(1)
  await actions.signIn('GOOD-CODE')
  expect(stores.answers.get()).toMatchObject({ resent: true })
  expect(outbox.entries.size).toBe(0)
})

test('a second click while busy does nothing', async () => {
  const { actions, server } = world()
  await actions.begin(null)
  await actions.preview()
  await Promise.all([actions.submit(), actions.submit()])
  expect(server.calls).toHaveLength(1)
})

test('a sheet without a table leads to the choice of a heading', async () => {
  const { actions, stores } = world(
    clerk,
    gridOf('杂', [
      ['甲', '乙'],
      ['一', '二'],
    ]),
  )
  await actions.begin(null)
  await actions.check()
  expect(stores.checked.get()).toMatchObject({ tag: 'noTable', grid: { sheetName: '杂' } })
})

test('signing out takes marks and work away', async () => {
  const { actions, stores, book } = world()
  await actions.begin(null)
  await actions.check()
  await actions.signOut()
  expect(book.marks.at(-1)).toEqual([])
  expect(stores.checked.get()).toEqual({ tag: 'none' })
  expect(stores.session.get()).toEqual({ tag: 'signedOut' })
})

test('the coordinator pulls a sheet and sees who has not reported', async () => {
  const { actions, stores, book } = world(coordinator)
  await actions.begin(null)
  await actions.pull(cityZhCN.sheet)
  expect(book.written.map(({ name }) => name)).toEqual(['汇总 2021-05'])
  expect(stores.consolidation.get()?.asOfSeq).toBe(17)
  expect(stores.lastWrittenSheet.get()).toEqual({ name: '汇总 2021-05', inPlace: false, kept: [], left: 0, deleted: [] })
})

test('where a person has a sheet of that name, the name that ours took is the one shown', async () => {
  const { actions, stores, book } = world(coordinator)
  book.ownSheets.add('汇总 2021-05')
  await actions.begin(null)
  await actions.pull(cityZhCN.sheet)
  expect(stores.lastWrittenSheet.get()?.name).toBe('汇总 2021-05 (2)')
})

test('a document is asked for and its link opened; a refusal opens nothing', async () => {
  const { actions, stores, opened, server } = world(coordinator)
  await actions.begin(null)
  await actions.openDocument({ kind: 'report', format: 'docx' })
  expect(opened).toEqual([documentLink.path])
  expect(stores.document.get()).toEqual({ ask: { kind: 'report', format: 'docx' }, link: documentLink })
  server.faults.push({ tag: 'offline' })
  await actions.openDocument({ kind: 'circular', format: 'docx' })
  expect(opened).toHaveLength(1)
  expect(stores.document.get()).toBeNull()
  expect(stores.fault.get()).toEqual({ tag: 'offline' })
})

test('our own bug becomes a sentence, and is reported', async () => {
  const { ports, stores, bugs } = world()
  const broken = { ...ports, api: { ...ports.api, me: () => Promise.reject(new Error('boom')) } }
  await createActions(
    createActionContext(broken, stores, (bug) => void bugs.push(bug)),
    'Excel',
  ).begin(null)
  expect(stores.fault.get()).toEqual({ tag: 'bug', message: 'boom' })
  expect(bugs).toHaveLength(1)
  expect(stores.busy.get()).toBeNull()
})

test('a cell that cannot be shown is said, until one is shown', async () => {
  const { ports, stores } = world()
  const workbook = { ...ports.workbook, select: async () => fail({ tag: 'cellEditing', during: 'select' } as const) }
  await createActions(
    createActionContext({ ...ports, workbook }, stores, () => undefined),
    'Excel',
  ).select('5月', 'A1')
  expect(stores.fault.get()).toEqual({ tag: 'cellEditing', during: 'select' })
  const later = createActions(
    createActionContext(ports, stores, () => undefined),
    'Excel',
  )
  await later.select('5月', 'A1')
  expect(stores.fault.get()).toBeNull()
  stores.fault.set({ tag: 'offline' })
  await later.select('5月', 'A1')
  expect(stores.fault.get()).toEqual({ tag: 'offline' })
})

test('what this device does not keep is known after each act', async () => {
  const fakes = fakePorts(transportSheet)
  const memory = { ...fakeMemory('secret'), tokenLasts: () => false }
  const outbox = fakeOutbox({ place: 'pane', unread: true })
  const stores = createStores()
  const actions = createActions(
    createActionContext({ ...fakes.ports, memory, outbox }, stores, () => undefined),
    'Excel',
  )
  await actions.begin(null)
  expect(stores.device.get()).toEqual({ place: 'pane', unread: true, tokenLasts: false })
})

test('a reader that could not be fetched is fetched by one more press, and the act goes on from there', async () => {
  const { ports, stores } = world()
  let connected = false
  const readers = {
    ...ports.readers,
    sheet: () => (connected ? ports.readers.sheet() : Promise.resolve(fail({ tag: 'readerMissing' as const }))),
  }
  const actions = createActions(
    createActionContext({ ...ports, readers }, stores, () => undefined),
    'Excel',
  )
  await actions.begin(null)
  await actions.check()
  expect(stores.fault.get()).toEqual({ tag: 'readerMissing' })
  connected = true
  await actions.retry()
  expect(stores.fault.get()).toBeNull()
  expect(stores.checked.get().tag).toBe('checked')
})

test('what takes long says how far it is, and stops when it is told to; what was read before still holds', async () => {
  const { actions, stores, ports } = world(clerk)
  await actions.begin(null)
  await actions.check()
  const before = stores.checked.get()
  const seen: unknown[] = []
  const { readActiveSheet } = ports.workbook
  Object.assign(ports.workbook, {
    readActiveSheet: async (work: LongWork) => {
      work.onProgress(1, 3)
      seen.push(stores.progress.get())
      actions.cancel()
      seen.push(stores.progress.get(), work.signal.aborted)
      return readActiveSheet(work)
    },
  })
  await actions.check()
  expect(seen).toEqual([{ done: 1, of: 3, stopping: false }, { done: 1, of: 3, stopping: true }, true])
  expect([stores.fault.get(), stores.busy.get()]).toEqual([{ tag: 'cancelled' }, null])
  expect(stores.checked.get()).toBe(before)
  Object.assign(ports.workbook, { readActiveSheet })
  await actions.check()
  expect(stores.fault.get()).toBeNull()
})

/** A pane beside which the city shows its register to anybody, or does not. */
function visited(token: string | null, shown: boolean) {
  const fakes = world(clerk, transportSheet, token)
  const ports = { ...fakes.ports, openRegister: { read: async () => (shown ? register2021 : null) } }
  const actions = createActions(
    createActionContext(ports, fakes.stores, (bug) => void fakes.bugs.push(bug)),
    '网页',
  )
  return { ...fakes, ports, actions }
}

test('without an account a sheet is checked by what the city shows, for any month, and nothing can be sent', async () => {
  const { actions, stores, bugs } = visited(null, true)
  await actions.begin(null)
  expect(stores.openRegister.get()?.id).toBe(register2021.id)
  await actions.visit()
  expect(stores.session.get()).toMatchObject({ tag: 'visitor' })
  await actions.choosePeriod('2021-05')
  await actions.check()
  expect(stores.checked.get().tag).toBe('checked')
  expect(stores.context.get()).toMatchObject({ account: { reporter: null }, period: { id: '2021-05' }, earlier: [] })
  await actions.resend()
  expect(stores.fault.get()).toBeNull()
  expect(bugs).toEqual([])
})

test('a visitor goes on as one at the next opening, until they go to the sign-in; what was checked is forgotten there', async () => {
  const { actions, stores, ports, bugs } = visited(null, true)
  await actions.begin(null)
  await actions.visit()
  await actions.check()
  const again = createStores()
  await createActions(
    createActionContext(ports, again, (bug) => void bugs.push(bug)),
    '网页',
  ).begin(null)
  expect(again.session.get().tag).toBe('visitor')
  await actions.leaveVisit()
  expect([stores.session.get().tag, stores.checked.get().tag, stores.context.get()]).toEqual(['signedOut', 'none', null])
  await createActions(
    createActionContext(ports, again, (bug) => void bugs.push(bug)),
    '网页',
  ).begin(null)
  expect(again.session.get().tag).toBe('signedOut')
  expect(bugs).toEqual([])
})

test('where the city shows no register, nobody checks without an account', async () => {
  const { actions, stores } = visited(null, false)
  await actions.begin(null)
  await actions.visit()
  expect(stores.openRegister.get()).toBeNull()
  expect(stores.session.get()).toEqual({ tag: 'signedOut' })
})

test('an invitation that is tried comes before what was done without an account', async () => {
  const { actions, stores } = visited(null, true)
  await actions.begin(null)
  await actions.visit()
  await actions.begin('GOOD-CODE')
  expect(stores.session.get()).toMatchObject({ tag: 'signedIn' })
  expect(stores.context.get()?.account.reporter).toBe(clerk.reporter)
})
