import { expect, test } from 'vitest'
import { createActionContext } from '../../../addin/state/actionContext.ts'
import { createAdministration } from '../../../addin/state/administration/createAdministration.ts'
import { createActions } from '../../../addin/state/createActions.ts'
import { createStores } from '../../../addin/state/stores.ts'
import type { Correction } from '../../../shared/record/reading.ts'
import type { Account } from '../../../shared/wire/session.ts'
import { clerk, coordinator, gridOf } from '../fakeAnswers.ts'
import { storedLayout } from '../fakeLayouts.ts'
import { fakePorts } from '../fakes.ts'

const GRID = gridOf('5月', [
  ['县（市、区）', '新建农村公路年度目标（公里）', '5月末数', '1-5月累计完成'],
  ['湖滨区', 20, 12, 10],
  ['陕州区', 60, 30, 28],
])
const counts: Correction = { kind: 'column', anchor: '5月末数', occurrence: 1, field: 'cumulative', subject: '7.1.a' }

async function world(account: Account = clerk) {
  const fakes = fakePorts(GRID, account)
  const stores = createStores()
  const actionContext = createActionContext(fakes.ports, stores, (bug) => {
    throw bug
  })
  const actions = createActions(actionContext, 'Excel')
  await actions.begin(null)
  const check = () => {
    const checked = stores.checked.get()
    if (checked.tag !== 'checked') throw new Error(checked.tag)
    return checked.check
  }
  const field = () => check().reading.tables[0]?.columns[2]?.field
  return { ...fakes, stores, actions, check, field, layouts: fakes.server.layouts, administration: createAdministration(actionContext) }
}

test('a correction is remembered while the person goes on, and shown as remembered', async () => {
  const { actions, check, layouts } = await world()
  await actions.check()
  await actions.correct('5月', counts)
  await expect.poll(() => check().layouts).toMatchObject([{ scope: 'unit', columns: [{ heading: '至某月数', field: 'cumulative' }] }])
  expect(layouts.stored).toHaveLength(1)
})

test('taking all corrections back reads the sheet as if there had been none, and the unit forgets them', async () => {
  const { actions, check, field, layouts } = await world()
  await actions.check()
  const before = field()
  await actions.correct('5月', counts)
  await expect.poll(() => layouts.stored).toHaveLength(1)
  await expect.poll(() => check().layouts).toHaveLength(1)
  await actions.forgetCorrections('5月')
  expect(field()).toBe(before)
  await expect.poll(() => layouts.stored).toHaveLength(0)
})

test('what was remembered can be left out for a sheet, and taken again', async () => {
  const { actions, field, ports, check } = await world()
  await actions.check()
  const before = field()
  await actions.correct('5月', counts)
  await expect.poll(() => check().layouts).toHaveLength(1)
  await ports.memory.setCorrections('5月', [])
  await actions.check()
  expect(field()).toBe('cumulative')
  await actions.useLayouts('5月', 'ignored')
  expect([field(), check().layoutUse]).toEqual([before, 'ignored'])
  await actions.useLayouts('5月', null)
  expect(field()).toBe('cumulative')
})

test('a layout is proposed at the version that is shown, or forgotten, and the sheet is read without it', async () => {
  const { actions, stores, field, ports, check, layouts } = await world()
  await actions.check()
  const before = field()
  await actions.correct('5月', counts)
  await expect.poll(() => check().layouts).toHaveLength(1)
  await ports.memory.setCorrections('5月', [])
  await actions.check()
  const [own] = check().layouts
  if (!own) throw new Error('not remembered')
  layouts.faults.push({ tag: 'offline' })
  await actions.proposeLayout(own.layout)
  expect(stores.fault.get()).toEqual({ tag: 'offline' })
  await actions.proposeLayout(own.layout)
  expect(check().layouts).toMatchObject([{ proposedAt: expect.any(String) }])
  await actions.forgetLayout(own.layout)
  expect([layouts.stored, check().layouts, field()]).toEqual([[], [], before])
})

test('the supervision office agrees to what it looked at; somebody else’s change is fetched and said', async () => {
  const { administration, layouts, stores } = await world(coordinator)
  const proposed = storedLayout({ proposedAt: '2021-05-26T09:00:00Z' })
  layouts.stored.push(proposed)
  await administration.actions.loadLayouts()
  expect(administration.stores.layouts.get()).toEqual([proposed])
  layouts.stored.splice(0, 1, { ...proposed, version: 2 })
  expect(await administration.actions.agreeLayout(proposed)).toBe(false)
  expect(stores.fault.get()).toMatchObject({ code: 'preconditionFailed' })
  const [now] = administration.stores.layouts.get() ?? []
  expect(now?.version).toBe(2)
  expect(now && (await administration.actions.agreeLayout(now))).toBe(true)
  expect(administration.stores.done.get()).toEqual({ tag: 'layoutAgreed', name: '市交通运输局' })
  const [city] = administration.stores.layouts.get() ?? []
  expect(city && (await administration.actions.withdrawLayout(city, '口径不同'))).toBe(true)
  expect([administration.stores.layouts.get(), administration.stores.done.get()?.tag]).toEqual([[], 'layoutWithdrawn'])
})

test('a proposal that is put back says why to the unit', async () => {
  const { administration, layouts } = await world(coordinator)
  layouts.stored.push(storedLayout({ proposedAt: '2021-05-26T09:00:00Z' }))
  await administration.actions.loadLayouts()
  const [proposed] = administration.stores.layouts.get() ?? []
  expect(proposed && (await administration.actions.withdrawLayout(proposed, '仅本单位适用'))).toBe(true)
  expect(administration.stores.done.get()?.tag).toBe('layoutDeclined')
  expect(layouts.stored).toMatchObject([{ declined: '仅本单位适用', proposedAt: null }])
})
