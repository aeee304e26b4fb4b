import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { databaseOutbox } from '../../../addin/outbox/databaseOutbox.ts'
import type { Place } from '../../../addin/outbox/place.ts'
import { storageOutbox } from '../../../addin/outbox/storageOutbox.ts'
import { entry, fakeStorage } from './places.ts'

/** Each kind as a place that outlives the pane, and how to open the outbox there. */
const kinds = [
  {
    name: 'IndexedDB',
    place: () => {
      const factory = new IDBFactory()
      return (partition: string): Place => databaseOutbox(partition, () => factory)
    },
  },
  {
    name: 'Web Storage',
    place: () => {
      const storage = fakeStorage()
      return (partition: string): Place => storageOutbox(partition, () => storage)
    },
  },
]

describe.for(kinds)('the outbox in $name', ({ place }) => {
  test('keeps the exact bytes when the pane is closed and opened again', async () => {
    const open = place()
    const body = '{"rows":[["7.1.a","湖滨区\\u0000😀"]]}'
    await open('p').put(entry('a', '2021-05-26T08:00:00Z', body))
    expect(await open('p').list()).toEqual([entry('a', '2021-05-26T08:00:00Z', body)])
  })

  test('lists oldest first, chunks of one sync in their order', async () => {
    const outbox = place()('p')
    for (const id of ['b.0010', 'b.0002', 'b.0001']) await outbox.put(entry(id, '2021-05-26T08:00:00Z'))
    await outbox.put(entry('a', '2021-05-27T08:00:00Z'))
    await outbox.put(entry('z', '2021-05-25T08:00:00Z'))
    expect((await outbox.list()).map(({ id }) => id)).toEqual(['z', 'b.0001', 'b.0002', 'b.0010', 'a'])
  })

  test('puts the same id once, and forgets what was answered', async () => {
    const outbox = place()('p')
    await outbox.put(entry('a', '2021-05-26T08:00:00Z'))
    await outbox.put(entry('a', '2021-05-26T08:00:00Z'))
    expect(await outbox.list()).toHaveLength(1)
    await outbox.remove('a')
    await outbox.remove('a')
    expect(await outbox.list()).toEqual([])
  })

  test("does not see another partition's entries", async () => {
    const open = place()
    await open('p').put(entry('a', '2021-05-26T08:00:00Z'))
    expect(await open('q').list()).toEqual([])
  })
})

test('in Web Storage, what another program left under the name is passed over and stays', async () => {
  const storage = fakeStorage()
  storage.setItem('p:x', 'no json')
  storage.setItem('p:y', '{"id":1}')
  storage.setItem('other', '{}')
  expect(await storageOutbox('p', () => storage).list()).toEqual([])
  expect(storage.length).toBe(3)
})

test('in Web Storage, an entry that does not fit is refused aloud', async () => {
  const storage = {
    ...fakeStorage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  await expect(storageOutbox('p', () => storage as Storage).put(entry('a', '2021-05-26T08:00:00Z'))).rejects.toThrow('full')
})

test('a database that cannot be opened is refused aloud', async () => {
  const broken = {
    open: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  } as unknown as IDBFactory
  await expect(databaseOutbox('p', () => broken).put(entry('a', '2021-05-26T08:00:00Z'))).rejects.toThrow('denied')
})

test('a database that was closed under us is opened again', async () => {
  const factory = new IDBFactory()
  const outbox = databaseOutbox('p', () => factory)
  await outbox.put(entry('a', '2021-05-26T08:00:00Z'))
  // What a younger pane does before it changes the database: the one that is open closes.
  await new Promise((resolve) => {
    factory.deleteDatabase('p').onsuccess = resolve
  })
  await outbox.put(entry('b', '2021-05-26T08:00:00Z'))
  expect((await outbox.list()).map(({ id }) => id)).toEqual(['b'])
})
