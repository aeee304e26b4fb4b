import { expect, test } from 'vitest'
import { createActionContext } from '../../../../addin/state/actionContext.ts'
import { createCity, rowKey } from '../../../../addin/state/city/createCity.ts'
import { createActions } from '../../../../addin/state/createActions.ts'
import { createStores } from '../../../../addin/state/stores.ts'
import { coordinator } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'
import { transportSheet } from '../../transportSheet.ts'

async function world() {
  const { ports, server } = fakePorts(transportSheet, coordinator)
  const stores = createStores()
  const report = (bug: unknown) => {
    throw bug
  }
  const actionContext = createActionContext(ports, stores, report)
  await createActions(actionContext, 'Excel').begin(null)
  return { city: createCity(actionContext), stores, server }
}
const lightOf = ({ consolidation }: Awaited<ReturnType<typeof world>>['stores']) => consolidation.get()?.indicators[0]?.light

test('a light that was put stands in the figures shown, and is taken back', async () => {
  const { city, stores } = await world()
  expect(await city.putLight('7.1.a', { light: 'red', reason: '停工' })).toBe(true)
  expect(lightOf(stores)?.override).toMatchObject({ light: 'red', reason: '停工' })
  expect(city.put.get()).toBe('7.1.a')
  expect(await city.putLight('7.1.a', { light: null, reason: '复工' })).toBe(true)
  expect(lightOf(stores)?.override).toBeNull()
})

test('a refused light leaves the figures as they are, and the form open', async () => {
  const { city, stores, server } = await world()
  server.faults.push({ tag: 'offline' })
  expect(await city.putLight('7.1.a', { light: 'red', reason: '停工' })).toBe(false)
  expect(stores.fault.get()).toEqual({ tag: 'offline' })
  expect(stores.consolidation.get()).toBeNull()
  expect(city.put.get()).toBeNull()
})

test('the versions of a row that a figure came from, the newest first', async () => {
  const { city, server } = await world()
  const row = { reporter: 'jiaotong', subject: '7.1.a', area: '411202', part: '' }
  for (const cumulative of [100_000, 125_000]) server.write({ ...row, by: '李某', at: '2021-05-26T08:00:00Z', values: { cumulative } })
  await city.loadVersions(row)
  const told = city.versions.get().get(rowKey(row)) ?? []
  expect(told.map(({ version, values }) => [version, values.cumulative])).toEqual([
    [2, 125_000],
    [1, 100_000],
  ])
})
