import { describe, expect, test } from 'vitest'
import { deviceStore, type KeyValueStore } from '../../../addin/device/deviceStore.ts'
import { createMemory } from '../../../addin/excel/createMemory.ts'

const refuse = (): never => {
  throw new DOMException('no', 'QuotaExceededError')
}
const storeOver = (values: Map<string, string>, faults: Partial<KeyValueStore> = {}): KeyValueStore => ({
  getItem: (key) => values.get(key) ?? null,
  setItem: (key, value) => void values.set(key, value),
  removeItem: (key) => void values.delete(key),
  ...faults,
})

const broken: readonly { what: string; storage: (values: Map<string, string>) => KeyValueStore }[] = [
  { what: 'throws when it is named', storage: refuse },
  { what: 'refuses every act', storage: () => ({ getItem: refuse, setItem: refuse, removeItem: refuse }) },
  { what: 'is full', storage: (values) => storeOver(values, { setItem: refuse }) },
  { what: 'takes everything and keeps nothing', storage: (values) => storeOver(values, { setItem: () => undefined }) },
]

describe.for(broken)('a storage that $what', ({ storage }) => {
  test('is known before anything is set, and the session lives as long as the pane', async () => {
    const memory = createMemory(deviceStore(() => storage(new Map()), 'probe'))
    expect(memory.tokenLasts()).toBe(false)
    await memory.setToken('secret')
    expect(await memory.token()).toBe('secret')
    await memory.setPreference('period', '2021-05')
    expect(await memory.preference('period')).toBe('2021-05')
    await memory.setToken(null)
    expect(await memory.token()).toBeNull()
  })
})

test('a storage that works keeps the session, and nothing of the question whether it does', async () => {
  const values = new Map<string, string>()
  const memory = createMemory(deviceStore(() => storeOver(values), 'probe'))
  expect(memory.tokenLasts()).toBe(true)
  expect(values.size).toBe(0)
  await memory.setToken('secret')
  expect([...values.values()]).toEqual(['secret'])
})

test('a storage that fills up later says so from then on, and keeps nobody else’s session for the next opening', async () => {
  const values = new Map<string, string>()
  let room = true
  const store = storeOver(values, { setItem: (key, value) => (room ? void values.set(key, value) : refuse()) })
  const memory = createMemory(deviceStore(() => store, 'probe'))
  await memory.setToken('first')
  room = false
  await memory.setToken('second')
  expect(memory.tokenLasts()).toBe(false)
  expect(await memory.token()).toBe('second')
  expect([...values.values()]).toEqual([])
  room = true
  await memory.setToken('third')
  expect(memory.tokenLasts()).toBe(true)
  expect([...values.values()]).toEqual(['third'])
})

test('a session that cannot be taken off the disk is over in this pane all the same', async () => {
  const values = new Map<string, string>()
  const memory = createMemory(deviceStore(() => storeOver(values, { removeItem: refuse }), 'probe'))
  await memory.setToken('secret')
  await memory.setToken(null)
  expect(await memory.token()).toBeNull()
})

test('signed out in another pane is signed out in this one', async () => {
  const values = new Map<string, string>()
  const memory = createMemory(deviceStore(() => storeOver(values), 'probe'))
  await memory.setToken('secret')
  values.clear()
  expect(await memory.token()).toBeNull()
})
