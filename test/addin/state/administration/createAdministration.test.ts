import { describe, expect, test } from 'vitest'
import type { ChangesWords } from '../../../../addin/flow/administration/changesSheet.ts'
import { administrationZhCN } from '../../../../addin/pane/text/administrationZhCN.ts'
import { changesZhCN } from '../../../../addin/pane/text/changesZhCN.ts'
import { createActionContext } from '../../../../addin/state/actionContext.ts'
import { administrationOf } from '../../../../addin/state/administration/administrationOf.ts'
import { createAdministration } from '../../../../addin/state/administration/createAdministration.ts'
import { createActions } from '../../../../addin/state/createActions.ts'
import { createStores } from '../../../../addin/state/stores.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import type { AuditEntry } from '../../../../shared/wire/administration.ts'
import type { Account } from '../../../../shared/wire/session.ts'
import { accountDetail, figureChange } from '../../fakeAdministration.ts'
import { coordinator, gridOf, may } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'

const administrator: Account = { ...coordinator, id: 'administrator', role: 'administrator' }
const REASON = '按要求'
const SHEET = {
  ...administrationZhCN.audit.sheet,
  time: (iso: string) => iso,
  act: (act: string) => act,
  object: ({ object }: AuditEntry) => object,
  changes: () => '=1+1',
}

async function world(account: Account = administrator, periods = [may]) {
  const fakes = fakePorts(gridOf('空', [['x']]), account, periods)
  const stores = createStores()
  const actions = createActions(
    createActionContext(fakes.ports, stores, (bug) => {
      throw bug
    }),
    'Excel',
  )
  await actions.begin(null)
  const administration = createAdministration(createActionContext(fakes.ports, stores, () => undefined))
  return { ...fakes, pane: stores, ...administration, city: fakes.server.administration }
}

describe('periods', () => {
  const plan = { registerId: 'smx-2021', registerVersion: 1, softDeadline: '2021-06-30', hardDeadline: '2021-07-03', reason: REASON }

  test('the deadlines of a new one are its register’s calendar’s', async () => {
    const { actions, stores } = await world()
    await actions.propose('2021-02', 'smx-2021', 1)
    expect(stores.proposal.get()).toMatchObject({ period: '2021-02', softDeadline: '2021-02-28', hardDeadline: '2021-03-03' })
  })

  test('a new one stands in everybody’s list, and is said', async () => {
    const { actions, stores, pane } = await world()
    expect(await actions.openPeriod('2021-06', plan)).toBe(true)
    expect(pane.periods.get().map(({ id }) => id)).toEqual(['2021-06', '2021-05'])
    expect(stores.done.get()).toEqual({ tag: 'periodOpened', name: '2021-06' })
    expect(pane.context.get()?.period.id).toBe('2021-05')
  })

  test('in a city without any, the first one opens the context, and its lack is no fault', async () => {
    const { actions, pane } = await world(administrator, [])
    expect([pane.context.get(), pane.fault.get()]).toEqual([null, null])
    await actions.openPeriod('2021-01', plan)
    expect(pane.context.get()?.period.id).toBe('2021-01')
  })

  test('locking and reopening name the epoch that was seen, and the context follows', async () => {
    const { actions, pane, city } = await world(coordinator)
    await actions.turnPeriod(may, 'lock', { reason: REASON })
    expect(pane.context.get()?.period).toMatchObject({ state: 'locked', epoch: 1 })
    const [locked] = pane.periods.get()
    if (locked) await actions.turnPeriod(locked, 'reopen', { reason: REASON })
    expect(pane.context.get()?.period).toMatchObject({ state: 'open', epoch: 2 })
    expect(city.trail.map(({ act, reason }) => [act, reason])).toEqual([
      ['period.lock', REASON],
      ['period.reopen', REASON],
    ])
  })

  test('where somebody was quicker nothing is done, the newest state is fetched, and it is said', async () => {
    const { actions, stores, pane, city } = await world(coordinator)
    city.periods.set('2021-05', { ...may, epoch: 7, state: 'locked' })
    expect(await actions.turnPeriod(may, 'lock', { reason: REASON })).toBe(false)
    expect(pane.fault.get()).toEqual({ tag: 'periodMoved' })
    expect(pane.periods.get()[0]).toMatchObject({ epoch: 7, state: 'locked' })
    expect(stores.done.get()).toBeNull()
    expect(city.trail).toEqual([])
  })

  test('a period that somebody else has opened meanwhile is not overwritten', async () => {
    const { actions, pane, city } = await world(coordinator)
    city.periods.set('2021-06', { ...may, id: '2021-06' })
    expect(await actions.openPeriod('2021-06', plan)).toBe(false)
    expect(pane.fault.get()).toEqual({ tag: 'periodMoved' })
    expect(pane.periods.get()).toHaveLength(2)
  })

  test('opening or reopening a period whose days are over says what that means', async () => {
    const { actions, stores, city } = await world(coordinator)
    const opened = async (softDeadline: string, hardDeadline: string, id: string) => {
      await actions.openPeriod(id, { ...plan, softDeadline, hardDeadline })
      return stores.done.get()?.tag
    }
    expect(await opened('2031-06-30', '2031-07-03', '2021-06')).toBe('periodOpened')
    expect(await opened('2021-01-31', '2031-07-03', '2021-07')).toBe('periodOpenedLate')
    expect(await opened('2021-01-31', '2021-02-03', '2021-08')).toBe('periodOpenedOver')
    city.periods.set('2021-08', { ...may, id: '2021-08', state: 'locked', epoch: 3, hardDeadline: '2021-02-03' })
    await actions.turnPeriod({ ...may, id: '2021-08', epoch: 3 }, 'reopen', { reason: REASON })
    expect(stores.done.get()?.tag).toBe('periodReopenedOver')
  })

  test('another version of the register is another register on the context', async () => {
    const { actions, pane, city, ports } = await world()
    city.registers.push({ ...register2021, version: 2 })
    const register = ports.api.register
    Object.assign(ports.api, { register: async () => ({ ok: true, value: { ...register2021, version: 2 } }) })
    await actions.changePeriod(may, { ...plan, registerVersion: 2 })
    Object.assign(ports.api, { register })
    expect(pane.context.get()).toMatchObject({ period: { registerVersion: 2, epoch: 1 }, register: { version: 2 } })
  })

  test('the scheduled work by hand says what is new, and shown lists follow', async () => {
    const { actions, stores } = await world()
    await actions.chase(may)
    expect(stores.chases.get().get('2021-05')).toEqual({ known: false, unsettled: [], units: [] })
    await actions.runSchedule()
    expect(stores.done.get()).toEqual({ tag: 'scheduleRun', name: '1' })
    expect(stores.chases.get().get('2021-05')).toMatchObject({
      known: false,
      units: [{ reporter: 'jiaotong', standing: { tag: 'unknown' } }],
    })
  })
})

describe('registers', () => {
  const file = { tag: 'file', name: 'r.json', text: JSON.stringify(register2021) } as const

  test('what was read is loaded once, and the list of versions follows', async () => {
    const { actions, stores } = await world()
    await actions.readRegister(file)
    expect(await actions.loadRegister()).toBe(true)
    expect(stores.registers.get()?.map(({ version }) => version)).toEqual([1, 2])
    expect(stores.reading.get()).toBeNull()
    expect(stores.done.get()).toEqual({ tag: 'registerLoaded', name: 'smx-2021 / 2' })
  })

  test('where somebody else loaded the version meanwhile, nothing is, and the reading stays to be looked at', async () => {
    const { actions, stores, pane, city } = await world()
    await actions.readRegister(file)
    city.registers.push({ ...register2021, version: 2 })
    expect(await actions.loadRegister()).toBe(false)
    expect(pane.fault.get()).toEqual({ tag: 'versionTaken' })
    expect(stores.reading.get()).not.toBeNull()
  })

  test('a version is written as a sheet of its own', async () => {
    const { actions, stores, book } = await world()
    await actions.loadPeriods()
    const [register] = stores.registers.get() ?? []
    book.ownSheets.add('台账')
    if (register) await actions.writeRegister(register, '台账')
    expect(book.written.map(({ name }) => name)).toEqual(['台账'])
    expect(stores.done.get()).toEqual({ tag: 'sheetWritten', name: '台账 (2)' })
    expect(book.written[0]?.rows).toHaveLength(1 + register2021.indicators.length + register2021.tasks.filter(bare).length)
  })

  const bare = ({ id }: { id: string }): boolean => !register2021.indicators.some(({ taskId }) => taskId === id)
})

describe('accounts', () => {
  const clerk = { id: 'new', name: '李某', role: 'clerk', reporter: 'jiaotong' } as const

  test('one is made, and a second of the same name is not', async () => {
    const { actions, stores, pane } = await world()
    await actions.loadAccounts()
    await actions.makeAccount(clerk)
    expect(stores.accounts.get()?.map(({ id }) => id)).toEqual(['administrator', 'new'])
    expect(await actions.makeAccount(clerk)).toBe(false)
    expect(pane.fault.get()).toEqual({ tag: 'accountTaken' })
  })

  test('the units to choose from are the newest register’s, and whether the city has a sign-in of its own is known', async () => {
    const { actions, stores, pane } = await world()
    await actions.loadAccounts()
    expect(stores.units.get()).toEqual(register2021.units)
    expect(pane.cityLogin.get()).toBe(true)
  })

  test('a code is held while it is shown and nowhere else', async () => {
    const { actions, stores, pane, outbox, ports, book } = await world()
    await actions.loadAccounts()
    await actions.makeAccount(clerk)
    await actions.invite(accountDetail('new', clerk), 14)
    expect(stores.invitation.get()).toMatchObject({ code: 'SECR-ETCO-DE12', account: 'new', name: '李某' })
    const held = (): string =>
      JSON.stringify([Object.values(stores).map((store) => store.get()), Object.values(pane).map((store) => store.get())])
    actions.forgetInvitation()
    expect(held()).not.toContain('SECR')
    expect(JSON.stringify([[...outbox.entries], book.written, await ports.memory.preference('period')])).not.toContain('SECR')
    expect(stores.accounts.get()?.find(({ id }) => id === 'new')?.invitedUntil).toBe('2021-06-09T00:00:00Z')
  })

  test('closing, signing out and tying are seen at once', async () => {
    const { actions, stores, city } = await world()
    city.accounts.set('li', accountDetail('li', { name: '李', devices: 2 }))
    await actions.loadAccounts()
    const li = () => stores.accounts.get()?.find(({ id }) => id === 'li') ?? accountDetail('')
    await actions.signOutAccount(li())
    expect(li().devices).toBe(0)
    await actions.tieAccount(li(), '0731', REASON)
    expect(li().identity).toBe('0731')
    await actions.changeAccount('li', { name: '李', role: 'reader', reporter: null, active: false, reason: REASON })
    expect([li().active, stores.done.get()]).toEqual([false, { tag: 'accountClosed', name: '李' }])
  })
})

test('one person of the identity provider has one account', async () => {
  const { actions, pane, city } = await world()
  for (const id of ['li', 'wang']) city.accounts.set(id, accountDetail(id))
  await actions.tieAccount(accountDetail('li'), '0731', REASON)
  expect(await actions.tieAccount(accountDetail('wang'), '0731', REASON)).toBe(false)
  expect(pane.fault.get()).toEqual({ tag: 'identityTaken' })
})

test('changes of figures are shown in pages, with the register of their period, and written whole', async () => {
  const { actions, stores, city, book } = await world()
  city.figureChanges.push(...Array.from({ length: 40 }, (_, at) => figureChange({ version: 42 - at })))
  await actions.readChanges({ after: 'return' })
  expect(stores.changes.get()).toMatchObject({ filter: { after: 'return' }, next: '30' })
  await actions.continueChanges()
  expect(stores.changes.get()?.changes).toHaveLength(40)
  expect(stores.changes.get()?.registers.get('2021-05')).toEqual(register2021)
  const word = () => 'x'
  const words: ChangesWords = {
    ...changesZhCN.sheet,
    ...{ time: word, period: word, unit: word, area: word, name: word, act: word, who: word, field: word, measure: word, following: word },
  }
  await actions.writeChanges(() => words, '退回后')
  expect(book.written.at(-1)?.rows).toHaveLength(3 + 40)
  expect(stores.done.get()).toMatchObject({ tag: 'sheetWritten' })
})

test('a device of one’s own is signed out', async () => {
  const { actions, stores } = await world(coordinator)
  await actions.loadDevices()
  const other = stores.devices.get()?.find(({ current }) => !current)
  if (other) await actions.signOutDevice(other)
  expect(stores.devices.get()?.map(({ current }) => current)).toEqual([true])
})

describe('the audit trail', () => {
  async function withTrail() {
    const opened = await world()
    for (let n = 0; n < 70; n += 1) opened.city.done(n % 2 ? 'period.lock' : 'account.invite', `o${n}`, '=HYPERLINK("x")')
    return opened
  }

  test('is read newest first, a page at a time, to its end', async () => {
    const { actions, stores } = await withTrail()
    await actions.readAudit({ act: '', object: '', account: '' })
    while (stores.audit.get()?.next !== null) await actions.continueAudit()
    expect(stores.audit.get()?.entries.map(({ id }) => id)).toEqual(Array.from({ length: 70 }, (_, at) => 70 - at))
  })

  test('is read by act and object, and written as it is filtered, all of it, as text', async () => {
    const { actions, stores, book } = await withTrail()
    await actions.readAudit({ act: 'period', object: '', account: 'administrator' })
    expect(stores.audit.get()?.entries.every(({ act }) => act === 'period.lock')).toBe(true)
    await actions.readAudit({ act: 'period', object: '', account: 'somebody' })
    expect(stores.audit.get()?.entries).toEqual([])
    await actions.readAudit({ act: 'period', object: '', account: '' })
    await actions.writeAudit(SHEET, '期次')
    const rows = book.written[0]?.rows.slice(3) ?? []
    expect(rows).toHaveLength(35)
    expect(rows.flat().filter(({ kind }) => kind === 'number')).toEqual([])
    expect(rows[0]?.map(({ value }) => value)).toContain('=HYPERLINK("x")')
  })
})

test('the next person on this device meets nothing of the one before', async () => {
  const { ports, pane } = await world()
  const actionContext = createActionContext(ports, pane, () => undefined)
  const first = administrationOf(actionContext, 'administrator')
  await first.actions.loadAccounts()
  await first.actions.invite(accountDetail('administrator'), 1)
  expect(administrationOf(actionContext, 'administrator').stores.invitation.get()).not.toBeNull()
  const next = administrationOf(actionContext, 'auditor')
  expect(Object.values(next.stores).map((store) => store.get() ?? null)).toEqual(
    Object.values(createAdministration(actionContext).stores).map((store) => store.get()),
  )
  expect(administrationOf(actionContext, 'administrator').stores.invitation.get()).toBeNull()
})

test('an export is a link that opens in the browser', async () => {
  const { actions, stores, opened } = await world()
  await actions.linkExport()
  expect(opened).toEqual([stores.exported.get()?.path])
})

test('whoever was signed out meanwhile meets the sign-in', async () => {
  const { actions, pane, city } = await world()
  city.faults.push({ tag: 'signedOut' })
  expect(await actions.loadAccounts()).toBe(false)
  expect(pane.session.get()).toEqual({ tag: 'signedOut' })
})
