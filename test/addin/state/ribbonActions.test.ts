import { expect, test } from 'vitest'
import type { RibbonAct } from '../../../addin/flow/session/ribbonAct.ts'
import { createActionContext } from '../../../addin/state/actionContext.ts'
import { createActions } from '../../../addin/state/createActions.ts'
import { createStores } from '../../../addin/state/stores.ts'
import { clerk, coordinator } from '../fakeAnswers.ts'
import { fakeMemory, fakePorts } from '../fakes.ts'
import { transportSheet } from '../transportSheet.ts'

function opened(act: RibbonAct, account = clerk, token: string | null = 'secret') {
  const fakes = fakePorts(transportSheet, account)
  const stores = createStores()
  stores.asked.set(act)
  const ports = { ...fakes.ports, memory: fakeMemory(token) }
  const actions = createActions(
    createActionContext(ports, stores, (bug) => {
      throw bug
    }),
    'Excel',
  )
  return { ...fakes, stores, actions }
}

test('检查 of the ribbon reads the sheet at once, and only once', async () => {
  const { actions, stores } = opened('check')
  await actions.begin(null)
  expect(stores.checked.get()).toMatchObject({ tag: 'checked' })
  expect(stores.asked.get()).toBeNull()
  expect(stores.pending.get()).toBeNull()
})

test('报送 of the ribbon shows what would be sent, and sends nothing', async () => {
  const { actions, stores, server } = opened('send')
  await actions.begin(null)
  expect(stores.pending.get()?.plan.length).toBeGreaterThan(0)
  expect(server.calls).toEqual([])
})

test('汇总 of the ribbon opens the city’s figures, and writes nothing', async () => {
  const { actions, stores, book } = opened('consolidate', coordinator)
  await actions.begin(null)
  expect(stores.tab.get()).toBe('city')
  expect(book.written).toEqual([])
})

test('what was asked for waits until somebody is signed in', async () => {
  const { actions, stores } = opened('check', clerk, null)
  await actions.begin(null)
  expect(stores.checked.get()).toEqual({ tag: 'none' })
  await actions.signIn('GOOD-CODE')
  expect(stores.checked.get()).toMatchObject({ tag: 'checked' })
})

test.each([
  ['consolidate', clerk],
  ['check', coordinator],
  ['send', coordinator],
] as const)('%s is not for every account, and says so', async (act, account) => {
  const { actions, stores } = opened(act, account)
  await actions.begin(null)
  expect(stores.fault.get()).toEqual({ tag: 'notThisAccount' })
  expect(stores.tab.get()).toBeNull()
})
